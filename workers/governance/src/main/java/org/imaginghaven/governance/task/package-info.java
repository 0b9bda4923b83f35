/** Human tasks whose decision nothing in governance depends on: who completed them is checked and kept all the same. */
@org.jspecify.annotations.NullMarked
package org.imaginghaven.governance.task;
