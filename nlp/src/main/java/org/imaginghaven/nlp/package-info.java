/** Finding, naming and replacing what identifies a person in text; the entry points of the module. Pure: no IO beyond resources. */
@NullMarked
package org.imaginghaven.nlp;

import org.jspecify.annotations.NullMarked;
