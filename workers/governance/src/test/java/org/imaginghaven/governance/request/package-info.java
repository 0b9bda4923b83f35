@NullMarked
package org.imaginghaven.governance.request;

import org.jspecify.annotations.NullMarked;
