@NullMarked
package org.imaginghaven.governance.task;

import org.jspecify.annotations.NullMarked;
