package org.imaginghaven.nlp.detect;

import static org.imaginghaven.nlp.FindingKind.PATIENT_NAME;
import static org.imaginghaven.nlp.FindingKind.RELATIVE_NAME;
import static org.imaginghaven.nlp.FindingKind.STAFF_NAME;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.NameGrammar.Reach;
import org.imaginghaven.nlp.detect.NameGrammar.Surroundings;

/** Names without a title, by the words before them: fields of a form, phrases of a report. */
final class NameContextDetector implements Detector {

    private static final String KIN = Kin.WORD;
    private static final String STAFF_ROLE = "(?:(?:referr(?:er|ing)|request(?:er|or|ing)|report(?:er|ing)|ordering|attending|performing|verifying|responsible|interpreting|reading|primary\\s+care|family|admitting|consulting)(?:\\s+(?:clinician|doctor|physician|provider|consultant|radiologist|surgeon|gp|practitioner|radiographer|nurse))?|(?:consultant|radiologist|radiographer|sonographer|surgeon|physician|clinician|gp|g\\.p\\.|doctor|operator|anaesthetist|an(?:a)?esthesiologist|assistant|technologist|tech|practitioner|registrar|pathologist|cardiologist|practised\\s+by|transcriptionist|typist|secretary|author|second\\s+reader|reader|technician|interpreter|chaperone|scrub\\s+nurse|nurse|midwife|supervis(?:or|ing)|(?:second|first|final)\\s+check(?:er)?|trainee|resident|nephrologist|urologist|oncologist|neurologist|dermatologist|physicist|endoscopist|dietitian|pharmacist|psychologist|audiologist|optometrist|health\\s+visitor|social\\s+worker|care(?:r| worker)|key\\s?worker|teacher|requestor|helper|asst|assistant\\s+surgeon|intern|phlebotomist|receptionist|chair(?:man|person|woman)?|witness|co-?ordinator|student|manager|clerk|lead|circulating|[a-z]{3,}(?:ologist|ographer|therapist|ician|nurse|tist|metrist)))(?:\\s+name)?";
    private static final String DONE = "(?:(?:electronically\\s+|digitally\\s+|provisionally\\s+)?(?:report(?:ed)?|dictated|typed|verified|requested|referred|signed(?:\\s+off)?|approved|authori[sz]ed|performed|scanned|reviewed|checked|read|interpreted|transcribed|validated|ordered|prepared|written|completed|acquired|supervised|examined|countersigned|undertaken|operated|assessed|seen|taken|done|carried\\s+out|consented|sent|assisted|presented|witnessed|released|issued|released|confirmed|double\\s+read|second\\s+read|cannulated|injected|positioned|chaperoned|catheteri[sz]ed|biopsied|inserted|placed|administered|drawn|sited|removed|aspirated|marked|managed|treated|accepted|booked|arranged|vetted|protocoll?ed|justified|planned|counselled|explained|interpreted|translated|telephoned|called|recorded|noted|witnessed|delivered|drained|stented|supplied|ordered|obtained|offered|discharged|admitted)\\s+(?:on\\s+)?by|dictating|(?:i|we)\\s+agree\\s+with|(?:message|conjunction|shared)\\s+with|sought\\s+from|thanks\\s+to|(?:explained|shown|known)\\s+to|according\\s+to|transport\\s+for|read\\s+in\\s+conjunction\\s+with|d/w|discussed\\s+w(?:ith|/)?|spoke(?:n)?\\s+(?:to|with)|relayed\\s+to|(?:tele)?phoned\\s+(?:through\\s+)?to|called\\s+to|communicated\\s+(?:to|with)|conveyed\\s+to|given\\s+to|handed\\s+(?:over\\s+)?to|notified\\s+to|conversation\\s+with|informed|paged|contacted|notified|rang|emailed|cc(?:'d)?|copy\\s+to|copied\\s+to|copies\\s+to|c\\.c\\.|fao|attn|attention|on\\s+behalf\\s+of|under(?:\\s+the\\s+care\\s+of)?|care\\s+of|c/o|for\\s+the\\s+attention\\s+of|yours\\s+(?:sincerely|faithfully|truly)|(?:kind|best|warm)\\s+regards|regards|sincerely|best\\s+wishes|dear|hi|hello|quer(?:y|ies)\\s+to|(?:please\\s+)?(?:contact|call|phone|ring|ask\\s+for|speak(?:ing)?\\s+(?:to|with))|updated|told|advised\\s+by|handover\\s+(?:to|from)|handed\\s+over\\s+(?:to|by)|met\\s+with|meeting\\s+with|seen\\s+with|help\\s+of|together\\s+with|along\\s+with|supervision\\s+of|guidance\\s+of|reviewed\\s+w(?:ith|/)|opinion\\s+(?:from|of)|advice\\s+(?:from|of)|referr(?:al|ed)\\s+(?:from|to)|sent\\s+to|(?:letter|note|message|e-?mail|fax|results?|discs?|wrote|write)\\s+to|(?:call|request|update|information|history|phone\\s*call|query|note|letter|message|e-?mail)\\s+from|attached\\s+to|apologies|sgd|repd|rptd|rep(?:orted)?\\s+by|auth(?:orised)?\\s+by|approv(?:al|ed)\\s+by|thank\\s+you|thanks|on\\s+behalf)";

