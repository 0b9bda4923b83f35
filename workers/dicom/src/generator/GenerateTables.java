import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries the facts of the reference tables (tags, VRs, action and option codes; no wording) into the line formats the
 * engine reads. Run by hand when an edition changes: {@code java GenerateTables.java REFERENCE_DIR RESOURCE_DIR}.
 */
public final class GenerateTables {

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PRIVATE_LEAF = Pattern.compile("\\(([0-9a-f]{4}),\"?([^\"()]+)\"*,([0-9a-f]{2})\\)$");
    private static final Map<String, String> OPTIONS = new LinkedHashMap<>(Map.of());

    static {
        OPTIONS.put("rtnSafePrivOpt", "safe-private");
        OPTIONS.put("rtnUIDsOpt", "uids");
        OPTIONS.put("rtnDevIdOpt", "device");
        OPTIONS.put("rtnInstIdOpt", "institution");
        OPTIONS.put("rtnPatCharsOpt", "patient");
        OPTIONS.put("rtnLongFullDatesOpt", "full-dates");
        OPTIONS.put("rtnLongModifDatesOpt", "modified-dates");
        OPTIONS.put("cleanDescOpt", "descriptors");
        OPTIONS.put("cleanStructContOpt", "structured");
        OPTIONS.put("cleanGraphOpt", "graphics");
    }

    public static void main(String[] arguments) throws IOException {
        Path reference = Path.of(arguments[0]);
        Path resources = Path.of(arguments[1]);
        dictionary(reference.resolve("innolitics-2024e_attributes.json"), resources.resolve("dictionary.txt"));
        profile(reference.resolve("innolitics-2024e_confidentiality_profile_attributes.json"),
                resources.resolve("policy/ps3.15-2024e.txt"));
        safePrivate(reference.resolve("TCIAPrivateTagKB-02-01-2024-formatted.csv"),
                resources.resolve("policy/private-safe.txt"));
    }

    private static void dictionary(Path from, Path to) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Map<String, String> row : rows(from)) {
            String tag = row.get("id").toUpperCase(Locale.ROOT);
            String vr = row.get("valueRepresentation");
            vr = vr.contains("OW") ? "OW" : vr.startsWith("US or SS") ? "US" : vr.length() == 2 ? vr : "-";
            if (vr.equals("-") || row.get("keyword").isEmpty()) {
                continue;
            }
            lines.put(tag, tag + " " + vr + " " + row.get("valueMultiplicity").replace(" ", "") + " " + row.get("keyword"));
        }
        write(to, "# Data dictionary, PS3.6 2024e: tag, VR, VM, keyword", lines.values());
    }

    private static void profile(Path from, Path to) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Map<String, String> row : rows(from)) {
            String tag = row.get("id").toUpperCase(Locale.ROOT);
            if (row.get("tag").toLowerCase(Locale.ROOT).contains("odd")) {
                tag = "PRIVATE";
            }
            StringBuilder line = new StringBuilder(tag).append(' ').append(row.get("basicProfile").replace("*", ""));
            for (var option : OPTIONS.entrySet()) {
                String code = row.get(option.getKey());
                if (code != null) {
                    line.append(' ').append(option.getValue()).append('=').append(code);
                }
            }
            lines.put(tag, line.toString());
        }
        write(to, "# PS3.15 Table E.1-1, edition 2024e: tag, basic profile action, then option=action", lines.values());
    }

    private static void safePrivate(Path from, Path to) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        TreeSet<String> disputed = new TreeSet<>();
        TreeSet<String> changed = new TreeSet<>();
        for (String row : Files.readAllLines(from)) {
            String[] cells = row.split(",");
            if (cells.length < 4) {
                continue;
            }
            String disposition = cells[cells.length - 1].strip();
            String vr = cells[cells.length - 2].strip();
            int end = row.indexOf(")\"");
            Matcher leaf = PRIVATE_LEAF.matcher(row.substring(0, Math.max(end + 1, 0)).replace("\"\"", "\""));
            if (end < 0 || !leaf.find()) {
                continue;
            }
            String name = leaf.group(1).toUpperCase(Locale.ROOT) + " " + leaf.group(3).toUpperCase(Locale.ROOT) + " ";
            String creator = leaf.group(2).strip();
            boolean moved = disposition.matches("h|o|oi");
            boolean kept = moved ? vr.matches("UI|DA|DT") : disposition.equalsIgnoreCase("k");
            if (!kept) {
                (moved ? changed : disputed).add(name + creator);
            } else if (!vr.equals("UN") && vr.matches("[A-Z]{2}")) {
                lines.add(name + vr + " " + creator);
            }
        }
        // who changes it in one VR would not have it kept as it is in another
        lines.removeIf(line -> disputed.contains(line.substring(0, 8) + line.substring(11))
                || changed.contains(line.substring(0, 8) + line.substring(11))
                        && !line.substring(8, 10).matches("UI|DA|DT"));
        write(to, "# Private elements that hold nothing identifying (TCIA private tag knowledge base, 2024-02-01): "
                + "group, element, VR, creator", lines);
    }

    private static Iterable<Map<String, String>> rows(Path from) throws IOException {
        Matcher objects = OBJECT.matcher(Files.readString(from));
        List<Map<String, String>> rows = new java.util.ArrayList<>();
        while (objects.find()) {
            Map<String, String> row = new LinkedHashMap<>();
            Matcher fields = FIELD.matcher(objects.group());
            while (fields.find()) {
                row.put(fields.group(1), fields.group(2));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void write(Path to, String title, Iterable<String> lines) throws IOException {
        Files.createDirectories(to.getParent());
        StringBuilder text = new StringBuilder(title).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(to, text);
        System.out.println(to.getFileName() + ": " + text.chars().filter(c -> c == '\n').count() + " lines");
    }
}
