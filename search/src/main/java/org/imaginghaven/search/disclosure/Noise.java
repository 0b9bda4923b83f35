package org.imaginghaven.search.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Two-sided geometric noise (the discrete Laplace distribution), drawn from a keyed hash of what is counted: the same
 * set of patients always gets the same noise, so asking again or in other words teaches nothing.
 */
final class Noise {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /** @param secret 32 bytes that no viewer knows */
    Noise(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the disclosure key must have 32 bytes, not " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** An opaque name of a set of patients, the same for the same set. */
    String fingerprint(PatientSet set) {
        return HexFormat.of().formatHex(hash("set", set), 0, 16);
    }

    /**
     * Noise for one count over a set: {@code k} with probability proportional to {@code exp(-epsilon |k| / reach)}.
     *
     * @param what which count over the set, so that its studies and its patients get noise of their own
     * @param reach by how much one patient can change the count
     */
    long of(String what, PatientSet set, double epsilon, int reach) {
        ByteBuffer bits = ByteBuffer.wrap(hash(what, set));
        double decay = epsilon / reach;
        long up = geometric(bits.getLong(), decay);
        long down = geometric(bits.getLong(), decay);
        return up - down;
    }

    /** From 53 of the bits: how often a coin that shows heads with probability exp(-decay) does so before tails. */
    private static long geometric(long bits, double decay) {
        double uniform = ((bits >>> 11) + 0.5) * 0x1p-53;
        return (long) Math.floor(-Math.log(uniform) / decay);
    }

    private byte[] hash(String what, PatientSet set) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * 4).putLong(set.patients());
            set.prints().forEach(numbers::putLong);
            return mac.doFinal(numbers.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