    /** A phrase, what it introduces, how sure it is and whether it may stand in small letters without a colon. */
    private record Context(Pattern before, FindingKind kind, Surroundings surroundings, double confidence,
            String rule) {
        static Context of(String before, FindingKind kind, Surroundings surroundings, double confidence, String rule) {
            return new Context(Pattern.compile("(?im)(?<![\\p{L}\\d])" + before), kind, surroundings, confidence, rule);
        }
    }

    /** What somebody did or what did something: only a name that is nothing else behind it makes it a person. */
    private static final String BY = "name:by";
    private static final String COLON = "\\s*(?:[:=]|\\s-)\\s*";
    private static final String TITLE = "(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr)\\b\\.?[ ]+)?";

    private static final List<Context> CONTEXTS = List.of(
            Context.of(
                    "(?:patient(?:['’]?s)?|pt\\.?|full|sur|fore|fore\\s|first|last|family|given|christian|maiden|previous|preferred|legal|client|baby)?\\s*-?name(?:\\s+of\\s+patient)?s?"
                            + COLON + TITLE,
                    PATIENT_NAME, Surroundings.CERTAIN, 0.97, "name:field"),
            Context.of(
                    "(?:patient|pt|client|subject|surname|forenames?|alias|a\\.?k\\.?a\\.?|née|nee|formerly|re|regarding|donor|demographics|identity|baby)"
                            + COLON + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.95, "name:field"),
            Context.of(
                    "(?:same\\s+(?:patient|person)\\s+as|also\\s+known\\s+as|known\\s+as|a\\.?k\\.?a\\.?|previously(?:\\s+known\\s+as)?|née|nee|patient|pt|named|called|baby|baby\\s+of|twin\\s+of|images\\s+(?:of|belong\\s+to)|belongs?\\s+to|confused\\s+with|mislabell?ed\\s+(?:as|for)|for\\s+patient|thank\\s+you\\s+for\\s+(?:referring|seeing|asking\\s+(?:me|us)\\s+to\\s+see)|i\\s+(?:saw|reviewed|met|examined)|(?:we|i)\\s+(?:saw|reviewed|scanned))[ ]+"
                            + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.9, "name:phrase"),
            Context.of(
                    "(?:\\d{1,3}|[a-z]+)[\\s\\-]*(?:year|yr|month|week|day)s?[\\s\\-]*(?:old|of\\s+age)[\\s\\-]+(?:[a-z]+[\\s\\-]+){0,3}?(?:gentleman|lady|man|woman|male|female|girl|boy|patient|infant|baby|child|person|chap|pensioner|student|worker|teacher|farmer)\\s*[,(]?\\s*(?:named|called|known\\s+as)?\\s*"
                            + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.92, "name:age"),
            Context.of(
                    "(?:this|the|our)\\s+(?:[a-z]+\\s+){0,2}?(?:gentleman|lady|woman|girl|boy|chap|pensioner)\\s*[,(]?\\s*(?:named|called|known\\s+as)?\\s*"
                            + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.88, "name:person"),
            Context.of(KIN + "(?:['’]s)?(?:\\s+name(?:\\s+is)?)?" + COLON + TITLE, RELATIVE_NAME, Surroundings.CERTAIN,
                    0.96, "name:kin-field"),
            Context.of(
                    "(?:accompanied|brought(?:\\s+(?:in|ashore))?|escorted|driven|collected|cared\\s+for|looked\\s+after)\\s+(?:here\\s+)?by[ ]+"
                            + TITLE,
                    RELATIVE_NAME, Surroundings.LIKELY, 0.89, "name:with"),
            Context.of("(?:attended|attends|came|arrived|returned)\\s+(?:today\\s+|here\\s+)?with[ ]+" + TITLE,
                    RELATIVE_NAME,
                    Surroundings.LIKELY, 0.88, "name:with"),
            Context.of("(?<=^|[ ]{2}|\\t|\\|[ ])(?:patient|pt|full)\\s+name[ ]{2,12}" + TITLE, PATIENT_NAME,
                    Surroundings.CERTAIN, 0.95, "name:field"),
            Context.of(
                    "(?:sat|stayed|agreed|checked|liais(?:e|ed|es|ing)|appointment|clinic|consultation|chat|session|worked|mobilis(?:ing|ed))\\s+with[ ]+"
                            + TITLE,
                    STAFF_NAME, Surroundings.LIKELY, 0.88, "name:met"),
            Context.of("(?:by|per)[ ]+" + TITLE, STAFF_NAME, Surroundings.LIKELY, 0.88, BY),
            Context.of("(?:my|our|his|her|their)\\s+(?:[a-z]+\\s+)?" + STAFF_ROLE + "['’]?s?,[ ]+" + TITLE, STAFF_NAME,
                    Surroundings.LIKELY, 0.9, "name:staff-role"),
            Context.of("(?:my|our|his|her|their|the)\\s+(?:[a-z]+\\s+)?" + KIN + ",[ ]+" + TITLE, RELATIVE_NAME,
                    Surroundings.LIKELY, 0.9, "name:kin"),
            Context.of("(?:case|cubicle|bay|pod|slot)\\s+\\d{1,2}[A-Z]?\\s?[:(,\\-]\\s?" + TITLE, PATIENT_NAME,
                    Surroundings.LIKELY, 0.88, "name:about"),
            Context.of("(?:fore|sur|first |last |family |given |christian |maiden )name[ ]{1,12}" + TITLE, PATIENT_NAME,
                    Surroundings.CERTAIN, 0.95, "name:field"),
            Context.of(
                    "(?-i:\\b(?:SLT|OT|PT|HCA|PCP|PA|ENP|ANP|RMN|RN|SN|HV|CNS|SW|SHO|SpR|Reg|FY1|FY2|F1|F2|AMHP|CPN|ODP|Op|Asst|Sgd|Repd|Cons|Physio|Sono|Tech|Rad))[.:]?[ ]+"
                            + TITLE,
                    STAFF_NAME, Surroundings.LIKELY, 0.9, "name:staff-short"),
            Context.of("(?<=^|[ ]{2}|\\t|\\|[ ])(?:name|patient|(?:patient|pt|full)\\s+name)[ ]{1,12}" + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY,
                    0.95,
                    "name:field"),
            Context.of(
                    "(?:(?:update|letter|report|referral|appointment|review|results?|request|notes?|summary|plan|images?|scan)\\s+(?:for|on|about|of|re)|on\\s+behalf\\s+of|bed\\s+\\d{1,2}[A-Z]?|side\\s?room(?:\\s+\\d+)?|care\\s+of|i\\s+(?:saw|met|reviewed|telephoned|phoned)|we\\s+(?:saw|met))[ ]*[:\\-]?[ ]+"
                            + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.88, "name:about"),
            Context.of(
                    "(?:(?:we|i)\\s+)?(?:telephoned|phoned|rang|bleeped|paged|messaged|visited|reassured|counselled|drove|collected|escorted|met|saw|examined|thanked|asked)[ ]+"
                            + TITLE,
                    PATIENT_NAME, Surroundings.LIKELY, 0.88, "name:met"),
            Context.of(KIN + "(?:\\s?\\(|\\s+is\\s+called\\s+|(?:\\s+is)?\\s*[,(]?[ ]+)" + TITLE, RELATIVE_NAME,
                    Surroundings.LIKELY, 0.92, "name:kin"),
            Context.of("(?-i:Dr|DR|Doctor|Prof|Consultant)[:]\\s*", STAFF_NAME, Surroundings.CERTAIN, 0.96,
                    "name:staff-field"),
            Context.of(STAFF_ROLE + COLON + TITLE, STAFF_NAME, Surroundings.LIKELY, 0.96, "name:staff-field"),
            Context.of("(?:" + STAFF_ROLE + "|staff|team)(?:\\s?\\(|[ ]+)(?:(?:is|was|were|are)[ ]+)?" + TITLE,
                    STAFF_NAME, Surroundings.LIKELY, 0.88, "name:staff-role"),
            Context.of(
                    "(?:verified|reported|signed|approved|authori[sz]ed|dictated|typed|checked)[ ]+(?=(?-i:\\p{Lu}\\.? ?\\p{Lu}[\\p{L}'’\\-]{2,}))",
                    STAFF_NAME, Surroundings.LIKELY, 0.88, "name:done-initial"),
            Context.of(DONE
                    + "\\s*[:,]?\\s*(?:the\\s+)?(?:(?:consultant|on[- ]call|duty|referring|responsible|ward|specialist|senior)\\s+)?(?:(?:radiologist|registrar|radiographer|consultant|surgeon|physician|team|nurse|sister|gp|doctor|clinician)\\s*[,(]?\\s*)?"
                    + TITLE, STAFF_NAME, Surroundings.LIKELY, 0.92, "name:done-by"));

