/** The processes on the embedded engine: every path of every process, with scripted workers and people. */
@NullMarked
package org.imaginghaven.workflows;

import org.jspecify.annotations.NullMarked;
