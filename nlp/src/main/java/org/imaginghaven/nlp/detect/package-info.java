/** The detectors behind {@link org.imaginghaven.nlp.TextDetectors}: each looks for one family of identifiers. */
@NullMarked
package org.imaginghaven.nlp.detect;

import org.jspecify.annotations.NullMarked;
