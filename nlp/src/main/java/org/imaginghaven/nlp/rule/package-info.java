/** Identifiability rules as data: what people decided about findings, with author, reason and examples that run when rules are loaded. */
@NullMarked
package org.imaginghaven.nlp.rule;

import org.jspecify.annotations.NullMarked;
