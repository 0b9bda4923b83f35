/**
 * The only way to a number. A question in the closed grammar goes in, figures come out that were hidden when small and,
 * unless the viewer may see exact ones, blurred by noise that is the same whenever the same patients are counted.
 */
@NullMarked
package org.imaginghaven.search.disclosure;

import org.jspecify.annotations.NullMarked;
