@NullMarked
package org.imaginghaven.local;

import org.jspecify.annotations.NullMarked;
