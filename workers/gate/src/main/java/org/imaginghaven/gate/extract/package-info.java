/** Extract: a cohort's files, de-identified and verified, into a package in quarantine. Start reading at {@link PlanExtractionWorker} and {@link ChunkExtraction}. */
@NullMarked
package org.imaginghaven.gate.extract;

import org.jspecify.annotations.NullMarked;
