package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

/** Lets go of names that stand for a disease, a sign, a device or a score: "Baker's cyst", "Hill-Sachs lesion", "type II". */
final class EponymGuard {

    private static final String THING = "(?:disease|disorder|syndrome|sign|signs|cysts?|fractures?|lesions?|deformit(?:y|ies)|dislocation|palsy|sarcoma|tumou?rs?|lymphoma|carcinoma|ulcers?|o?edema|o?esophagus|hernias?|diverticul\\w+|glands?|nodes?|nodules?|spots?|bod(?:y|ies)|rings?|lines?|angle|space|pouch|fascia|canal|duct|ducts|valves?|ligaments?|muscles?|point|triangle|area|tubercles?|catheters?|needles?|wires?|sheaths?|drains?|tubes?|stents?|filters?|clips?|balloons?|classification|class|grade|grading|stage|staging|types?|scores?|scale|criteria|index|units?|values?|method|technique|view|views|test|manoeuvre|maneuver|procedure|operation|repair|approach|incision|position|projection|procedure|resection|arthroplasty|prosthesis|nails?|plates?|screws?|pins?|rods?|frame|splint|traction|contracture|thyroiditis|arteritis|encephalopathy|dementia|chorea|ataxia|ph?enomenon|reflex|reaction|stain|effect|law|ratio|formula|equation|number|numbers|anomal(?:y|ies)|malformations?|variant|tetralogy|complex|triad|sequence|pattern|cells?|membrane|capsule|plexus|artery|vein|sinus|foramen|sulcus|gyrus|fissure|nucleus|loop|islets?|crypts?|nerve|mass|block|waves?|murmurs?|node|node's|hepatitis|enteritis|colitis|arthritis|neuroma|abscess|granulomatosis|macroglobulinaemia|macroglobulinemia|neuralgia|hemangioma|haemangioma|osteodystrophy|exostosis|hoods?|thumb|finger|toe|knee|elbow|hip|shoulder|pencil|paste|solution|antigen|virus|bacillus|parasite|protocol|sequence|imaging|mapping|flow|shift|ultrasound|study|studies|signals?|waveforms?|gradient|curve|plot|pump|cannula|port|line|graft|patch|bypass|anastomosis|flap|ring|pessary|forceps|clamp|retractor|hook|guide|loop|snare|basket|probe|\\p{L}{2,}(?:ostomy|ectomy|otomy|plasty|itis|osis|oma|opathy|oscopy|ography|a?emia|desis|pexy|rrhaphy)|manoeuvres|maneuvers|exercises?|stents|devices?|monitor|transducer|coil|stitch|suture|collar|brace|cast|boot|device|implant|expander|shunt|reservoir|bag|plaques?|patch(?:es)?|pads?|powder|corpuscles?|zones?|layers?|processes|process|angles?|lines|hump|cords?|inclusions?|rods?|regimen|regime|therapy|diet|bands?|crystals?|phenomena|spurs?|tip|trocar|connector|dressing|paradigm|model|equations?|curves?|table|chart|questionnaire|inventory|algorithm|trial|gangrene|lobes?|rules?|fat|medium|iodine|doctrine|fluid|attack|culture|medium|agar|tables?|apparatus|glasses|electrodes?|arcs?|artefacts?|artifacts?|changes|arches|arch|notch|cleft|folds?|recess|nail|joints?|tendons?|bursa|tract|septum|cartilage|tonsils?|wedge|rhythm|bruit|pulse|sound|rub|respiration|breathing|pupil|stripe|vessel|vessels|cone|ramus|lamps?|na?ev(?:us|i)|dehiscence|factors?|forms?|biplane|melanosis|staining|column|cave|cavity|horn|tail|cap)\\b";
    private static final Pattern AFTER_NAME = Pattern
            .compile("(?i)^(?:['’]s?|s['’])?[\\s\\-]+(?:\\p{L}+(?:['’]s)?[\\s\\-]+){0,2}?" + THING);
    private static final Pattern AFTER_SHAPE = Pattern.compile(
            "(?i)^(?:['’]s?|s['’])?[\\s\\-]+(?:(?!(?:with|and|or|has|is|was|had|for|on|in|to|at|from|by|uses?|using|needs?|will)\\b)\\p{L}+[\\s\\-]+)?"
                    + THING);
    private static final Pattern AFTER_EPONYM = Pattern.compile("(?i)^(?:['’]s?|s['’])?[\\s\\-]*(?:" + THING
            + "|change|(?:[IVX]{1,4}[ab]?|\\d\\+?\\d?[a-f]?|[A-F])\\b(?!\\s*[/.]\\s*\\d{1,2}\\s*[/.])|(?:type|grade|stage|class|reporting|categor(?:y|ies))\\b|[-–]\\p{Lu})");
    private static final Pattern STRICT = Pattern
            .compile("(?i)^(?:['’]s?|s['’])[\\s\\-]+(?:\\p{L}+[\\s\\-]+){0,1}?" + THING);
    /** What a patient has done, wears or has hurt, and what no eponym names. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)^(?:['’]s?|s['’])\\s+(?:\\p{L}+\\s+)?(?:stud(?:y|ies)|operation|procedure|test|views?|imaging|ultrasound|mass|knee|elbow|hip|shoulder|finger|toe|thumb|line|tube|drain|stent|catheter|graft|cast|port|pump|devices?|monitor|brace|collar|resection|numbers?|units?|signals?|protocol|ulcers?|nodules?|lesions?|mass|tumou?rs?|fractures?|arthritis|hepatitis|bag|boot|position|exercises?|artery|vein|nerve|ring|hernia|hernias|cysts?)\\b");
    /** What a forename that is nothing else has, or somebody else. */
    private static final Pattern OWN_BODY = Pattern.compile(
            "(?i)^['’]s (?:(?:left|right|sore|bad|new|old) )?(?:knee|elbow|hip|shoulder|finger|toe|thumb|hand|wrist|ankle|foot|leg|arm|back|chest|number|list|stud(?:y|ies)|operation)s?\\b");
    /** "Lake Louise criteria", "Los Angeles grade B": what grades a disease, right behind a shape of a name. */
    private static final Pattern GRADES = Pattern.compile(
            "(?i)^\\s(?:criteri(?:a|on)|classification|classes|class|score|scale|grad(?:e|es|ing)|stag(?:e|es|ing)|system|index|consensus|protocol|rule|rules|disease|syndrome|nodules?|signs?|phenomenon|malformation|anomaly)\\b");
    private static final Pattern PLUS = Pattern.compile(
            "(?i)^(?:['’]s)?[\\s\\-]+(?:plus|like|type|dual|double|modified|reverse|endocrine|cerebellar|bony)[\\s\\-]+"
                    + THING);
    /** "Frey and Lucas manoeuvres": two eponyms share one thing. */
    private static final Pattern SHARED = Pattern
            .compile("^(?: and | or | & |/|, )\\p{Lu}[\\p{L}'’\\-]+(?i:['’]s? | |-)" + "(?i:" + THING + ")");
    private static final Pattern OF = Pattern.compile(
            "(?i)(?:islets?|circle|duct|loop|capsule|space|pouch|foramen|foramina|ampulla|tetralogy|canal|sphincter|valve|valves|bundle|sign|triangle|line|angle|vein|fissure|node|tubercle|ligament|artery|crypts?|organ|sinus(?:es)?|aqueduct|membrane|grade|score|stage|type|modified|suspected|known|possible|probable|treated|idiopathic|post|juvenile|early|late|familial)\\s+(?:of\\s+)?$");

