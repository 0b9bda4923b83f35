package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Iterator;
import java.util.UUID;
import org.imaginghaven.search.schema.IndexWriter;
import org.imaginghaven.search.schema.PatientDocument;
import org.imaginghaven.search.schema.PatientIndex;

/** The index in Elasticsearch, written by the search module's own writer. */
public final class ElasticInventoryIndex implements InventoryIndex {

    private final IndexWriter writer;

    public ElasticInventoryIndex(URI elasticsearch) {
        this.writer = new IndexWriter(PatientIndex.connect(elasticsearch));
    }

    @Override
    public void replaceWith(Iterator<PatientDocument> patients) throws IOException {
        writer.replaceWith(patients);
    }

    @Override
    public void remove(Collection<UUID> patientKeys) throws IOException {
        writer.remove(patientKeys);
    }
}
