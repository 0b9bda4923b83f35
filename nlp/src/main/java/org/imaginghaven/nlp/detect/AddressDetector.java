package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.ADDRESS;
import static org.imaginghaven.nlp.FindingKind.POSTCODE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/** Addresses and postcodes as they are written outside Britain, and the lines that go on where an address began. */
final class AddressDetector implements Detector {

    private static final String NAME = "(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Master|MR|MRS|DR|NSW|VIC|QLD|TAS|ACT)\\b)\\p{Lu}[\\p{L}'’\\-]*";
    private static final String TOWN = NAME + "(?:[ \\-]" + NAME + "){0,3}";
    private static final String STATE = "(?:NSW|N\\.S\\.W\\.|VIC|Vic\\.?|QLD|Qld\\.?|SA|WA|TAS|Tas\\.?|ACT|NT|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania)";
    private static final String PROVINCE = "(?:ON|QC|PQ|BC|AB|MB|SK|NS|NB|NL|PE|PEI|YT|NU|Ont\\.?|Que\\.?|Ontario|Quebec|Québec|Alberta|Manitoba|Saskatchewan|British Columbia|Nova Scotia|New Brunswick)";
    private static final String US = "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|PR|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])";
    private static final String CANADIAN = "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ \\-]?\\d[ABCEGHJ-NPRSTV-Z]\\d";
    private static final String ROOM = "(?i:flat|apartment|apt|rm|room|unit|villa|suite|ste|level|floor|shop|office|block|blk|tower|door|plot|house|h\\.?|flat/villa)\\.?(?:\\s?(?i:no|number)\\b\\.?|\\s?#)?\\s?(?-i:[A-Z]?\\d{1,5}[A-Z]?(?:[/\\-][A-Z\\d]{1,5})?|[A-Z])";
    private static final String STREET = streets();

