@NullMarked
package org.imaginghaven.app.config;

import org.jspecify.annotations.NullMarked;