    private final Words words;

    EponymGuard(Words words) {
        this.words = words;
    }

    /** Takes away what is no name. */
    void release(Passage passage, List<Finding> found) {
        found.removeIf(finding -> holds(passage, finding));
    }

    /** Whether a name found is none. Known identifiers, fields and titles stand, except before "'s disease" and the like. */
    private boolean holds(Passage passage, Finding finding) {
        if (!finding.kind().isName()) {
            return false;
        }
        String text = passage.text();
        String rest = text.substring(finding.end(), Math.min(text.length(), finding.end() + 48));
        boolean several = finding.length() > 1
                && text.substring(finding.start(), finding.end()).strip().indexOf(' ') > 0;
        String name = text.substring(finding.start(), finding.end());
        boolean eponym = true;
        for (String part : name.toLowerCase(java.util.Locale.ROOT).split("[-–\\s]+")) {
            eponym &= words.eponym(part);
        }
        if (GRADES.matcher(rest).find() && finding.rule().matches("(?:shape|model|name:beside|name:forename).*")) {
            return true;
        }
        if (finding.rule().matches("name:(?:role|kin)") && rest.startsWith(" ") && AFTER_EPONYM.matcher(rest).find()) {
            return true;
        }
        if (several && !eponym || finding.rule().startsWith("name:field")) {
            return false;
        }
        String before = text.substring(Math.max(0, finding.start() - 24), finding.start());
        if (finding.rule().startsWith("known:") && !eponym && PERSONAL.matcher(rest).find()) {
            return false;
        }
        if (finding.rule().startsWith("model:") && !eponym && words.given(name.toLowerCase(java.util.Locale.ROOT))
                && OWN_BODY.matcher(rest).find()) {
            return false;
        }
        if (hyphenated(text, finding)) {
            return STRICT.matcher(rest).find() || AFTER_NAME.matcher(rest.replaceFirst("^[-–]\\p{L}+", "")).find();
        }
        if (eponym) {
            return AFTER_EPONYM.matcher(rest).find() || PLUS.matcher(rest).find()
                    || OF.matcher(before).find() && !finding.rule().startsWith("known:name");
        }
        return STRICT.matcher(rest).find()
                || finding.rule().matches("(?:shape|model):.*") && SHARED.matcher(rest).find()
                || finding.rule().matches("(?:shape|model):.*") && AFTER_SHAPE.matcher(rest).find();
    }

    /** Whether what stands behind a name makes it that of a disease, a sign, a device or a procedure. */
    static boolean thing(String rest) {
        return AFTER_EPONYM.matcher(rest).find();
    }

    /** A part of a pair such as "Hill-Sachs". */
    private static boolean hyphenated(String text, Finding finding) {
        return finding.end() + 1 < text.length()
                && (text.charAt(finding.end()) == '-' || text.charAt(finding.end()) == '–')
                && Character.isUpperCase(text.charAt(finding.end() + 1));
    }
}
