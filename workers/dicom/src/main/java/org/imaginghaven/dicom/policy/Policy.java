package org.imaginghaven.dicom.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each element: rules of the policy's own lines first, then Table E.1-1 with the policy's options, then
 * the allow-list, then what is safe for any element of its VR. Whatever nobody speaks for is removed. Immutable.
 */
public final class Policy {

    private static final Rule REMOVE_UNKNOWN = Rule.of(new Action.Remove(), "default: not in the dictionary");
    private static final Rule REMOVE_TEXT = Rule.of(new Action.Remove(), "default: free text that no rule names");
    private static final Rule REMOVE_OTHER = Rule.of(new Action.Remove(), "default: bytes that no rule names");
    private static final Rule REMOVE_PRIVATE = Rule.of(new Action.Remove(), "default: private");
    private static final Rule REMOVE_OVERLAY = Rule.of(new Action.Remove(), "default: overlays and curves go whole");
    private static final Rule ENTER = Rule.of(new Action.Keep(), "default: sequence, entered");
    private static final Rule UID = Rule.of(new Action.NewUid(), "default: UID");
    private static final Rule DATE = Rule.of(new Action.ShiftDate(), "default: date");
    private static final Rule CODE = Rule.of(new Action.KeepCode(), "default: VR without free text");
    private static final Rule SAFE = Rule.of(new Action.KeepCode(), "safe private");
    private static final Rule SAFE_TEXT = Rule.of(new Action.CleanText(false), "safe private");

    private final String name;
    private final String version;
    private final String text;
    private final Set<Option> options;
    private final Map<PolicyParser.PrivateTarget, Rule> privateRules;
    private final @Nullable SafePrivate safePrivate;
    private final int[] tags;
    private final Rule[][] rules;

    private Policy(PolicyParser parsed, String text) {
        this.text = text;
        this.name = parsed.name;
        this.version = parsed.version;
        this.options = Set.copyOf(parsed.options);
        this.privateRules = Map.copyOf(parsed.privateRules);
        this.safePrivate = options.contains(Option.SAFE_PRIVATE) ? new SafePrivate() : null;
        this.tags = new int[1 << 13];
        this.rules = new Rule[tags.length][];
        for (var entry : compile(parsed).entrySet()) {
            int slot = slot(entry.getKey());
            tags[slot] = entry.getKey();
            rules[slot] = entry.getValue();
        }
    }

