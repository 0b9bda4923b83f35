/** Between the engine and the zones: jobs, deployment, announcements, and who completed a task. */
@NullMarked
package org.imaginghaven.app.engine;

import org.jspecify.annotations.NullMarked;