    private static final List<PatternRule> RULES = List.of(
            rule("place:room-street", ADDRESS,
                    "(?<v>(?:" + ROOM + ",?\\s){1,3}(?:\\d{1,5}[A-Za-z]?(?:[\\-/]\\d{1,5})?,?\\s)?(?:" + NAME
                            + "\\s){1,4}?(?:"
                            + STREET + ")\\b\\.?)"),
            rule("place:world-street", ADDRESS,
                    "(?<v>(?:No\\.?\\s|#)?\\d{1,5}[A-Za-z]?(?:[\\-/]\\d{1,5})?,?\\s(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.?\\s)?(?:(?:"
                            + NAME + "|\\d{1,3}(?:st|nd|rd|th)|of|the|de|la|du|des)\\s){1,4}?(?:" + STREET
                            + ")\\b(?:\\s\\d{1,3}\\b(?=,))?(?:\\s(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\b)?)",
                    match -> !match.group("v").matches(
                            "(?s).*\\s(?:View|Row|Bank|Gate|Link|Bend|Run|Loop|Corner|Path|Bridge|Mount|Park|Hill|Wood|Green|Tower|Complex|House|Circle|Ridge|Bin|Pet|Strand|Hollow|Dell|Trail|Yard|Approach|Oval)\\b.*")),
            rule("place:type-first", ADDRESS,
                    "(?<v>(?:\\d{1,5}[A-Za-z]?(?:[\\-/]\\d{1,5})?,?\\s)(?:Jalan|Jln|Lorong|Persiaran|Rue|rue|Chemin|chemin|Calle|Via|Rua|Boulevard|boul\\.|Avenue|Route|Highway)(?:\\s(?:de|du|des|la|le|"
                            + NAME + ")){1,4}(?:\\s\\d{1,3}(?:/\\d{1,3})?)?)"),
            rule("place:block", ADDRESS,
                    "(?<v>(?:Blk|Block)\\.?\\s\\d{1,4}[A-Z]?,?\\s(?:" + NAME
                            + "\\s){1,4}(?:Ave|Avenue|St|Street|Road|Rd|Drive|Dr|Cres|Crescent|Close|Lane)\\b(?:\\s\\d{1,3}\\b)?(?:,?\\s?#\\d{1,3}-\\d{1,5}[A-Z]?)?)"),
            rule("place:plot", ADDRESS,
                    "(?<v>(?:Plot|Stand|Erf|Door|House|H\\.)\\s?(?:[Nn]o\\.?\\s?|#)?\\s?\\d{1,5}[A-Z]?(?:[\\-/]\\d{1,5})?,\\s(?:"
                            + NAME + "|\\d{1,3}(?:st|nd|rd|th))(?:\\s(?:" + NAME + "|\\d{1,3}(?:st|nd|rd|th)?)){0,4})"),
            rule("place:town-state", ADDRESS,
                    "(?<v>" + TOWN + "),?\\s{1,2}(?:" + STATE + ",?\\s{1,3}\\d{4}|" + PROVINCE + ",?\\s{1,3}" + CANADIAN
                            + "|" + US + ",?\\s{1,2}\\d{5})\\b"),
            rule("place:town-pin", ADDRESS,
                    "(?<v>" + TOWN
                            + ")(?:\\s?[\\-–]\\s?|,?\\s(?:PIN|Pin|pin)\\s?(?:[Cc]ode)?\\s?[:\\-]?\\s?)[1-8]\\d{2}\\s?\\d{3}"),
            rule("place:town-city-code", ADDRESS,
                    "(?<v>(?:Cape Town|Johannesburg|Durban|Pretoria|Sandton|Auckland|Wellington|Christchurch|Hamilton|Dunedin),?)\\s\\d{4}\\b(?!\\s?hrs)"),
            rule("place:code-australia", POSTCODE, NAME + ",?\\s{1,2}" + STATE + ",?\\s{1,3}(?<v>\\d{4})"),
            rule("place:code-canada", POSTCODE, PROVINCE + ",?\\s{1,3}(?<v>" + CANADIAN + ")"),
            rule("place:code-canada-alone", POSTCODE,
                    "(?<v>[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] \\d[ABCEGHJ-NPRSTV-Z]\\d)"),
            rule("place:code-america", POSTCODE, "\\b" + US + ",?\\s{1,2}(?<v>\\d{5}(?:-\\d{4})?)"),
            rule("place:code-labelled", POSTCODE,
                    "(?i:\\b(?:zip(?:\\s?code)?|post\\s?code|postal\\s+code|pin\\s?code)\\s*[:#\\-]?\\s*)(?<v>\\d{3}\\s?\\d{3}|\\d{4,5}(?:-\\d{4})?)"),
            PatternRule.of("place:code-india", POSTCODE, 0.9,
                    "(?<=\\p{Lu}\\p{L}{2,20})(?:\\s?[\\-–]\\s?|,?\\s(?:PIN|Pin)\\s?[:\\-]?\\s?)(?<v>[1-8]\\d{2}\\s?\\d{3})(?!\\w|[/.\\-]\\d)"),
            rule("place:nagar", ADDRESS,
                    "(?<v>(?:[Nn]o\\.?\\s?|#)?\\d{1,4}[A-Z]?(?:[/\\-]\\d{1,4})?,\\s(?:(?:\\p{Lu}|\\d{1,3}(?:st|nd|rd|th))[^,\\n.]{1,28},\\s){0,3}(?:"
                            + NAME
                            + "\\s|\\d{1,3}(?:st|nd|rd|th)\\s){1,3}(?:Nagar|Marg|Layout|Colony|Vihar|Enclave|Puram|Cross|Main|Phase|Sector|Extension))"),
            rule("place:gulf", ADDRESS,
                    "(?<v>(?:(?:Villa|Flat|Building|Bldg|House|Shop|Apt)\\.?\\s\\d{1,5}[A-Z]?,?\\s){1,2}(?:Street|St|Road|Rd|Way|Block|Zone|Area|Sector|Phase)\\s\\d{1,4})"),
            rule("place:code-singapore", POSTCODE, "(?:Singapore\\s|S\\()(?<v>\\d{6})\\)?"),
            rule("place:code-city", POSTCODE,
                    "(?:Cape Town|Johannesburg|Durban|Pretoria|Sandton|Auckland|Wellington|Christchurch|Hamilton|Dunedin),?\\s(?<v>\\d{4})\\b(?!\\s?hrs)"),
            rule("place:eircode-alone", POSTCODE,
                    "(?<v>(?:D6W|[AC-FHKNPRTV-Y]\\d{2}) (?=[A-Z]*\\d)(?=\\d*[A-Z])[AC-FHKNPRTV-Y\\d]{4})"),
            rule("place:private-bag", ADDRESS,
                    "(?<v>(?i:private bag|locked bag|gpo box|p\\.?\\s?o\\.?\\s?b(?:ox)?\\.?|post office box):?\\s?(?i:no\\.?\\s?)?[A-Z]?\\d{1,6})"));

