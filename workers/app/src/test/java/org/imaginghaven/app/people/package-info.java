@NullMarked
package org.imaginghaven.app.people;

import org.jspecify.annotations.NullMarked;
