package org.imaginghaven.project.store;

import java.util.HexFormat;

/**
 * One file of a package.
 *
 * @param item its name in the ledger of the extraction
 * @param path relative to the folder of files, made of pseudonyms and new UIDs
 * @param size bytes
 * @param sha256 64 hexadecimal digits
 */
public record PackagedFile(String item, String path, long size, String sha256) {

    public PackagedFile {
        if (HexFormat.of().parseHex(sha256).length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes");
        }
    }
}
