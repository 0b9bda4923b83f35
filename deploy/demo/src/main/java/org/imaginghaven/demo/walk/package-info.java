/** The scripted walk of {@code haven demo} through all eight verbs, and the search for anything that leaked. */
@NullMarked
package org.imaginghaven.demo.walk;

import org.jspecify.annotations.NullMarked;
