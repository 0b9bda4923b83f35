package org.imaginghaven.dicom.policy;

import java.util.HashMap;
import java.util.Map;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/** Private elements known to hold nothing identifying: creator, group and element number, with the VR they have. */
final class SafePrivate {

    private final Map<String, Vr> known = new HashMap<>(6000);

    SafePrivate() {
        for (String line : Resources.lines("private-safe.txt")) {
            // 0019 8A SQ CREATOR
            known.put(key(Integer.parseInt(line, 0, 4, 16), Integer.parseInt(line, 5, 7, 16), line.substring(11)),
                    Vr.valueOf(line.substring(8, 10)));
        }
    }

    private static String key(int group, int element, String creator) {
        return creator + (char) group + (char) element;
    }

    /** The VR, or null when the element is not known to be safe. */
    @Nullable
    Vr vr(int group, int element, String creator) {
        return known.get(key(group, element & 0xFF, creator));
    }
}
