@org.jspecify.annotations.NullMarked
package org.imaginghaven.project;
