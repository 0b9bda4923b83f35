/**
 * Makes a synthetic archive as messy as a real one, with a record of every identifier that was planted and where.
 * Nobody in it exists; the same seed gives the same bytes.
 */
@NullMarked
package org.imaginghaven.demo.archive;

import org.jspecify.annotations.NullMarked;
