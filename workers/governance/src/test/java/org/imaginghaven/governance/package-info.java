@NullMarked
package org.imaginghaven.governance;

import org.jspecify.annotations.NullMarked;