    /** What contrast, drugs, devices and diseases do. */
    private static final Set<String> DONE_BY_THINGS = Set.of("followed", "caused", "replaced", "supported", "covered",
            "surrounded", "complicated", "obscured", "affected", "enhanced", "measured", "graded", "defined",
            "relieved",
            "induced", "supplied", "made", "manufactured", "improved", "controlled", "treated", "opacified", "outlined",
            "produced", "preceded", "closed", "secured", "sealed", "stained", "classified", "staged", "scored",
            "sedation",
            "anticoagulation", "sedated", "anticoagulated", "thinned", "colonised", "infected", "step", "embolised",
            "occluded", "fixed", "described", "published");
    private static final Pattern BY_BEHIND = Pattern.compile(
            "^(?:\\s*$|[ ]?[.,;:)(/&]|\\s*\\n|\\s+(?:and|at|on|in|from|for|to|under|who|with|via|this|last|today|yesterday|then|\\d)|['’]s\\s+(?:team|trainee|registrar|secretary))");
    private static final Pattern NAME_THEN = Pattern.compile(
            "^(?:['’]s\\b|\\s+(?:attended|was|is|has|had|presented|reports|reported|complains|complained|denies|denied|declined|consented|arrived|tolerated|returned|underwent|came|states|stated|lives|weighs|remains|feels|felt|did\\s+not|will|would)\\b)");

