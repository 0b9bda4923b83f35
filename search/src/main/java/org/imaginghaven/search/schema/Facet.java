package org.imaginghaven.search.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cohort can be narrowed by. Adding one means: a constant here, a field in {@code schema/patients.json}, a
 * component in {@link PatientDocument}; the compiler and {@code PatientIndexTest} name the rest.
 */
public enum Facet {
    MODALITY("modality", "Modality", "e.modality", code()), BODY_PART("bodyPart", "Body part", "e.body_part",
            code()), SEX("sex", "Sex", "p.sex", Pattern.compile("[FMO]")), AGE_BAND("ageBand", "Age at study",
                    "s.age_years", Pattern.compile("[0-9]{1,2}(-[0-9]{1,2}|\\+)")), YEAR("year", "Year of study",
                            "s.year", Pattern.compile("(19|20)[0-9]{2}")), MANUFACTURER("manufacturer", "Manufacturer",
                                    "e.promoted ->> 'Manufacturer'",
                                    Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,&()/+_-]{0,63}")),
    /** What the reports of the study say; a study has many, and what its reports do not mention is not among them. */
    FINDING("finding", "Report findings", "s.promoted -> 'finding'",
            Pattern.compile("[a-z][a-z0-9-]{1,60}:(present|absent|uncertain)"));

    private final String key;
    private final String title;
    private final String column;
    private final Pattern form;

    Facet(String key, String title, String column, Pattern form) {
        this.key = key;
        this.title = title;
        this.column = column;
        this.form = form;
    }

    /** The upper-case codes of DICOM's CS. */
    private static Pattern code() {
        return Pattern.compile("[A-Z0-9][A-Z0-9_ ]{0,15}");
    }

    public static Optional<Facet> ofKey(String key) {
        return Arrays.stream(values()).filter(facet -> facet.key.equals(key)).findFirst();
    }

    /** Its name in the grammar and as a field of the index. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Its place in {@code inventory}, with aliases {@code p} patient, {@code s} study, {@code e} series. */
    String column() {
        return column;
    }

    /** Whether a value could occur at all. */
    boolean accepts(String value) {
        return form.matcher(value).matches() && (this != AGE_BAND || AgeBand.named(value).isPresent());
    }
}
