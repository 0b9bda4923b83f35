package org.imaginghaven.gate.promote;

import java.util.List;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Identifiability rules people proposed; those whose promotion is active are in force. */
interface RuleStore {

    /** Keeps a rule as the next version of its name. */
    void propose(Key promotion, String name, String content, String author, AuditEvent event);

    /** The rule of a promotion, as JSON. */
    String content(Key promotion);

    /** Promotions of the rules in force, in the order in which they are asked. */
    List<String> activeKeys();

    /** The rules in force as JSON, in the same order. */
    List<String> active();

    /** Puts a rule in force in the place of an older one of its name. Does nothing unless it is proposed. */
    void activate(Key promotion, AuditEvent event);
}
