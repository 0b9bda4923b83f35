package org.imaginghaven.nlp.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.imaginghaven.nlp.FindingKind;
import org.jspecify.annotations.Nullable;

/** What elements of an HL7 clinical document (CDA R2) hold by what they are. */
final class ClinicalElements {

    private static final Set<String> ROLES = Set.of("recordTarget", "author", "dataEnterer", "informant", "custodian",
            "informationRecipient", "legalAuthenticator", "authenticator", "participant", "inFulfillmentOf",
            "documentationOf", "relatedDocument", "authorization", "componentOf", "component");
    private static final Set<String> STAFF = Set.of("assignedAuthor", "assignedEntity", "intendedRecipient");
    private static final Set<String> RELATIVES = Set.of("guardianPerson", "relatedPerson", "associatedPerson");
    private static final Set<String> TIMES = Set.of("effectiveTime", "time", "low", "high", "center",
            "signatureTime");

    /**
     * A value that identifies.
     *
     * @param place the part of the document it is in, by the standard's name
     */
    record Meaning(String place, String text, FindingKind kind) {
    }

    private ClinicalElements() {
    }

    /** Whether an element's content, elements in it too, is one text. */
    static boolean isWhole(List<String> path) {
        return switch (path.getLast()) {
            case "text", "title", "name", "addr" -> true;
            default -> false;
        };
    }

    static @Nullable Meaning ofElement(List<String> path, String text) {
        String parent = parent(path);
        FindingKind kind = switch (path.getLast()) {
            case "addr" -> FindingKind.ADDRESS;
            case "name" -> ofName(path, parent);
            default -> null;
        };
        return kind == null ? null : new Meaning(place(path), text, kind);
    }

    private static @Nullable FindingKind ofName(List<String> path, String parent) {
        if (parent.equals("patient") && path.contains("recordTarget")) {
            return FindingKind.PATIENT_NAME;
        }
        if (RELATIVES.contains(parent)) {
            return FindingKind.RELATIVE_NAME;
        }
        if (parent.toLowerCase(Locale.ROOT).endsWith("organization") || parent.equals("place")
                || parent.equals("location")) {
            return FindingKind.SITE;
        }
        return parent.endsWith("Person") || parent.equals("informationRecipient") ? FindingKind.STAFF_NAME : null;
    }

    static @Nullable Meaning ofAttribute(List<String> path, String name, String value) {
        String parent = parent(path);
        FindingKind kind = switch (path.getLast() + "@" + name) {
            case "telecom@value" ->
                value.regionMatches(true, 0, "mailto:", 0, 7) ? FindingKind.EMAIL : FindingKind.PHONE;
            case "birthTime@value" -> FindingKind.BIRTH_DATE;
            case "id@extension" -> ofId(parent);
            default -> name.equals("value") && TIMES.contains(path.getLast()) && value.matches("\\d{4}.*")
                    ? FindingKind.DATE
                    : null;
        };
        return kind == null ? null : new Meaning(place(path), value, kind);
    }

    private static @Nullable FindingKind ofId(String parent) {
        if (parent.equals("patientRole") || parent.equals("patient")) {
            return FindingKind.PATIENT_ID;
        }
        return STAFF.contains(parent) ? FindingKind.STAFF_ID : parent.equals("order") ? FindingKind.ACCESSION : null;
    }

    private static String parent(List<String> path) {
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    private static String place(List<String> path) {
        return path.size() > 1 && ROLES.contains(path.get(1)) ? path.get(1) : "element";
    }
}
