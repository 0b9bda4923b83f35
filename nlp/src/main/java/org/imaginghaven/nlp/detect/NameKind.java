package org.imaginghaven.nlp.detect;

import java.util.regex.Pattern;

import org.imaginghaven.nlp.FindingKind;

/** Whose name it is that stands at a place, by the words around it; the patient's, which is the safest guess, when nothing tells. */
final class NameKind {

    private static final int BEFORE = 48;
    private static final int AFTER = 44;
    private static final Pattern STAFF_BEFORE = Pattern.compile(
            "(?i)(?:(?:referr(?:al|ed)|reported|requested|verified|dictated|sign(?:ed)?|approved|authori[sz]ed|performed|scanned|reviewed|read|typed|transcribed|interpreted|supervised|operated|seen|assisted|checked|examined|countersigned|ordered|consented)(?:(?:\\s+(?:off|on))?\\s+(?:by|from|to)|\\s*(?=:))|(?:(?:gp|doctor|consultant|surgeon)\\s+is|author|together\\s+with|reviewed\\s+with|attention|signed|verified|reported|authori[sz]ed|dictated|approved|typed|operator|reporter|requester|referrer)"
                    + "|discussed\\s+with|under(?:\\s+the\\s+care\\s+of)?|\\bcc|cop(?:y|ied)\\s+to|c/o|d/w|(?:clinic|team|care|list|opinion|secretary)\\s+of|quer(?:y|ies)\\s+to|sent\\s+(?:to|by)|(?:given|telephoned|phoned|called|relayed|communicated|handed\\s+over)\\s+to|opinion\\s+from|(?:spoken?|speak(?:ing)?)\\s+(?:to|with)|please\\s+(?:contact|call|ring|page)|handover|dear"
                    + "|consultant|specialist|surgeon|radiologist|radiographer|sonographer|registrar|physician|nurse|secretary|midwife|pathologist|technician|therapist|(?-i:\\b(?:GP|PCP|SLT|OT|PT|SHO|SpR|Reg|Cons|HCA|RN|SN|ANP|ENP|RMN|PA|NP|HV|CNS|SW|Sr|Op|Asst))"
                    + "|(?-i:(?:Dr|Prof|Mr|Miss|Mrs|Ms)\\.?\\s+(?:\\p{L}\\.?\\s+)?(?:[\\p{L}'’\\-]+\\s+){1,3}(?:/|and|&|,)))\\s*[:,\\-(/]?\\s*$");
    private static final Pattern STAFF_AFTER = Pattern.compile(
            "(?i)^(?:\\s+will\\s+(?:ring|call|phone|telephone|contact|arrange|inform|discuss|write)\\b|\\s*/\\s*(?-i:(?:(?:Dr|Mr|Miss|Mrs|Ms|Prof)\\.? )?\\p{Lu}[\\p{L}'’.\\-]* (?:\\p{Lu}[\\p{L}'’\\-]+ ){0,2}(?:SpR|SPR|StR|ST\\d|SHO|FY\\d))|['’]s\\s+(?:team|clinic|list|ward|secretary|opinion|registrar)|\\s*[,(/\\-]?\\s*(?:(?:consultant|specialist|senior|reporting|locum|advanced|staff|charge|lead|theatre|research|practice|clinical|hon)\\b|registrar|surgeon|radiolog|radiograph|sonograph|physician|secretary|nurse|midwife|technician|technologist|typist|pathologist|an(?:a)?esthe|cardiologist|neurologist|urologist|audiologist|(?-i:SpR|SPR|StR|ST\\s?\\d|CT\\s?\\d|F[Yy]?\\s?[12]|SHO|M\\.?D\\b|D\\.?O\\b|FRC\\w+|MRC\\w+|MB\\w*|RN\\b|NP\\b|PA-C|GP\\b|OT\\b|PT\\b|SLT\\b|RGN|RMN|PhD|IR\\b)))");
    private static final Pattern RELATIVE_BEFORE = Pattern.compile(
            "(?i)(?:(?<!\\p{L})" + Kin.WORD
                    + "(?:['’]s)?(?:\\s+(?:is|name|called|named))?|accompanied\\s+by|next\\s+of\\s+kin|\\bnok|emergency\\s+contact)\\s*[:,(\\-=]?\\s*$");
    private static final Pattern RELATIVE_AFTER = Pattern
            .compile("(?i)^\\s*[,(\\-]\\s*(?:(?:the|her|his)\\s+)?(?:" + Kin.WORD
                    + "|next\\s+of\\s+kin|nok)\\b(?!['’]s)");

    private NameKind() {
    }

    /** "Forename Surname, his sister" and "Forename (mum)". */
    static boolean relativeBehind(String text, int end) {
        return RELATIVE_AFTER.matcher(text.substring(end, Math.min(text.length(), end + AFTER))).find();
    }

    static FindingKind of(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        if (STAFF_AFTER.matcher(after).find()) {
            return FindingKind.STAFF_NAME;
        }
        if (RELATIVE_BEFORE.matcher(before).find() || RELATIVE_AFTER.matcher(after).find()) {
            return FindingKind.RELATIVE_NAME;
        }
        return STAFF_BEFORE.matcher(before).find() ? FindingKind.STAFF_NAME : FindingKind.PATIENT_NAME;
    }
}
