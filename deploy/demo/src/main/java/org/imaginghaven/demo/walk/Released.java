package org.imaginghaven.demo.walk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;

/**
 * Whose files were released where. Only the gate can tell, so this signs in as the gate; nobody else in the demo does, and
 * nothing of it is printed.
 */
final class Released {

    private static final String PATIENTS = """
            select i.source, i.value, f.output_path
            from governance.extraction_file f
            join governance.extraction e using (extraction_key)
            join identifiable.project_pseudonym p on p.project_key = e.project_key and p.pseudonym = f.pseudonym
            join identifiable.patient_identifier i on i.eupi = p.eupi and i.valid_to is null
            where f.extraction_key = ? and f.state = 'released' and i.source = 'chi'
            order by i.value, f.output_path""";

    private final LocalStack stack;

    Released(LocalStack stack) {
        this.stack = stack;
    }

    /** Released files by CHI, relative to the release's folder. */
    Map<String, List<String>> filesByChi(String extractionKey) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        try (Connection database = DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_gate",
                stack.databasePassword("gate"));
                PreparedStatement query = database.prepareStatement(PATIENTS)) {
            query.setString(1, extractionKey);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.computeIfAbsent(row.getString("value"), _ -> new ArrayList<>())
                            .add(row.getString("output_path"));
                }
            }
        } catch (SQLException e) {
            throw new DemoFailure("the database refused with SQL state " + e.getSQLState(), null);
        }
        return files;
    }
}
