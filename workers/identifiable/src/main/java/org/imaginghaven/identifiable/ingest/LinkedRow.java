package org.imaginghaven.identifiable.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.identifiable.ingest.CsvTable.RowFault;

/**
 * One row of a linked table and whom it is about.
 *
 * @param identifiers of one patient, the one that says most first
 */
record LinkedRow(int line, Map<String, String> cells, List<PatientIdentifier> identifiers) {

    static final String DEMOGRAPHICS = "demographics";
    private static final List<String> NUMBERS = List.of("chi", "previous_chi", "nhs_number");
    private static final String LOCAL = "local_id";

    /** What a row says of its patient, or why it cannot be used. */
    sealed interface Verdict {
        record Usable(LinkedRow row) implements Verdict {
        }

        record Faulty(RowFault fault) implements Verdict {
        }
    }

    /** A row with one good and one broken identifier is faulty: it would take a guess to say which of the two is meant. */
    static Verdict of(int line, Map<String, String> cells) {
        List<PatientIdentifier> identifiers = new ArrayList<>();
        for (String column : NUMBERS) {
            String text = cells.getOrDefault(column, "");
            if (!text.isBlank()) {
                String source = column.equals("nhs_number") ? PatientIdentifier.NHS : PatientIdentifier.CHI;
                Optional<PatientIdentifier> id = PatientIdentifiers.parseAs(source, text);
                if (id.isEmpty()) {
                    return new Verdict.Faulty(RowFault.BAD_IDENTIFIER);
                }
                identifiers.add(id.get());
            }
        }
        String local = cells.getOrDefault(LOCAL, "");
        if (!local.isBlank()) {
            Optional<PatientIdentifier> id = PatientIdentifiers
                    .parseAs(PatientIdentifier.LOCAL + cells.getOrDefault("controller", ""), local);
            if (id.isEmpty()) {
                return new Verdict.Faulty(RowFault.BAD_IDENTIFIER);
            }
            identifiers.add(id.get());
        }
        return identifiers.isEmpty()
                ? new Verdict.Faulty(RowFault.NO_IDENTIFIER)
                : new Verdict.Usable(new LinkedRow(line, Map.copyOf(cells), List.copyOf(identifiers)));
    }

    @Override
    public String toString() {
        return "LinkedRow[line " + line + "]";
    }
}
