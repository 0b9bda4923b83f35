/** What signed-in people and scripts reach over HTTP: the JSON API and the auditor's pages. */
@NullMarked
package org.imaginghaven.app.web;

import org.jspecify.annotations.NullMarked;
