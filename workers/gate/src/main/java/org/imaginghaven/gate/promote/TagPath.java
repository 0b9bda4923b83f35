package org.imaginghaven.gate.promote;

import java.util.Locale;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Vr;

/** Where the tag store keeps a tag: the key of the DICOM JSON model. Built from a number, so safe inside SQL. */
record TagPath(String key, boolean personName) {

    static TagPath of(String keyword) {
        Integer tag = Dictionary.tag(keyword);
        if (tag == null) {
            throw new IllegalStateException("a promoted tag that is not in the dictionary");
        }
        return new TagPath(String.format(Locale.ROOT, "%08X", tag), Dictionary.vr(tag) == Vr.PN);
    }

    /** SQL for the first value as text. */
    String first(String alias) {
        return alias + ".tags #>> '{" + key + ",Value,0" + (personName ? ",Alphabetic" : "") + "}'";
    }

    /** SQL for all values: one row each, called {@code v}. */
    String all(String alias) {
        return "jsonb_array_elements(case jsonb_typeof(" + alias + ".tags #> '{" + key + ",Value}') when 'array' then "
                + alias + ".tags #> '{" + key + ",Value}' else '[]' end) v";
    }

    /** SQL for the text of {@code v}. */
    String text() {
        return "case jsonb_typeof(v) when 'object' then v ->> 'Alphabetic' else v #>> '{}' end";
    }
}
