@NullMarked
package org.imaginghaven.governance.people;

import org.jspecify.annotations.NullMarked;
