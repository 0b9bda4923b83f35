/** Evidence pages of the identifiable zone, for people signed in to it. */
@NullMarked
package org.imaginghaven.identifiable.web;

import org.jspecify.annotations.NullMarked;
