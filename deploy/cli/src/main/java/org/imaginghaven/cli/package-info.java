/** The {@code haven} command: one class a subcommand. */
@NullMarked
package org.imaginghaven.cli;

import org.jspecify.annotations.NullMarked;
