/** The identifiable zone: the only place where names, numbers and dates of patients are kept. */
@NullMarked
package org.imaginghaven.identifiable;

import org.jspecify.annotations.NullMarked;
