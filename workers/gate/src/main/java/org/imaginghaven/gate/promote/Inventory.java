package org.imaginghaven.gate.promote;

import java.io.IOException;
import org.imaginghaven.kernel.AuditEvent;

/** The inventory: promoted, standardised values of patients who may be searched, and the index made of it. */
public interface Inventory {

    /**
     * Rebuilds both from what is promoted now. Patients who opted out, whom nobody could name, or who were merged into
     * another are not in it.
     */
    void refresh(AuditEvent event) throws IOException;
}
