package org.imaginghaven.dicom.deid;

import java.util.regex.Pattern;
import org.imaginghaven.dicom.Vr;

/** What values of a VR look like, and values that mean nothing. */
final class Values {

    static final String REMOVED = "REMOVED";
    private static final Pattern AGE = Pattern.compile("\\d{1,3}[DWMY]");
    private static final Pattern WELL_KNOWN = Pattern.compile("1\\.2\\.840\\.10008(\\.\\d{1,4}){1,10}");

    private Values() {
    }

    /** A UID that the standard gives a meaning: it stays. */
    static boolean isWellKnown(String uid) {
        return uid.startsWith("1.2.840.10008.") && WELL_KNOWN.matcher(uid).matches();
    }

    /** Whether one value, trimmed, is of the form its VR asks for; only VRs without free text conform. */
    static boolean conforms(Vr vr, String value) {
        return switch (vr) {
            case CS -> value.length() <= 16 && all(value, " _-+/.&()");
            case DS, IS -> value.length() <= 32 && isNumber(value);
            case AS -> AGE.matcher(value).matches();
            case DA, TM, DT -> value.length() <= 54 && noLetters(value);
            case UI -> value.length() <= 64 && isDotted(value);
            default -> false;
        };
    }

    private static boolean all(String value, String signs) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean word = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!word && signs.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDotted(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE ".indexOf(c) < 0) {
                return value.equalsIgnoreCase("nan");
            }
        }
        return true;
    }

    private static boolean noLetters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && ".:+-/ ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A valid value that means nothing. */
    static String dummy(Vr vr) {
        return switch (vr) {
            case DA -> "19000101";
            case DT -> "19000101000000";
            case TM -> "000000";
            case AS -> "000Y";
            case DS, IS -> "0";
            case CS -> "CORRECT";
            case UR -> "http://removed.invalid";
            default -> REMOVED;
        };
    }

    /** Longest value of the VR in characters. */
    static int limit(Vr vr) {
        return switch (vr) {
            case SH, AE, CS -> 16;
            case LO, PN -> 64;
            case ST -> 1024;
            case LT -> 10240;
            default -> Integer.MAX_VALUE;
        };
    }
}
