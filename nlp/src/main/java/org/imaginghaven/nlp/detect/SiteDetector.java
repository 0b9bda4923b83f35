package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.SITE;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Hospitals, practices and other organisations that carry a name. */
final class SiteDetector implements Detector {

    /** A full stop only in initials and in what is cut short: behind any other the next sentence begins. */
    private static final String NAME = "(?:(?:St|Mt|Ft|Univ|Dr)\\.|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}'’\\-]*)";
    private static final String OF = "(?:(?<=Hospitals?|Infirmary|Clinic|University|Centre|Center)[ ](?:of[ ](?:the[ ])?"
            + NAME
            + "(?:[ ]" + NAME
            + "){0,2}|for[ ](?:Sick[ ])?(?:Children|Women|Special|Tropical|Nervous)(?:[ ](?:Surgery|Diseases))?))?";
    /** "from Dr Quorrie's.", "at Queen Quorrie's in June": whose it is, with nothing that it owns behind. */
    private static final Pattern OWNED = Pattern.compile(
            "(?i)(?<![\\p{L}])(?:at|from|to|in)[ ](?<v>(?:Dr|Queen|King|Prince|Princess|Lady|Lord|Sir)\\.?[ ]\\p{L}{3,}(?:[ ]\\p{L}{3,})?['’]s)(?=[ ]*(?:[.,;)\\n]|$|\\d|(?:in|on|last|yesterday|today)\\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)))");
    /** "Hospital Quorrie", "Université de Quorrie", "Klinikum Quorrie": what it is stands first. */
    private static final Pattern FIRST = Pattern.compile(
            "(?<![\\p{L}]|\\p{Lu}[\\p{L}'’\\-]{0,20}[ ])(?<v>(?:Hospital|H[ôo]pital|Clinique|Klinik|Klinikum|Poliklinik|Policlinico|Ospedale|Pusat Perubatan|Centre Hospitalier|CHUM?|University|Universit[éà]t?)(?:[ ](?:of|de|du|des|la|le|di|del)){0,2}(?:[ ](?!(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\b)\\p{Lu}\\p{Ll}[\\p{L}'’\\-]*){1,3}(?:(?:[ ](?:de|du|des|la|le|del)){1,2}[ ]\\p{Lu}\\p{Ll}+)?)(?![\\p{L}])");
    /** The last letters of what is done in a place and does not tell it from another. */
    private static final Pattern SPECIALITY = Pattern
            .compile("(?i).*(?:iatric|olog(?:y|ical)|skeletal|vascular|natal|plastic|thoracic|cranial|abdominal)");
    /** Words that name a site only where the words before say that one is meant, or alone behind a name of their own. */
    private static final String WEAK_WORD = "(?:General|Memorial|Royal|(?i:DGH|ACH|MIU)|NHSFT)";
    private static final String HOUSE_WORD = "(?:House|Lodge|Manor|Court|Hall|Grange|Cottage|Health|Medical|Centre|Center|Surgery|Hostel|Home|West|East|North|South|Mansions|Park|View)";
    private static final String AT = "(?<![\\p{L}])(?:[Aa]t|[Ff]rom|[Tt]o|[Ii]n|[Aa]ttends|[Hh]ostel|[Uu]nit|[Ww]ard|[Ll]ocation|LOCATION|[Ss]ite|[Tt]ransferred)[ :]{1,3}(?:the )?";
    private static final Pattern SITES = Pattern
            .compile("(?<v>(?:" + NAME + "[ ]+|(?:of|and|&|the|for|de|la|upon)[ ]+(?=" + NAME
                    + ")){0,6}" + NAME + "[ ]+" + SiteWords.WRITTEN + "(?:[ ]+" + SiteWords.WRITTEN
                    + ")*" + OF + ")(?![\\p{L}]|[ ]?(?i:no\\b|num|nr\\b|#|:)[\\p{L}.]{0,5}[: #]{0,3}[A-Z]{0,3}\\d)");
    private static final Pattern WEAK = Pattern.compile("(?<v>(?:" + NAME + "[ ]){1,3}" + WEAK_WORD
            + ")(?![\\p{L}]|[ ](?i:practi|surg|an(?:a)?esth|medic|physic|ward|paed|condition|health))");
    /** "the Royal Glenmore": named by its qualifier, where somebody or something is or was. */
    private static final Pattern ROYAL = Pattern.compile(
            "(?<![\\p{L}])(?:(?:[Tt]he|THE|[Aa]t|[Ff]rom|[Tt]o|[Ii]n)[ ]|[,:][ ]+(?=the )|site[ ]{1,12}(?=the ))(?<v>(?:the )?(?:Royal|ROYAL)[ ]\\p{Lu}[\\p{L}'’\\-]{2,})(?![\\p{L}])");
    private static final Pattern HOUSE = Pattern
            .compile(AT + "(?<v>(?:" + NAME + "[ ]){1,3}" + HOUSE_WORD + ")(?![\\p{L}])");
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)(?<![\\p{L}])(?:location|site|hospital|facility|institution|clinic|practice|referring\\s+(?:site|hospital)|imaging\\s+site)[ ]?[:=][ ]{0,4}(?<v>(?-i:"
                    + NAME + ")(?:[ ](?:(?-i:" + NAME + ")|of|and|&|the|for)){0,5})");
    private static final Pattern HEALTH_BOARD = Pattern
            .compile("(?<![\\p{L}])(?<v>NHS \\p{Lu}\\p{L}{3,}(?:(?: (?:and|&))? \\p{Lu}\\p{L}{3,}){0,3})(?![\\p{L}])");
    private static final Pattern WARD = Pattern
            .compile("(?<![\\p{L}])(?:[Ww]ard|WARD)[ ](?<v>\\p{Lu}\\p{Ll}{3,})(?![\\p{L}])");
    private static final Pattern MOVED = Pattern.compile(
            "(?<![\\p{L}])(?i:seen|reviewed|scanned|admitted|transfer(?:red)?|attended|attends|referr(?:al|ed)|moved|done|performed|imaged|imaging|operated|clinic|surgery|care|returned|repatriat(?:ed|ion)|rang|phoned|called|discharge[d]?|films?|images|scan|ambulance|sent|booked|based|works|going|goes)[ ](?:(?:\\p{Ll}+|back|\\d{1,2}/\\d{1,2}/\\d{2,4})[ ])?(?:in|at|from|to|via)[ ](?<v>\\p{Lu}\\p{Ll}{4,})(?![\\p{L}'’\\-]|[ ](?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|on)[^ ]{0,6}\\b)\\p{Lu})");
    /** "St Fillan's" anywhere, "St Fillan" only behind a word for where. */
    private static final Pattern SAINT = Pattern.compile(
            "(?<![\\p{L}])(?<v>(?:(?<=\\b(?:[Aa]t|[Ii]n|[Ff]rom|[Tt]o) )St\\.? \\p{Lu}\\p{Ll}{2,}|(?i:st)\\.? \\p{L}{3,}['’][sS](?! (?:wort|fire)))(?![\\p{L}'’]))");
    /** "Vale of Leven": two names of a place and what joins them, where somebody or something is. */
    private static final Pattern JOINED = Pattern.compile(
            "(?<![\\p{L}])(?:[Aa]t|[Ii]n|[Ff]rom) (?:the )?(?<v>\\p{Lu}\\p{Ll}{2,} (?:of|upon|on) (?:the )?(?<last>\\p{Lu}\\p{Ll}{3,}))(?![\\p{L}'’])");
    private static final Pattern WARD_BEFORE = Pattern
            .compile("\\b(?:[Ww]ard|WARD|[Uu]nit|[Cc]linic|[Ff]loor|[Ll]evel) ?[\\dA-Z]{1,3}[,/]? (?:at |in )?$");
    private static final String LOUD = "[\\p{Lu}'’.\\-]{2,}";
    private static final Pattern SITES_CAPITALS = Pattern.compile("(?<v>(?:" + LOUD + "[ ]+){1,5}" + SiteWords.CAPITALS
            + "(?:[ ]+" + SiteWords.CAPITALS
            + ")*(?:[ ]FOR[ ](?:SICK[ ])?(?:CHILDREN|WOMEN))?)");
    /** A line that a word such as IMAGING ends is a letterhead when it holds what is no word of the language. */
    private static final Pattern LETTERHEAD = Pattern.compile(
            "(?m)^[ \\t]*(?<v>(?:" + LOUD + "[ ]+){1,5}" + SiteWords.OPEN_CAPITALS + ")(?=[ \\t]*(?:$|,|-|–|[ ]{2}))");
    /** What belongs to the name of a site behind a comma: ", Radiology Suite". */
    private static final Pattern PART = Pattern.compile(",[ ]" + SiteWords.PART);
    /** What ends a line in which a site stands alone. */
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*(?:\\n|$|,|[-–(|]|[ ]{2})");

    private final Words words;

    SiteDetector(Words words) {
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (Pattern pattern : List.of(SITES, WEAK, HOUSE, LABELLED, SITES_CAPITALS, LETTERHEAD, FIRST)) {
            sites(passage, pattern, found);
        }
        Matcher royal = ROYAL.matcher(passage.text());
        while (royal.find()) {
            String[] parts = royal.group("v").toLowerCase(Locale.ROOT).split(" ");
            if (!words.used(parts[parts.length - 1]) && !words.never(parts[parts.length - 1])) {
                found.add(new Finding(article(passage, royal.start("v")), royal.end("v"), SITE, "place:royal", 0.88));
            }
        }
        for (Pattern pattern : List.of(WARD, MOVED)) {
            Matcher match = pattern.matcher(passage.text());
            while (match.find()) {
                String lower = match.group("v").toLowerCase(Locale.ROOT);
                if (!words.ordinary(lower) && !words.eponym(lower) && !words.never(lower)
                        && (!words.name(lower) || pattern == WARD)) {
                    found.add(new Finding(match.start("v"), match.end("v"), SITE, "place:at", 0.8));
                }
            }
        }
        Matcher joined = JOINED.matcher(passage.text());
        while (joined.find()) {
            String last = joined.group("last").toLowerCase(Locale.ROOT);
            if (!words.eponym(last) && !words.common(last) && !found(found, joined.start("v"), joined.end("v"))) {
                found.add(new Finding(joined.start("v"), joined.end("v"), SITE, "place:joined", 0.88));
            }
        }
        Matcher owned = OWNED.matcher(passage.text());
        while (owned.find()) {
            found.add(new Finding(owned.start("v"), owned.end("v"), SITE, "place:owned", 0.985));
        }
        Matcher saint = SAINT.matcher(passage.text());
        while (saint.find()) {
            String rest = passage.text().substring(saint.end(), Math.min(passage.text().length(), saint.end() + 48));
            if (!EponymGuard.thing(rest) && !found(found, saint.start("v"), saint.end("v"))) {
                found.add(new Finding(saint.start("v"), saint.end("v"), SITE, "place:saint", 0.88));
            }
        }
        Matcher board = HEALTH_BOARD.matcher(passage.text());
        while (board.find()) {
            String next = board.group("v").split("[ ]")[1].toLowerCase(Locale.ROOT);
            if (!words.never(next) && !words.genericSite(next)) {
                found.add(new Finding(board.start("v"), board.end("v"), SITE, "place:board", 0.85));
            }
        }
    }

    /** A word such as Hospital names a site only with a word of its own before it: "the Royal Infirmary", not "Outpatient Clinic". */
    private void sites(Passage passage, Pattern pattern, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            String[] parts = match.group("v").split("(?<= )");
            int start = match.start("v");
            int first = 0;
            boolean announced = pattern == LABELLED || pattern == HOUSE;
            boolean alone = alone(passage, match);
            while (!announced && pattern != FIRST && first < parts.length
                    && opening(passage, start, parts[first].strip(), alone)) {
                start += parts[first].length();
                first++;
            }
            boolean named = false;
            if (pattern == FIRST && words.ordinary(parts[1].strip().toLowerCase(Locale.ROOT))
                    && Character.isUpperCase(parts[1].charAt(0))) {
                continue;
            }
            for (int i = first; i < parts.length; i++) {
                String part = parts[i].strip();
                if (part.isEmpty()) {
                    continue;
                }
                named |= Character.isUpperCase(part.charAt(0)) && !words.genericSite(part) && !general(part)
                        && !SPECIALITY.matcher(part).matches()
                        && (pattern != LETTERHEAD && pattern != FIRST
                                || !words.ordinary(part.toLowerCase(Locale.ROOT)));
            }
            if (named && !found(found, start, match.end("v"))) {
                found.add(new Finding(article(passage, start), withPart(passage, match.end("v")), SITE, "place:site",
                        owned(match.group("v")) ? 0.985 : 0.93));
            }
        }
    }

    /** Whether a name has its line, or the start of it up to a mark, for itself: nothing of a sentence is in it then. */
    private static boolean alone(Passage passage, Matcher match) {
        String text = passage.text();
        int from = text.lastIndexOf('\n', Math.max(0, match.start("v") - 1)) + 1;
        return text.substring(Math.min(from, match.start("v")), match.start("v")).isBlank()
                && LINE_END.matcher(text).region(match.end("v"), text.length()).lookingAt();
    }

    private static int withPart(Passage passage, int end) {
        Matcher part = PART.matcher(passage.text()).region(end, passage.text().length());
        return part.lookingAt() ? part.end() : end;
    }

    /** Whether a name already ends where this would begin: "Mr Garvock Unit no" is a person and a label. */
    private static boolean found(List<Finding> found, int start, int end) {
        return found.stream().anyMatch(other -> other.kind() == SITE && other.start() <= start && end <= other.end());
    }

    /** "Dr Gray's Hospital" is named after a doctor and is none. */
    private static boolean owned(String site) {
        return site.matches("(?i).*['’]s?\\s(?:hospitals?|infirmary|hospice|clinic|surgery|practice|school|college)");
    }

    private static boolean general(String part) {
        return part.matches(WEAK_WORD) && !part.equals("Royal");
    }

    /** The capitalised article of "The Larches Surgery" is part of its name. */
    private static int article(Passage passage, int start) {
        Matcher ward = WARD_BEFORE.matcher(passage.text()).region(Math.max(0, start - 14), start);
        if (ward.find()) {
            return ward.start();
        }
        String before = passage.text().substring(Math.max(0, start - 4), start);
        boolean our = passage.text().startsWith("Our Lady", start - 4);
        return our || before.equals("The ") || before.equalsIgnoreCase("the ") && capitalsOnly(passage, start)
                ? start - 4
                : start;
    }

    /** "THE ELMS CARE HOME" in a text of capitals: the article cannot be told from the name's own. */
    private static boolean capitalsOnly(Passage passage, int start) {
        return passage.text().startsWith("Royal ", start) || !passage.bothCases()
                || passage.text().startsWith("THE ", start - 4);
    }

    /** Words at the head of a match that belong to the sentence, not to the name: "The", "At", "Dr", "Scan". */
    private boolean opening(Passage passage, int start, String part, boolean alone) {
        if (part.isEmpty()) {
            return true;
        }
        String lower = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        boolean small = !Character.isUpperCase(part.charAt(0));
        return small || words.functionWord(lower) || part.endsWith(".") && !lower.matches("st|mt")
                || words.common(lower) && !words.siteQualifier(lower) && (!alone || words.never(lower))
                        && passage.opensSentence(passage.wordFrom(start))
                        && !words.place(lower);
    }
}
