@NullMarked
package org.imaginghaven.app.rules;

import org.jspecify.annotations.NullMarked;
