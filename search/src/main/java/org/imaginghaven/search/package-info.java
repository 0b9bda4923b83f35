/** The search program: facets and counts over the metadata index, and the button that asks for access. */
@NullMarked
package org.imaginghaven.search;

import org.jspecify.annotations.NullMarked;
