@NullMarked
package org.imaginghaven.governance.release;

import org.jspecify.annotations.NullMarked;
