/** Evidence pages of the gate, for people signed in to it. */
@NullMarked
package org.imaginghaven.gate.web;

import org.jspecify.annotations.NullMarked;