    /** What goes on behind an address: a town, a state, a code, each behind a comma or on its own line. */
    private static final Pattern NEXT = Pattern.compile("(?:,[ ]{0,2}|,?[ \\t]*\\n[ \\t]*|[ ])(?<v>" + TOWN
            + ")(?=,?[ ]{1,3}(?:" + STATE + "[ ]{1,3})?\\d{4,6}\\b|,[ ]?(?:" + STATE + "|" + PROVINCE + "|" + US
            + ")\\b|[ ]?[\\-–][ ]?\\d{3}[ ]?\\d{3}\\b)");
    private static final Pattern LINE = Pattern
            .compile(",[ ]{0,2}(?<v>" + TOWN + ")(?=[ ]*(?:[,.;)\\n]|$))|,[ \\t]*\\n[ \\t]*(?<w>" + TOWN
                    + ")(?=[ \\t]*(?:,|\\.?[ \\t]*(?:\\n|$)))|,[ ]?(?<x>" + ROOM + "|#\\d{2}-\\d{2,5}[A-Z]?|\\d{5}[ ]"
                    + TOWN + ")(?=[ ]*(?:[,.;)\\n]|$))|[ \\t]*\\n[ \\t]*(?<y>" + TOWN
                    + ")(?=[ \\t]*,?[ \\t]*\\n[^\\n]{0,30}\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b)");
    private static final Pattern CODE = Pattern.compile(",?[ ]{1,3}(?:" + STATE
            + "[ ]{1,3})?(?<v>\\d{4,5}|[1-9]\\d{5})(?![\\w/.\\-]\\w|\\w)(?!\\s?(?:h|hrs|hours)\\b)");

    private static String streets() {
        List<String> types = new ArrayList<>();
        Words.lines("street-types.txt", line -> types.addAll(List.of(line.split("\\s+"))));
        List<String> forms = new ArrayList<>();
        for (String type : types) {
            forms.add(Character.toUpperCase(type.charAt(0)) + type.substring(1));
            forms.add(type.toUpperCase(Locale.ROOT));
        }
        forms.sort((one, other) -> other.length() - one.length());
        return String.join("|", forms);
    }

    private static PatternRule rule(String name, FindingKind kind, String pattern) {
        return rule(name, kind, pattern, match -> true);
    }

    private static PatternRule rule(String name, FindingKind kind, String pattern,
            Predicate<Matcher> check) {
        return PatternRule.of(name, kind, 0.9, "(?<![\\w./])" + pattern + "(?!\\w|[/.\\-]\\d)", check);
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (PatternRule rule : RULES) {
            rule.detect(passage, found);
        }
        for (Finding address : List.copyOf(found)) {
            if (address.kind() == ADDRESS && address.length() > 5) {
                goesOn(passage.text(), address.end(), found);
            }
        }
    }

    private static void goesOn(String text, int from, List<Finding> found) {
        int end = from;
        for (int part = 0; part < 4; part++) {
            Matcher next = NEXT.matcher(text).region(end, text.length());
            Matcher line = LINE.matcher(text).region(end, text.length());
            Matcher town = next.lookingAt() ? next : line.lookingAt() ? line : null;
            if (town == null) {
                break;
            }
            String group = town == next || town.group("v") != null
                    ? "v"
                    : town.group("w") != null ? "w" : town.group("x") != null ? "x" : "y";
            found.add(new Finding(town.start(group), town.end(group), ADDRESS, "place:town", 0.85));
            end = town.end();
        }
        Matcher code = CODE.matcher(text).region(end, text.length());
        if (code.lookingAt()) {
            found.add(new Finding(code.start("v"), code.end("v"), POSTCODE, "place:code", 0.85));
        }
    }
}
