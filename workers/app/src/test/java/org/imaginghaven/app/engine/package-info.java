@NullMarked
package org.imaginghaven.app.engine;

import org.jspecify.annotations.NullMarked;
