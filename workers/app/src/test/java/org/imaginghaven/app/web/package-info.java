@NullMarked
package org.imaginghaven.app.web;

import org.jspecify.annotations.NullMarked;
