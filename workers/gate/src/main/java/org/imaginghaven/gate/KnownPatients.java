package org.imaginghaven.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imaginghaven.schema.ZoneDatabase;

/** Looks up what a patient is known by. */
public final class KnownPatients {

    private static final List<String> NAME_COLUMNS = List.of("family_name", "given_name", "name");
    private static final List<String> CONTACT_COLUMNS = List.of("address", "postcode", "phone");

    private final ZoneDatabase database;

    public KnownPatients(ZoneDatabase database) {
        this.database = database;
    }

    public KnownPatient of(String eupi) {
        List<String> names = new ArrayList<>(tag(eupi, "00100010", true));
        names.addAll(tag(eupi, "00101001", true));
        NAME_COLUMNS.forEach(column -> names.addAll(column(eupi, column)));
        List<String> ids = new ArrayList<>(database.sql().sql("""
                select distinct value from identifiable.patient_identifier where eupi = :eupi and source <> 'study'
                and valid_to is null""").param("eupi", eupi).query(String.class).list());
        ids.addAll(tag(eupi, "00100020", false));
        ids.addAll(tag(eupi, "00101000", false));
        List<String> dates = new ArrayList<>(tag(eupi, "00100030", false));
        dates.addAll(column(eupi, "birth_date"));
        List<String> contacts = new ArrayList<>();
        CONTACT_COLUMNS.forEach(column -> contacts.addAll(column(eupi, column)));
        return new KnownPatient(clean(names), clean(ids), clean(dates), clean(contacts));
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().flatMap(text -> text == null ? Stream.<String>empty() : Stream.of(text.strip()))
                .filter(text -> !text.isEmpty()).distinct().toList();
    }

    private List<String> tag(String eupi, String tag, boolean personName) {
        String path = personName ? "v ->> 'Alphabetic'" : "v #>> '{}'";
        return database.sql().sql("select distinct coalesce(" + path + ", '') from identifiable.instance i,"
                + " jsonb_array_elements(i.tags -> :tag -> 'Value') v where i.eupi = :eupi limit 200")
                .param("tag", tag).param("eupi", eupi).query(String.class).list();
    }

    private List<String> column(String eupi, String column) {
        return database.sql().sql("""
                select distinct coalesce(content ->> :column, '') from identifiable.linked_row
                where eupi = :eupi and dataset = 'demographics'""").param("column", column).param("eupi", eupi)
                .query(String.class).list();
    }
}
