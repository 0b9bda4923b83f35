@NullMarked
package org.imaginghaven.governance.revoke;

import org.jspecify.annotations.NullMarked;
