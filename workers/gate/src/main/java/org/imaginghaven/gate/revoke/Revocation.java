package org.imaginghaven.gate.revoke;

import java.util.Locale;
import org.imaginghaven.kernel.Key;

/**
 * What is taken back.
 *
 * @param subject opaque key of a project, agreement, promotion or opt-out, or the code of a data controller
 */
record Revocation(Key key, Kind kind, String subject) {

    /** What a revocation is about. */
    enum Kind {
        PROJECT, PATIENT, TAG, IMAGE_TYPE, CONTROLLER, AGREEMENT;

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
