package org.imaginghaven.gate;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.imaginghaven.gate.promote.InventoryIndex;
import org.imaginghaven.search.schema.PatientDocument;

/** An index in memory that can be told to fail; the real one is tried where Elasticsearch runs. */
final class RecordingIndex implements InventoryIndex {

    final Map<UUID, PatientDocument> documents = new LinkedHashMap<>();
    boolean failing;

    @Override
    public void replaceWith(Iterator<PatientDocument> patients) throws IOException {
        if (failing) {
            throw new IOException("no index");
        }
        documents.clear();
        patients.forEachRemaining(patient -> documents.put(patient.patientKey(), patient));
    }

    @Override
    public void remove(Collection<UUID> patientKeys) throws IOException {
        if (failing) {
            throw new IOException("no index");
        }
        documents.keySet().removeAll(patientKeys);
    }
}
