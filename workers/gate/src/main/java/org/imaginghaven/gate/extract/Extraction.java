package org.imaginghaven.gate.extract;

import org.imaginghaven.kernel.Key;

/** A package in the making. */
record Extraction(Key key, Key agreementKey, Key projectKey, String policy, ExtractionState state) {
}
