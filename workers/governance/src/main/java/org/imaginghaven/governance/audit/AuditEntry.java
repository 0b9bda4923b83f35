package org.imaginghaven.governance.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it is stored.
 *
 * @param seq position in the chain, from 1
 * @param at milliseconds precision
 * @param details JSON text exactly as PostgreSQL prints it, since the hash is over that text
 * @param previousHash 32 bytes, all zero for the first entry
 * @param hash 32 bytes
 */
public record AuditEntry(long seq, Instant at, String actor, String action, String subject, @Nullable String evidence,
        String details, byte[] previousHash, byte[] hash) {

    public AuditEntry {
        previousHash = previousHash.clone();
        hash = hash.clone();
    }

    @Override
    public byte[] previousHash() {
        return previousHash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditEntry that && seq == that.seq && at.equals(that.at) && actor.equals(that.actor)
                && action.equals(that.action) && subject.equals(that.subject)
                && Objects.equals(evidence, that.evidence) && details.equals(that.details)
                && Arrays.equals(previousHash, that.previousHash) && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq) ^ Arrays.hashCode(hash);
    }
}
