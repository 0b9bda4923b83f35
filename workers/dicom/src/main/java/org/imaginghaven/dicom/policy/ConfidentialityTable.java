package org.imaginghaven.dicom.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/** Table E.1-1 of PS3.15, edition 2024e, as data. */
public final class ConfidentialityTable {

    private static final int ACQUISITION_CONTEXT = 0x00400555;
    public static final String EDITION = "PS3.15-2024e";

    /**
     * A row.
     *
     * @param tag as eight hexadecimal digits, X for any; {@code PRIVATE} for all private elements
     * @param basic the action code of the basic profile, such as {@code X/Z/D}
     * @param options the action code of each option that has one
     */
    public record Row(String tag, String basic, Map<Option, String> options) {
    }

    private ConfidentialityTable() {
    }

    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>(640);
        for (String line : Resources.lines("ps3.15-2024e.txt")) {
            String[] words = line.split(" ");
            Map<Option, String> options = new EnumMap<>(Option.class);
            for (int i = 2; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                options.put(Option.valueOf(words[i].substring(0, equals).toUpperCase(java.util.Locale.ROOT)
                        .replace('-', '_')), words[i].substring(equals + 1));
            }
            rows.add(new Row(words[0], words[1], options));
        }
        return rows;
    }

    /** The code that counts for the row when the options are on: retaining wins over cleaning, both over the profile. */
    public static String code(Row row, Set<Option> options) {
        String code = null;
        for (Option option : options) {
            String own = row.options().get(option);
            if (own != null && (code == null || own.equals("K"))) {
                code = own;
            }
        }
        return code == null ? row.basic() : code;
    }

    /** What a code means for an element of that VR. Of combined codes the one that leaves any IOD valid is taken. */
    static Action action(String code, String basic, int tag, @Nullable Vr vr) {
        boolean sequence = vr == Vr.SQ;
        boolean date = vr == Vr.DA || vr == Vr.DT || vr == Vr.TM;
        return switch (code) {
            case "K" -> vr == Vr.AS
                    ? new Action.AgeBand(1)
                    : vr != null && !vr.isFreeText() && vr != Vr.PN && !sequence
                            ? new Action.KeepCode()
                            : new Action.Keep();
            case "C" -> date
                    ? new Action.ShiftDate()
                    : sequence
                            ? new Action.Keep()
                            : vr == Vr.UI
                                    ? new Action.NewUid()
                                    : vr != null && vr.isFreeText()
                                            ? new Action.CleanText(basic.indexOf('D') >= 0)
                                            : vr != null && vr.isOther() ? new Action.Remove() : new Action.KeepCode();
            case "U", "X/Z/U" -> sequence ? new Action.Keep() : new Action.NewUid();
            case "X" -> new Action.Remove();
            // an empty sequence is valid only where it is of type 2
            case "X/Z" -> sequence && tag != ACQUISITION_CONTEXT ? new Action.Remove() : new Action.Empty();
            case "Z" -> new Action.Empty();
            case "D", "X/D", "Z/D", "X/Z/D" -> sequence
                    ? new Action.Keep()
                    : vr == Vr.UI ? new Action.NewUid() : new Action.Dummy();
            default -> throw new PolicyException("unknown action code \"" + code + "\" for " + Dictionary.keyword(tag));
        };
    }
}
