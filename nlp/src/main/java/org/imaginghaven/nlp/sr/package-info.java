/** Structured reports: read into text and codes, and de-identified in place with their structure kept. */
@NullMarked
package org.imaginghaven.nlp.sr;

import org.jspecify.annotations.NullMarked;
