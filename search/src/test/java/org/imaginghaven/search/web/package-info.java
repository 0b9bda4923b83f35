/** Tests. */
@NullMarked
package org.imaginghaven.search.web;

import org.jspecify.annotations.NullMarked;
