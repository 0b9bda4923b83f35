package org.imaginghaven.governance.revoke;

import org.imaginghaven.kernel.Key;

/**
 * Access that is being taken back.
 *
 * @param subject project, agreement, promotion or opt-out key, or a data controller's code
 * @param state requested, withdrawing, escalated or certified
 */
public record Revocation(Key revocationKey, RevocationKind kind, String subject, String state) {
}
