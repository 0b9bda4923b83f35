/** What a report says: its sections, the concepts in them, and whether each is present, whose and when. */
@NullMarked
package org.imaginghaven.nlp.report;

import org.jspecify.annotations.NullMarked;
