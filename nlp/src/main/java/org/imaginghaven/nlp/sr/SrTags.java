package org.imaginghaven.nlp.sr;

/** Attributes of the SR Document Content Module (PS3.3 C.17.3 and C.18). */
final class SrTags {

    static final int RELATIONSHIP_TYPE = 0x0040A010;
    static final int VALUE_TYPE = 0x0040A040;
    static final int CONCEPT_NAME = 0x0040A043;
    static final int DATE_TIME = 0x0040A120;
    static final int DATE = 0x0040A121;
    static final int TIME = 0x0040A122;
    static final int PERSON_NAME = 0x0040A123;
    static final int UID = 0x0040A124;
    static final int TEXT = 0x0040A160;
    static final int CONCEPT_CODE = 0x0040A168;
    static final int MEASURED_VALUE = 0x0040A300;
    static final int NUMERIC_VALUE = 0x0040A30A;
    static final int UNITS = 0x004008EA;
    static final int CONTENT = 0x0040A730;
    static final int REFERENCED_ITEM = 0x0040DB73;
    static final int REFERENCED_SOP = 0x00081199;
    static final int REFERENCED_INSTANCE = 0x00081155;
    static final int GRAPHIC_TYPE = 0x00700023;
    static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
    static final int CONTINUITY = 0x0040A050;
    static final int NUMERIC_VALUE_QUALIFIER = 0x0040A301;
    static final int CODE_VALUE = 0x00080100;
    static final int LONG_CODE_VALUE = 0x00080119;
    static final int URN_CODE_VALUE = 0x00080120;
    static final int CODING_SCHEME = 0x00080102;
    static final int CODE_MEANING = 0x00080104;
    static final int SPECIFIC_CHARACTER_SET = 0x00080005;

    private SrTags() {
    }
}
