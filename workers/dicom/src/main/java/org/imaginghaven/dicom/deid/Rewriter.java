package org.imaginghaven.dicom.deid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.imaginghaven.dicom.policy.Action;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.Rule;
import org.jspecify.annotations.Nullable;

/** Applies a policy to one data set in one walk. Made for each file. */
final class Rewriter {

    private static final Pattern LOCAL_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._\\-]{0,15}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7}");
    private static final int CONTENT_LABEL = 0x00700080;
    private static final int CODE_VALUE = 0x00080100;
    private static final int CODING_SCHEME = 0x00080102;
    private static final int CODE_MEANING = 0x00080104;
    private static final Set<String> PUBLIC_SCHEMES = Set.of("DCM", "SCT", "SRT", "SNM3", "SNM", "SNOMED", "99SDM",
            "LN",
            "UCUM", "RADLEX", "FMA", "NCIT", "NCIt", "UMLS", "I10", "I9", "I9C", "ICD10", "MDC", "BI", "ISO3166_1",
            "RFC5646",
            "ACR", "UBERON", "NEU", "MA", "ITIS_TSN", "PUBCHEM_CID", "IBSI", "MSH", "C4", "CD8");

    /** Hears what was done to each element; for explanations. */
    interface Trace {
        void done(int depth, Dataset within, Element before, @Nullable Element after, Rule rule);
    }

    private final Policy policy;
    private final ProjectIdentity identity;
    private final String pseudonym;
    private final int days;
    private final Guard guard;
    private final TextCleaner cleaner;
    private final Repeats repeats;
    private final TagSet emptied;
    private final Dataset root;
    private final @Nullable Trace trace;

    /**
     * @param repeats of files of the same people only
     * @param emptied elements that lose their value whatever the policy says
     */
    Rewriter(Policy policy, ProjectIdentity identity, String pseudonym, int days, Guard guard, TextCleaner cleaner,
            Repeats repeats, TagSet emptied, Dataset root, @Nullable Trace trace) {
        this.policy = policy;
        this.identity = identity;
        this.pseudonym = pseudonym;
        this.days = days;
        this.guard = guard;
        this.cleaner = cleaner;
        this.repeats = repeats;
        this.emptied = emptied;
        this.root = root;
        this.trace = trace;
    }

    List<Element> rewrite() {
        return rewrite(root, 0, 0);
    }

    private List<Element> rewrite(Dataset dataset, int parent, int depth) {
        List<Element> kept = new ArrayList<>(dataset.size());
        for (int i = 0; i < dataset.size(); i++) {
            Element each = dataset.at(i);
            int tag = each.tag();
            if (Tag.element(tag) == 0 || Tag.group(tag) <= 2 || Tag.isPrivateCreator(tag)) {
                continue; // lengths are made anew, creators follow what they own
            }
            Element element = Tag.isPrivate(tag) && each.vr() == Vr.UN ? named(each, dataset) : each;
            Rule rule = Tag.isPrivate(tag)
                    ? policy.privateRule(tag, element.vr(), owner(dataset, tag))
                    : policy.rule(tag, element.vr(), parent, root);
            Element after = apply(rule, element, dataset, parent, depth);
            if (trace != null) {
                trace.done(depth, dataset, element, after, rule);
            }
            if (after != null && (!Tag.isPrivate(tag) || ownCreator(dataset, tag, kept))) {
                kept.add(after);
            }
        }
        return kept;
    }

    /** A private text of unknown VR has that which its maker gives it. */
    private Element named(Element unknown, Dataset dataset) {
        Vr vr = policy.safeVr(unknown.tag(), owner(dataset, unknown.tag()));
        return unknown instanceof Element.Value value && vr != null && vr.isText()
                ? new Element.Value(value.tag(), vr, value.array(), value.offset(), value.length(), value.bigEndian())
                : unknown;
    }

    private String owner(Dataset dataset, int tag) {
        return policy.asksForCreators() ? creator(dataset, tag) : "";
    }

    static String creator(Dataset dataset, int tag) {
        return Tag.element(tag) < 0x1000 ? "" : dataset.string(tag & 0xFFFF0000 | tag >>> 8 & 0xFF, "");
    }

    /** The creator of a block that keeps an element is kept once, before it; a block whose name identifies goes whole. */
    private boolean ownCreator(Dataset dataset, int tag, List<Element> kept) {
        int creator = tag & 0xFFFF0000 | tag >>> 8 & 0xFF;
        for (int i = kept.size() - 1; i >= 0 && Tag.group(kept.get(i).tag()) == Tag.group(tag); i--) {
            if (kept.get(i).tag() == creator) {
                return true;
            }
        }
        Element own = dataset.get(creator);
        if (own == null || emptied.has(creator) || guard.finds(dataset.string(creator, ""))) {
            return false;
        }
        kept.add(own);
        return true;
    }

    private @Nullable Element apply(Rule rule, Element element, Dataset dataset, int parent,
            int depth) {
        Action.Kind kind = rule.action().kind();
        if (kind == Action.Kind.REMOVE) {
            return null;
        }
        if (emptied.has(element.tag())) {
            return element instanceof Element.Value value && !Tag.isPrivate(value.tag())
                    ? empty(value, value.vr())
                    : null;
        }
        boolean whole = kind == Action.Kind.KEEP;
        if (element instanceof Element.Value value) {
            return value.length() == 0 ? emptied(kind, value) : repeated(rule, value, dataset, parent);
        }
        if (element instanceof Element.Items sequence) {
            return kind == Action.Kind.EMPTY
                    ? new Element.Items(element.tag(), Vr.SQ, List.of())
                    : enter(sequence, depth);
        }
        if (element instanceof Element.Bulk bulk) {
            return whole || kind == Action.Kind.KEEP_CODE ? bulk : null;
        }
        return element.tag() == Tag.PIXEL_DATA && whole && depth == 0 ? element : null;
    }

    /** What the value becomes, or became in the file before. */
    private @Nullable Element repeated(Rule rule, Element.Value value, Dataset dataset, int parent) {
        if (!dataset.characterSets().equals(root.characterSets())) {
            return value(rule.action(), value, dataset);
        }
        boolean code = value.tag() == CODE_VALUE || value.tag() == CODE_MEANING;
        Element.Value scheme = code && dataset.get(CODING_SCHEME) instanceof Element.Value its ? its : null;
        Repeats.Entry entry = repeats.find(parent, value, scheme, rule);
        if (entry == null) {
            entry = new Repeats.Entry(parent, value, scheme, rule, value(rule.action(), value, dataset));
            repeats.keep(entry);
        }
        return entry.after();
    }

    private Element enter(Element.Items sequence, int depth) {
        List<Dataset> items = new ArrayList<>(sequence.items().size());
        for (Dataset item : sequence.items()) {
            items.add(Dataset.of(rewrite(item, sequence.tag(), depth + 1), item.characterSets()));
        }
        return new Element.Items(sequence.tag(), Vr.SQ, items);
    }

    /** An element that was empty stays so, but for what must be there in the output. */
    private Element emptied(Action.Kind kind, Element.Value value) {
        return kind == Action.Kind.PSEUDONYM
                ? text(value, known(value), pseudonym)
                : new Element.Value(value.tag(), value.vr(), value.array(), 0, 0, false);
    }

    private static Vr known(Element.Value value) {
        Vr vr = value.vr() == Vr.UN ? Dictionary.vr(value.tag()) : null;
        return vr == null ? value.vr() : vr;
    }

    private @Nullable Element value(Action action, Element.Value value, Dataset dataset) {
        Vr vr = known(value);
        return switch (action.kind()) {
            case REMOVE -> null;
            case EMPTY -> empty(value, vr);
            case KEEP -> keep(value, vr, dataset);
            case KEEP_CODE -> keepCode(value, vr, dataset);
            case DUMMY -> dummy(value, vr);
            case NEW_UID -> uids(value, dataset);
            case SHIFT_DATE -> vr == Vr.TM ? keepCode(value, vr, dataset) : shifted(value, vr, dataset);
            case CLEAN_TEXT -> cleaned(value, vr, dataset, ((Action.CleanText) action).needsValue());
            case PSEUDONYM -> text(value, vr, pseudonym);
            case REPLACE -> text(value, vr, ((Action.Replace) action).text());
            case AGE_BAND -> mapped(value, vr, dataset, age -> band(age, ((Action.AgeBand) action).years()));
            case ROUND -> mapped(value, vr, dataset, number -> rounded(number, ((Action.Round) action).step()));
            case MAP_TO -> mapped(value, vr, dataset, one -> ((Action.MapTo) action).texts().getOrDefault(one, ""));
            case HASH -> mapped(value, vr, dataset,
                    one -> identity.hashed(Tag.hex(value.tag()), one).substring(0, 16));
        };
    }

    private static Element empty(Element.Value value, Vr vr) {
        return new Element.Value(value.tag(), vr, value.array(), 0, 0, false);
    }

    private static Element text(Element.Value value, Vr vr, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Element.Value(value.tag(), vr, bytes, 0, bytes.length, false);
    }

    private Element keep(Element.Value value, Vr vr, Dataset dataset) {
        if (!vr.isText()) {
            return value;
        }
        if (vr == Vr.UI) {
            return uidKinds(value, dataset);
        }
        if (value.tag() == CODE_VALUE) {
            return codeValue(value, vr, dataset);
        }
        String text = dataset.text(value);
        if (!guard.finds(text)) {
            return value;
        }
        String left = vr.hasBackslashValues()
                ? String.join("\\", dataset.strings(value).stream().map(guard::strip).toList())
                : guard.strip(text);
        return encoded(value, vr, dataset, left.isBlank() ? Values.REMOVED : left);
    }

    /** UIDs of kinds of things stay when they are short and no instance's; others are remapped like any. */
    private Element uidKinds(Element.Value value, Dataset dataset) {
        for (String uid : dataset.strings(value)) {
            if (!Values.conforms(Vr.UI, uid) || !Values.isWellKnown(uid) && guard.finds(uid)) {
                return uids(value, dataset);
            }
        }
        return value;
    }

    private Element codeValue(Element.Value value, Vr vr, Dataset dataset) {
        String code = dataset.string(CODE_VALUE, "");
        if (isPublic(dataset)) {
            return guard.finds(code) ? text(value, vr, Values.REMOVED) : value;
        }
        boolean harmless = LOCAL_CODE.matcher(code).matches() && !guard.finds(code)
                && !LONG_NUMBER.matcher(code).find();
        return harmless ? value : text(value, vr, identity.hashed("code", code).substring(0, 16));
    }

    private static boolean isPublic(Dataset item) {
        return PUBLIC_SCHEMES.contains(item.string(CODING_SCHEME, ""));
    }

    private Element keepCode(Element.Value value, Vr vr, Dataset dataset) {
        if (!vr.isText()) {
            return value.vr().isText() ? empty(value, value.vr()) : value;
        }
        for (String one : dataset.strings(value)) {
            boolean number = vr == Vr.DS || vr == Vr.IS || vr == Vr.AS || vr == Vr.TM;
            if (!Values.conforms(vr, one)
                    || (number ? guard.isNumber(one, vr == Vr.TM) : one.length() >= 3 && guard.finds(one))) {
                return value.tag() == CONTENT_LABEL ? text(value, vr, Values.REMOVED) : empty(value, vr);
            }
        }
        return value;
    }

    private static Element dummy(Element.Value value, Vr vr) {
        if (vr.isText()) {
            return text(value, vr, Values.dummy(vr));
        }
        return new Element.Value(value.tag(), vr, new byte[8], 0, Math.max(2, vr.wordSize()), false);
    }

    private Element uids(Element.Value value, Dataset dataset) {
        StringBuilder joined = new StringBuilder();
        List<String> uids = dataset.strings(value);
        for (int i = 0; i < uids.size(); i++) {
            String uid = uids.get(i);
            boolean keep = uid.isEmpty()
                    || Values.isWellKnown(uid) && value.tag() != Tag.SOP_INSTANCE_UID;
            joined.append(i == 0 ? "" : "\\").append(keep ? uid : identity.uid(uid));
        }
        return text(value, Vr.UI, joined.toString());
    }

    private Element shifted(Element.Value value, Vr vr, Dataset dataset) {
        return mapped(value, vr, dataset, one -> one.isEmpty() ? "" : ProjectIdentity.shifted(one, days));
    }

    private Element mapped(Element.Value value, Vr vr, Dataset dataset,
            java.util.function.UnaryOperator<String> change) {
        List<String> values = dataset.strings(value);
        if (values.size() == 1) {
            return encoded(value, vr, dataset, change.apply(values.get(0)));
        }
        return encoded(value, vr, dataset, String.join("\\", values.stream().map(change).toList()));
    }

    private static Element encoded(Element.Value value, Vr vr, Dataset dataset, String text) {
        byte[] bytes = dataset.characterSets().encode(text);
        return new Element.Value(value.tag(), vr, bytes, 0, bytes.length, false);
    }

    private Element cleaned(Element.Value value, Vr vr, Dataset dataset, boolean needsValue) {
        if (value.tag() == CODE_MEANING && isPublic(dataset)) {
            return keep(value, vr, dataset);
        }
        String keyword = Dictionary.keyword(value.tag());
        boolean longText = vr == Vr.LT || vr == Vr.ST || vr == Vr.UT;
        TextCleaner.Place place = new TextCleaner.Place(value.tag(), keyword == null ? "" : keyword, longText);
        List<String> kept = new ArrayList<>();
        for (String one : dataset.strings(value)) {
            boolean technical = Tag.isPrivate(value.tag()) && VocabularyCleaner.bundled().isTechnical(one);
            String clean = guard.strip(technical ? one : cleaner.clean(one, place, guard.known()));
            int limit = Values.limit(vr);
            kept.add(clean.length() > limit ? clean.substring(0, limit).strip() : clean);
        }
        String text = String.join("\\", kept);
        boolean nothing = kept.stream().allMatch(String::isBlank);
        return encoded(value, vr, dataset, nothing ? needsValue ? Values.REMOVED : "" : text);
    }

    private static String band(String age, int years) {
        if (!age.matches("\\d{1,3}[DWMY]")) {
            return "";
        }
        int number = Integer.parseInt(age.substring(0, age.length() - 1));
        char unit = age.charAt(age.length() - 1);
        if (unit != 'Y') {
            int whole = number / (unit == 'M' ? 12 : unit == 'W' ? 52 : 365);
            return whole >= 90 ? "090Y" : years > 1 ? String.format("%03dY", whole / years * years) : age;
        }
        return number >= 90 ? "090Y" : years == 1 ? age : String.format("%03dY", number / years * years);
    }

    private static String rounded(String number, double step) {
        try {
            double value = Math.round(Double.parseDouble(number) / step) * step;
            return value == Math.rint(value)
                    ? Long.toString((long) value)
                    : new java.math.BigDecimal(value).round(new java.math.MathContext(10)).toPlainString();
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
