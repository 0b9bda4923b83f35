package org.imaginghaven.kernel;

/** Where in the engine a job stands. */
public record JobContext(long processInstanceKey, String processId, String elementId, long jobKey) {
}
