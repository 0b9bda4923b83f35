package org.imaginghaven.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.imaginghaven.kernel.Key;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A link to something that is not there, or no longer, ends on the page that says so. The API has {@link ApiErrors}. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    @ExceptionHandler({EmptyResultDataAccessException.class, NoSuchElementException.class, Key.Malformed.class})
    void missing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
