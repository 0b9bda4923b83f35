package org.imaginghaven.demo.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;

/**
 * Looks for planted identifiers in bytes of any kind, without regard to case and only as whole words.
 *
 * <p>Bytes are read as ISO 8859-1, so that every byte is one character, and each identifier is looked for as it would
 * stand in ISO 8859-1 and in UTF-8. Findings name the place and the number of the identifier, never the identifier.
 */
final class LeakSearch {

    private static final int BLOCK = 1 << 22;

    private final Trie trie;
    private final List<String> patterns;
    private final int overlap;

    LeakSearch(Collection<String> identifiers) {
        Set<String> forms = new LinkedHashSet<>();
        for (String identifier : identifiers) {
            forms.add(bytesOf(identifier.getBytes(StandardCharsets.UTF_8)));
            if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(identifier)) {
                forms.add(bytesOf(identifier.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        patterns = List.copyOf(forms);
        overlap = patterns.stream().mapToInt(String::length).max().orElse(0) + 1;
        trie = Trie.builder().ignoreCase().addKeywords(patterns).build();
    }

    /** One identifier in one place. */
    record Finding(String place, int identifier, long position) {
    }

    List<Finding> inText(String place, String text) {
        return inBlock(place, bytesOf(text.getBytes(StandardCharsets.UTF_8)), 0, 0);
    }

    List<Finding> inFile(String place, Path file) throws IOException {
        List<Finding> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] kept = new byte[0];
            long position = 0;
            for (byte[] read = in.readNBytes(BLOCK); read.length > 0; read = in.readNBytes(BLOCK)) {
                byte[] block = Arrays.copyOf(kept, kept.length + read.length);
                System.arraycopy(read, 0, block, kept.length, read.length);
                found.addAll(inBlock(place, bytesOf(block), position - kept.length, kept.length));
                position += read.length;
                kept = Arrays.copyOfRange(block, Math.max(0, block.length - overlap), block.length);
            }
        }
        return found;
    }

    List<Finding> inFolder(String place, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                found.addAll(inText(place + " (a file name)", folder.relativize(file).toString()));
                if (Files.isRegularFile(file)) {
                    found.addAll(inFile(place, file));
                }
            }
        }
        return found;
    }

    /** A finding that ends within the bytes kept from the block before was reported with that block. */
    private List<Finding> inBlock(String place, String block, long offset, int seen) {
        List<Finding> found = new ArrayList<>();
        trie.parseText(block).forEach(hit -> {
            if (hit.getEnd() >= seen && isWhole(block, hit.getStart(), hit.getEnd())) {
                found.add(new Finding(place, indexOf(hit.getKeyword()), offset + hit.getStart()));
            }
        });
        return found;
    }

    private static boolean isWhole(String block, int start, int end) {
        return (start == 0 || !isWordCharacter(block.charAt(start - 1)))
                && (end + 1 == block.length() || !isWordCharacter(block.charAt(end + 1)));
    }

    private static boolean isWordCharacter(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private int indexOf(String keyword) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).equalsIgnoreCase(keyword)) {
                return i;
            }
        }
        return -1;
    }

    private static String bytesOf(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
