package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.dicom.CharacterSets;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.identity.ProjectIdentity;
import org.imaginghaven.dicom.policy.ConfidentialityTable;
import org.imaginghaven.dicom.policy.Option;
import org.imaginghaven.dicom.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of Table E.1-1 under every option: at the top, in an item, and in an item of a private sequence. */
class ConfidentialityTableTest {

    private static final int HOLDER = 0x00081250; // a sequence the table does not name
    private static final int PRIVATE_HOLDER = 0x00211001; // SIEMENS MR IMA: a safe private sequence
    private static final Set<Integer> SET_BY_ENGINE = Set.of(Tag.PATIENT_NAME, Tag.PATIENT_ID);

    static Stream<Set<Option>> options() {
        List<Set<Option>> all = new ArrayList<>();
        all.add(EnumSet.noneOf(Option.class));
        for (Option option : Option.values()) {
            if (option != Option.CLEAN_FACES) {
                all.add(EnumSet.of(option));
            }
        }
        all.add(EnumSet.of(Option.MODIFIED_DATES, Option.PATIENT, Option.SAFE_PRIVATE, Option.DESCRIPTORS,
                Option.GRAPHICS));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyRowIsDoneAsItsCodeSays(Set<Option> options) {
        StringBuilder text = new StringBuilder("policy test 1\n");
        options.forEach(option -> text.append("option ").append(option.word()).append('\n'));
        Policy policy = Policy.parse(text.append("include allow-list\npseudonym PatientName PatientID\n").toString(),
                "test");
        int rows = 0;
        for (ConfidentialityTable.Row row : ConfidentialityTable.rows()) {
            if (row.tag().equals("PRIVATE") || row.tag().startsWith("0000") || row.tag().startsWith("FFFC")
                    || row.tag().startsWith("0002")) {
                continue; // command elements, padding and meta headers are never written
            }
            int tag = Integer.parseUnsignedInt(row.tag().replace('X', '0'), 16);
            Vr vr = Dictionary.vr(tag);
            if (vr == null || SET_BY_ENGINE.contains(tag)) {
                continue;
            }
            String code = ConfidentialityTable.code(row, options);
            Element element = sample(tag, vr);
            Dataset root = Dataset.of(List.of(element), CharacterSets.ASCII);
            check(row, code, element, one(rewrite(policy, root), tag));
            Dataset nested = Dataset.of(List.of(new Element.Items(HOLDER, Vr.SQ, List.of(root))), CharacterSets.ASCII);
            check(row, code, element, inner(rewrite(policy, nested), HOLDER, tag));
            Dataset hidden = Dataset.of(List.of(creator(), new Element.Items(PRIVATE_HOLDER, Vr.SQ, List.of(root))),
                    CharacterSets.ASCII);
            Dataset after = rewrite(policy, hidden);
            if (options.contains(Option.SAFE_PRIVATE)) {
                check(row, code, element, inner(after, PRIVATE_HOLDER, tag));
            } else {
                assertThat(after.size()).as("private sequence under %s", options).isZero();
            }
            rows++;
        }
        assertThat(rows).isGreaterThan(600);
    }

    private static Element creator() {
        byte[] name = "SIEMENS MR IMA".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new Element.Value(0x00210010, Vr.LO, name, 0, name.length, false);
    }

    private static Dataset rewrite(Policy policy, Dataset root) {
        Guard guard = new Guard(KnownIdentifiers.of(Dataset.builder().build()), VocabularyCleaner.bundled());
        return Dataset.of(new Rewriter(policy, new ProjectIdentity(Made.KEY), "HPSEUDONYM", -100, guard,
                VocabularyCleaner.bundled(), new Repeats(), TagSet.of(new int[0]), root, null).rewrite(),
                CharacterSets.ASCII);
    }

    private static @Nullable Element one(Dataset dataset, int tag) {
        return dataset.get(tag);
    }

    private static @Nullable Element inner(Dataset dataset, int holder, int tag) {
        List<Dataset> items = dataset.items(holder);
        return items.isEmpty() ? null : items.get(0).get(tag);
    }

    private static Element sample(int tag, Vr vr) {
        if (vr == Vr.SQ) {
            Dataset item = Dataset.builder().set("CodeValue", "T-1").set("CodingSchemeDesignator", "SRT").build();
            return new Element.Items(tag, vr, List.of(item));
        }
        if (!vr.isText()) {
            byte[] bytes = new byte[16];
            Arrays.fill(bytes, (byte) 7);
            return new Element.Value(tag, vr, bytes, 0, 16, false);
        }
        String text = switch (vr) {
            case DA -> "20200229";
            case DT -> "20200229101112.123456+0100";
            case TM -> "101112";
            case AS -> "093Y";
            case DS, IS -> "12";
            case UI -> "1.2.826.0.1.99999.1";
            case CS -> "YES";
            default -> "Zanzibarry head";
        };
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new Element.Value(tag, vr, bytes, 0, bytes.length, false);
    }

    private static String text(@Nullable Element element) {
        return element instanceof Element.Value value
                ? new String(value.array(), value.offset(), value.length(),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                : "";
    }

    private static void check(ConfidentialityTable.Row row, String code, Element before, @Nullable Element after) {
        boolean date = before.vr() == Vr.DA || before.vr() == Vr.DT;
        String name = row.tag() + " " + code;
        boolean gone = Tag.isOverlay(before.tag()) || Tag.isCurve(before.tag());
        if (gone || code.equals("X") || code.equals("C") && before.vr().isOther()) {
            assertThat(after).as(name).isNull();
            return;
        }
        if (code.equals("K")) {
            assertThat(after).as(name).isNotNull();
            if (before.vr() == Vr.AS) {
                assertThat(text(after)).as(name).isEqualTo("090Y");
            } else {
                assertThat(text(after)).as(name).isEqualTo(text(before));
            }
            return;
        }
        if (after == null) {
            assertThat(code).as(name).isEqualTo("X/Z");
            return;
        }
        if (before.vr().isText() && before.vr() != Vr.TM && !(code.equals("C") && !before.vr().isFreeText() && !date)) {
            assertThat(text(after)).as(name).isNotEqualTo(text(before));
        }
        assertThat(text(after)).as(name).doesNotContain("Zanzibarry").doesNotContain("99999");
        if (code.contains("Z") && !code.contains("D") && !code.contains("U")) {
            assertThat(text(after)).as(name).isEmpty();
        }
        if (code.contains("D") && before instanceof Element.Value) {
            assertThat(((Element.Value) after).length()).as(name).isPositive();
        }
        if (code.equals("C") && date) {
            assertThat(text(after)).as(name).startsWith("20191121");
        }
        if (code.contains("U") && before.vr() == Vr.UI) {
            assertThat(text(after)).as(name).startsWith("2.25.");
        }
    }
}
