/** The people of the local default, read from a file. */
@NullMarked
package org.imaginghaven.app.people;

import org.jspecify.annotations.NullMarked;
