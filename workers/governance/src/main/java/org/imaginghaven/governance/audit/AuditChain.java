package org.imaginghaven.governance.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the hash chain of the ledger, entry by entry, without trusting the database's own function.
 *
 * <p>A chain cannot show that its newest entries were cut off. Whoever keeps an earlier {@link Verdict.Intact}'s length
 * and head can: {@link #expecting} demands that the chain still passes through it.
 */
public final class AuditChain {

    private static final byte[] START = new byte[32];

    private final @Nullable Head expected;
    private byte[] previous = START;
    private long entries;
    private boolean sawExpected;
    private @Nullable Verdict broken;

    private AuditChain(@Nullable Head expected) {
        this.expected = expected;
        this.sawExpected = expected == null || expected.entries() == 0;
    }

    /** How far the chain reached at some time. */
    public record Head(long entries, String hash) {
    }

    /** What became of the check. */
    public sealed interface Verdict {

        /** Every entry follows from the one before. */
        record Intact(Head head) implements Verdict {
        }

        /** The first entry that does not, and why. */
        record Broken(long seq, Fault fault) implements Verdict {
        }
    }

    /** How an entry can be wrong. */
    public enum Fault {
        /** An entry is missing before this one, or stands twice. */
        GAP,
        /** The entry does not continue the one before it. */
        UNLINKED,
        /** The entry's content is not what was hashed when it was written. */
        CHANGED,
        /** The chain is shorter than it was, or went another way. */
        CUT_OFF
    }

    public static AuditChain fromStart() {
        return new AuditChain(null);
    }

    /** Also demands that the chain still passes through a head that was seen earlier. */
    public static AuditChain expecting(Head earlier) {
        return new AuditChain(earlier);
    }

    /** Takes the next entry in order of {@code seq}; after the first fault further entries change nothing. */
    public void accept(AuditEntry entry) {
        if (broken != null) {
            return;
        }
        faultOf(entry).ifPresentOrElse(fault -> broken = new Verdict.Broken(entry.seq(), fault), () -> {
            previous = entry.hash();
            entries = entry.seq();
            if (expected != null && expected.entries() == entries) {
                sawExpected = expected.hash().equals(HexFormat.of().formatHex(previous));
            }
        });
    }

    public Verdict verdict() {
        if (broken != null) {
            return broken;
        }
        if (!sawExpected) {
            return new Verdict.Broken(entries, Fault.CUT_OFF);
        }
        return new Verdict.Intact(new Head(entries, HexFormat.of().formatHex(previous)));
    }

    private Optional<Fault> faultOf(AuditEntry entry) {
        if (entry.seq() != entries + 1) {
            return Optional.of(Fault.GAP);
        }
        if (!Arrays.equals(entry.previousHash(), previous)) {
            return Optional.of(Fault.UNLINKED);
        }
        return Arrays.equals(entry.hash(), hash(entry)) ? Optional.empty() : Optional.of(Fault.CHANGED);
    }

    private static byte[] hash(AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(entry.previousHash());
        String[] fields = {Long.toString(entry.seq()), Long.toString(entry.at().toEpochMilli()), entry.actor(),
                entry.action(), entry.subject(), entry.evidence(), entry.details()};
        for (int i = 0; i < fields.length; i++) {
            digest.update((i == 0 ? "" : "|").getBytes(StandardCharsets.UTF_8));
            digest.update(sized(fields[i]));
        }
        return digest.digest();
    }

    private static byte[] sized(@Nullable String field) {
        if (field == null) {
            return new byte[]{'-'};
        }
        int length = field.getBytes(StandardCharsets.UTF_8).length;
        return (length + ":" + field).getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
