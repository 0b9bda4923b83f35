/** The project zone: packages on their way into a project's folder, and out of it again. */
@NullMarked
package org.imaginghaven.project;

import org.jspecify.annotations.NullMarked;
