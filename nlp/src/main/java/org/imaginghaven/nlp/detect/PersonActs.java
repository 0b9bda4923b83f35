package org.imaginghaven.nlp.detect;

import java.util.regex.Pattern;

/** What follows a name and not a finding, a device or a drug. */
final class PersonActs {

    /** What people do and findings, devices and drugs do not. */
    private static final Pattern SURELY = Pattern.compile(
            "^(?:['’]s\\s+(?:mother|father|mum|mom|dad|wife|husband|daughter|son|partner|family|carer|next\\s+appointment|gp|parents)\\b"
                    + "|\\s+(?:also\\s+|now\\s+|then\\s+|still\\s+|currently\\s+|kindly\\s+|subsequently\\s+)?(?:appeared\\s+(?:comfortable|anxious|well|unwell|tired|confused|distressed|calm)|attended|attends|assisted|assists|has\\s+(?:kindly\\s+)?(?:agreed|offered|accepted|declined|refused|consented)|in\\s+(?:theatre|clinic|recovery|reception|CT|MRI|ultrasound|pharmacy|ED|ICU|ITU)\\s+\\p{Ll}+(?:ed|s)|lives|lived|works|worked|drives|rang|phoned|called|says|said|told|tells|reports|reported|denies|denied|states|stated|complains|complained|c/o|tolerated|consented|declined|refused|agreed|arrived|walked|wishes|wants|wanted|feels|felt|thinks|understands|understood|smokes|drinks|slept|sleeps|remembers|came|returned|travelled|fell|collapsed|gave\\s+(?:\\p{Ll}+\\s+)?consent|is\\s+(?:keen|married|single|retired|aware|allergic|accompanied|anxious|widowed|known)|was\\s+(?:unable|told|accompanied|born|admitted|discharged|brought|referred|upset|informed|consented|seen\\s+(?:by|in|with)|reviewed\\s+(?:by|in)|transferred|counselled|reassured)|(?:did|could)\\s+not\\s+(?:attend|lie|hold|tolerate[sd]|stand|walk|keep)|will\\s+(?:ring|call|phone|telephone|contact|attend|arrange|drive|collect|write|speak|inform|discuss|come|bring)|had\\s+(?:surgery|a\\s+fall|an\\s+operation|his|her)|has\\s+(?:been\\s+(?:well|unwell|referred|told|informed)|attended|asked|will\\s+(?:ring|call|phone|telephone|contact|attend|arrange|drive|collect|write|speak|inform|discuss|come|bring)|had\\s+(?:surgery|an\\s+operation))|now\\s+lives))\\b");
    /** What people do too: enough behind a word that is a name elsewhere in the text or in the header. */
    private static final Pattern MAYBE = Pattern.compile(
            "^\\s(?:was|is|has|had|presented|complain\\p{L}*|denie[sd]|decline[sd]|underwent|assisted|performed|reviewed|reported\\s+by|confirmed|seen|tolerate[sd]|needs|gave|interpreted|remains|would|could|attend(?:s|ed)?|consent(?:s|ed)?|requires|asked|helped|cannulated|transferred|recalled|booked|discharged|admitted|scanned|referred|moved|to\\s+be\\s+(?:seen|reviewed|scanned)|keen|aware|unwell|still|then|went|took|felt|knows|got|spoke|wrote|agreed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS = Pattern.compile(
            "^\\s+(?:is\\s+aware|has\\s+(?:kindly\\s+)?(?:agreed|offered|accepted|declined|refused|consented)|needs\\s+surgery|rang|phoned|telephoned|says|said|tells|told|denies|denied|complains|complained|consented|declined|refused|agreed|agrees|wishes|wants|wanted|thinks|understands|understood|remembers|attended|attends|apologised)\\b(?!\\s+by\\b)");
    private static final Pattern OWNS = Pattern.compile("^['’]s?\\s\\p{Ll}");

    private static final Pattern OWNED = Pattern.compile("^['’]s(?![\\p{L}])");

    private PersonActs() {
    }

    /** What is said, felt or wished, which a word is the subject of only when it is a name. */
    static boolean says(String rest) {
        return SAYS.matcher(rest).find();
    }

    static boolean surely(String rest) {
        return SURELY.matcher(rest).find();
    }

    /** Whether a word that is a name elsewhere is one before this. */
    static boolean maybe(String rest) {
        return surely(rest) || MAYBE.matcher(rest).find() || owns(rest);
    }

    /** "Gold's earlier films", but not "Baker's cyst". */
    static boolean owns(String rest) {
        return OWNS.matcher(rest).find() && !EponymGuard.thing(rest);
    }

    /** Whether a word of a name from the header has something, whatever it is, that is no disease, sign or device. */
    static boolean owned(String rest) {
        return OWNED.matcher(rest).find() && !EponymGuard.thing(rest);
    }
}