    private final NameGrammar grammar;
    private final Words words;

    NameContextDetector(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        for (Context context : CONTEXTS) {
            Matcher match = context.before().matcher(passage.text());
            int from = 0;
            while (from <= passage.text().length() && match.find(from)) {
                after(passage, match.end(), context, found);
                from = Math.max(match.start() + 1, match.end() - 1);
            }
        }
        byForename(passage, found);
    }

    private void after(Passage passage, int after, Context context, List<Finding> found) {
        int next = passage.wordFrom(after);
        if (next >= passage.words().size() || passage.words().get(next).start() != after) {
            return;
        }
        while (NameGrammar.grade(passage.words().get(next).text()) && next + 1 < passage.words().size()
                && passage.after(next).matches("\\.? ")) {
            next++;
        }
        int offset = passage.words().get(next).start();
        Passage.Word word = passage.words().get(next);
        if (context.kind() == PATIENT_NAME && glued(word)) {
            found.add(new Finding(word.start(), word.end(), PATIENT_NAME, "name:glued", 0.9));
            return;
        }
        if (acronym(word) && !commaFollows(passage, next) && context.surroundings() == Surroundings.LIKELY) {
            return;
        }
        Reach reach = grammar.read(passage, next, context.surroundings());
        if (reach != null
                && !(context.rule().equals(BY) && !forenameFirst(passage, reach) && !nothingElse(passage, reach))) {
            int end = passage.words().get(reach.last()).end();
            found.add(new Finding(offset, end,
                    NameKind.relativeBehind(passage.text(), end) ? RELATIVE_NAME : context.kind(),
                    context.rule(), context.confidence()));
        }
    }

