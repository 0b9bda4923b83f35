package org.imaginghaven.app.web;

import java.util.Map;
import java.util.NoSuchElementException;
import org.imaginghaven.app.engine.ProcessStarter.EngineAway;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the API when something is wrong: a sentence that says what to do, never a value from an image. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    /** Our own refusals carry a sentence for the person. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unusable(IllegalArgumentException refusal) {
        String sentence = refusal.getMessage();
        return answer(HttpStatus.BAD_REQUEST, sentence == null ? "The request cannot be used." : sentence);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException ignored) {
        return answer(HttpStatus.BAD_REQUEST, "The body is not the JSON object that this address takes.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> away(EngineAway away) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(away.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> missing(NoSuchElementException ignored) {
        return answer(HttpStatus.NOT_FOUND, "There is nothing of that key.");
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