    /** A policy that comes with the project: {@code basic} or {@code research}. */
    public static Policy bundled(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new PolicyException("no policy is called \"" + name + "\"; give basic, research or a file");
        }
        return parse(Resources.text(name + ".policy"), name);
    }

    /**
     * Reads a policy file.
     *
     * @throws PolicyException with a sentence that names the line
     */
    public static Policy read(Path file) throws IOException {
        return parse(Files.readString(file), String.valueOf(file.getFileName()));
    }

    /** Reads a policy from its text; source is what errors call it. */
    public static Policy parse(String text, String source) {
        PolicyParser parser = new PolicyParser();
        parser.read(text, source);
        if (parser.name.isEmpty()) {
            throw new PolicyException(source, 1, "a policy begins with \"policy NAME VERSION\"");
        }
        return new Policy(parser, text);
    }

    private Map<Integer, Rule[]> compile(PolicyParser parsed) {
        Map<Integer, Rule[]> all = new HashMap<>();
        for (ConfidentialityTable.Row row : ConfidentialityTable.rows()) {
            if (row.tag().indexOf('X') >= 0 || row.tag().equals("PRIVATE")) {
                continue; // overlays, curves and private elements are decided by what they are
            }
            int tag = Integer.parseUnsignedInt(row.tag(), 16);
            String code = ConfidentialityTable.code(row, options);
            all.put(tag, new Rule[]{Rule.of(ConfidentialityTable.action(code, row.basic(), tag, Dictionary.vr(tag)),
                    ConfidentialityTable.EDITION + " " + code)});
        }
        parsed.rules.forEach((tag, own) -> {
            List<Rule> first = own.stream().filter(rule -> !isAllowList(rule)).toList();
            List<Rule> allowed = own.stream().filter(Policy::isAllowList).toList();
            Rule[] table = all.get(tag);
            List<Rule> chain = new java.util.ArrayList<>(first);
            chain.addAll(table == null ? allowed : List.of(table));
            all.put(tag, chain.toArray(new Rule[0]));
        });
        return all;
    }

    private static boolean isAllowList(Rule rule) {
        return rule.origin().startsWith("allow-list ");
    }

    private int slot(int tag) {
        int slot = (tag * 0x9E3779B9) >>> 19;
        while (rules[slot] != null && tags[slot] != tag) {
            slot = slot + 1 & tags.length - 1;
        }
        return slot;
    }

    /**
     * The rule for a standard element.
     *
     * @param vr as the file has it; an unknown VR goes by the dictionary
     * @param parent tag of the sequence it lies in; 0 at the top
     * @param root the main data set, for conditions
     */
    public Rule rule(int tag, Vr vr, int parent, Dataset root) {
        if (Tag.isOverlay(tag) || Tag.isCurve(tag)) {
            return REMOVE_OVERLAY;
        }
        Rule[] own = rules[slot(tag)];
        if (own != null) {
            for (Rule rule : own) {
                if ((rule.parent() == 0 || rule.parent() == parent)
                        && (rule.condition() == null || rule.condition().holds(root))) {
                    return rule;
                }
            }
        }
        Vr known = Dictionary.vr(tag);
        return known == null ? REMOVE_UNKNOWN : byVr(known, vr);
    }

    /** Both the dictionary's VR and the file's must be harmless. */
    private static Rule byVr(Vr known, Vr found) {
        return switch (known) {
            case SQ -> found == Vr.SQ ? ENTER : REMOVE_OTHER;
            case UI -> UID;
            case DA, DT, TM -> DATE;
            case AS, AT, CS, DS, IS, FL, FD, SL, SS, SV, UL, US, UV -> found.isFreeText() ? REMOVE_TEXT : CODE;
            case OD, OF, OL, OV, OW -> found.isFreeText() ? REMOVE_TEXT : CODE;
            case AE, LO, LT, PN, SH, ST, UC, UR, UT -> REMOVE_TEXT;
            case OB, UN -> REMOVE_OTHER;
        };
    }

    /** Whether the rule for a private element hangs on who owns it. */
    public boolean asksForCreators() {
        return safePrivate != null || !privateRules.isEmpty();
    }

    /** The rule for a private element; the creator is empty when its block has none. */
    public Rule privateRule(int tag, Vr vr, String creator) {
        Rule own = privateRules.get(new PolicyParser.PrivateTarget(Tag.group(tag), tag & 0xFF, creator));
        if (own != null) {
            return own;
        }
        Vr safe = safePrivate == null || creator.isEmpty() ? null : safePrivate.vr(Tag.group(tag), tag, creator, vr);
        if (safe == null) {
            return REMOVE_PRIVATE;
        }
        return switch (safe) {
            case SQ -> vr == Vr.SQ ? ENTER : REMOVE_PRIVATE;
            case AS, AT, CS, DS, IS, FL, FD, SL, SS, SV, UL, US, UV -> vr.isFreeText() || isOpaque(vr)
                    ? REMOVE_PRIVATE
                    : SAFE;
            case LO, SH -> vr == Vr.LO || vr == Vr.SH || vr == Vr.UN ? SAFE_TEXT : REMOVE_PRIVATE;
            case UI -> vr == Vr.UI || vr == Vr.UN ? UID : REMOVE_PRIVATE;
            case DA, DT, TM -> has(Option.MODIFIED_DATES) && (vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.UN)
                    ? DATE
                    : REMOVE_PRIVATE;
            // long texts, names and opaque bytes hold whatever a vendor put there
            case AE, LT, OB, OD, OF, OL, OV, OW, PN, ST, UC, UN, UR, UT -> REMOVE_PRIVATE;
        };
    }

    private static boolean isOpaque(Vr vr) {
        return vr.isOther() && vr != Vr.UN;
    }

    /** The VR that a safe private element is known to have; null when it is not known. */
    public @Nullable Vr safeVr(int tag, String creator) {
        return safePrivate == null || creator.isEmpty()
                ? null
                : safePrivate.vr(Tag.group(tag), tag, creator, Vr.UN);
    }

    public String name() {
        return name;
    }

    /** The text it was read from, without what it includes. */
    public String text() {
        return text;
    }

    public String version() {
        return version;
    }

    public Set<Option> options() {
        return options;
    }

    public boolean has(Option option) {
        return options.contains(option);
    }
}
