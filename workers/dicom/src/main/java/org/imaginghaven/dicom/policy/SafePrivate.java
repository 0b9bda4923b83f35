package org.imaginghaven.dicom.policy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/**
 * Private elements known to hold nothing identifying: creator, group and element number, with the VRs they have. Makers
 * changed their minds and files lose VRs on the way, so that there may be several.
 */
final class SafePrivate {

    private final Map<String, Set<Vr>> known = new HashMap<>(6000);

    SafePrivate() {
        for (String line : Resources.lines("private-safe.txt")) {
            // 0019 8A SQ CREATOR
            known.computeIfAbsent(
                    key(Integer.parseInt(line, 0, 4, 16), Integer.parseInt(line, 5, 7, 16), line.substring(11)),
                    none -> EnumSet.noneOf(Vr.class)).add(Vr.valueOf(line.substring(8, 10)));
        }
    }

    private static String key(int group, int element, String creator) {
        return creator + (char) group + (char) element;
    }

    /**
     * The VR that counts: the file's own if it is one of those known, else one that says most of the value. Null when the
     * element is not known to be safe.
     */
    @Nullable
    Vr vr(int group, int element, String creator, Vr found) {
        Set<Vr> all = known.get(key(group, element & 0xFF, creator));
        if (all == null || all.contains(found)) {
            return all == null ? null : found;
        }
        Vr best = null;
        for (Vr vr : all) {
            best = best == null || best.isOther() || best.isFreeText() && !vr.isOther() ? vr : best;
        }
        return best;
    }
}