    private boolean forenameFirst(Passage passage, Reach reach) {
        Passage.Word first = passage.words().get(reach.first());
        return reach.last() > reach.first() && (first.initial() || words.given(first.lower())
                || words.surname(first.lower()) && !words.ordinary(first.lower()));
    }

    /** One word that is in no dictionary and no list of eponyms, places or makers, and whose sentence goes on or ends. */
    private boolean nothingElse(Passage passage, Reach reach) {
        Passage.Word word = passage.words().get(reach.first());
        String lower = word.lower();
        boolean seldom = !words.used(lower) && !words.never(lower) && !words.eponym(lower) && passage.bothCases();
        boolean name = words.given(lower) && !words.ordinary(lower) && !words.eponym(lower)
                || NameShape.unknown(lower, words) || seldom && words.name(lower) && !words.place(lower);
        String rest = passage.rest(reach.last());
        int by = passage.words().get(reach.first() - 1).lower().matches("by|per")
                ? reach.first() - 1
                : reach.first() - 2;
        boolean thing = by > 0 && DONE_BY_THINGS.contains(passage.words().get(by - 1).lower());
        return reach.first() == reach.last() && !thing && name
                && (!word.allCapitals() || words.name(lower) || lower.length() > 5)
                && (!EponymGuard.thing(rest) || !words.eponym(lower) && rest.matches("(?s) \\d{1,2}[/.].*"))
                && BY_BEHIND.matcher(rest).find();
    }

    /** A forename of the lists and a word that is none, side by side, or before a verb that only people do. */
    private void byForename(Passage passage, List<Finding> found) {
        List<Passage.Word> all = passage.words();
        for (int i = 0; i < all.size(); i++) {
            Passage.Word word = all.get(i);
            if (!word.capitalised() || word.allCapitals() || !words.given(word.lower()) || words.ordinary(word.lower())
                    || words.never(word.lower())) {
                continue;
            }
            Reach reach = grammar.read(passage, i, Surroundings.LIKELY);
            if (reach == null || words.eponym(word.lower()) && reach.last() == i) {
                continue;
            }
            int end = all.get(reach.last()).end();
            boolean two = reach.last() > i && !all.get(reach.last()).initial()
                    && !words.place(all.get(reach.last()).lower());
            if (two || NAME_THEN.matcher(passage.text().substring(end, Math.min(passage.text().length(), end + 24)))
                    .find()
                    && !words.place(word.lower()) && !words.eponym(word.lower())) {
                found.add(new Finding(word.start(), end, NameKind.of(passage.text(), word.start(), end),
                        "name:forename", two ? 0.86 : 0.8));
            }
        }
    }

    /** An initial and a surname without a space: a login or a typing error. */
    private boolean glued(Passage.Word word) {
        return word.text().matches("\\p{Lu}\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}+)?") && !words.ordinary(word.lower())
                && !words.common(word.lower().substring(1));
    }

    private boolean acronym(Passage.Word word) {
        return word.allCapitals() && word.text().length() <= 5 && !words.name(word.lower());
    }

    private static boolean commaFollows(Passage passage, int word) {
        return passage.after(word).strip().startsWith(",");
    }
}
