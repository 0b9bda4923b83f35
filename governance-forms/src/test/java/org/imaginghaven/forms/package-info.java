/** The forms of the human tasks, as data. */
@NullMarked
package org.imaginghaven.forms;

import org.jspecify.annotations.NullMarked;
