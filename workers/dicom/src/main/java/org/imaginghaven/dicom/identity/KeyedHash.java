package org.imaginghaven.dicom.identity;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104), made from SHA-256: javax.crypto gives the same, but starts by reading policies and opening every
 * library there is, which takes longer than many a run. Not thread safe.
 */
final class KeyedHash {

    private static final int BLOCK = 64;
    private static final int SIZE = 32;

    private final MessageDigest sha256;
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];
    private final byte[] digest = new byte[SIZE];

    /** @param key at most 64 bytes */
    KeyedHash(byte[] key) {
        if (key.length > BLOCK) {
            throw new IllegalArgumentException("a key has at most " + BLOCK + " bytes");
        }
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
        Arrays.fill(inner, (byte) 0x36);
        Arrays.fill(outer, (byte) 0x5C);
        for (int i = 0; i < key.length; i++) {
            inner[i] ^= key[i];
            outer[i] ^= key[i];
        }
    }

    /** Of the parts one after the other; the array is the same each time. */
    byte[] of(byte[]... parts) {
        try {
            sha256.update(inner);
            for (byte[] part : parts) {
                sha256.update(part);
            }
            sha256.digest(digest, 0, SIZE);
            sha256.update(outer);
            sha256.update(digest);
            sha256.digest(digest, 0, SIZE);
            return digest;
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }
}
