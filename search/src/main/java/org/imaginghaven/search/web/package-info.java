/** The search page and its JSON API. Every number on them comes out of {@code disclosure}. */
@NullMarked
package org.imaginghaven.search.web;

import org.jspecify.annotations.NullMarked;
