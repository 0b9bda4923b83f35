@NullMarked
package org.imaginghaven.governance.approve;

import org.jspecify.annotations.NullMarked;
