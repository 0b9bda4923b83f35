@NullMarked
package org.imaginghaven.kernel;

import org.jspecify.annotations.NullMarked;
