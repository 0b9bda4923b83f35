/** JSON lines in, JSON lines out: what the commands {@code redact-text} and {@code annotate} do, apart from the terminal. */
@NullMarked
package org.imaginghaven.nlp.lines;

import org.jspecify.annotations.NullMarked;
