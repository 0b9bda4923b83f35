/** Runs in the build alone: makes the word lists and trains the name model from generated text. Nothing of it is committed. */
@NullMarked
package org.imaginghaven.nlp.train;

import org.jspecify.annotations.NullMarked;
