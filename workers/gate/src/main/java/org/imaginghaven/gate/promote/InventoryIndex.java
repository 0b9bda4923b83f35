package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.UUID;
import org.imaginghaven.search.schema.PatientDocument;

/** The search index made of the inventory. */
public interface InventoryIndex {

    /** Builds it anew beside the one in use and swaps them. */
    void replaceWith(Iterator<PatientDocument> patients) throws IOException;

    /** Takes patients out of the one in use. */
    void remove(Collection<UUID> patientKeys) throws IOException;
}
