package org.imaginghaven.nlp.detect;

/** The words for people who belong to a patient. */
final class Kin {

    static final String WORD = "(?:(?:step|half[- ]|grand|great[- ]|great[- ]grand|foster[- ]|god|ex-|late\\s+)?(?:mother|father|mum|mom|mam|dad|son|daughter|brother|sister|aunt|uncle|parents?|wife|husband|child|niece|nephew)(?:[- ]in[- ]law)?"
            + "|gran(?:ny|dad|dma|dpa)?|nan(?:na|ny)?|partner|carer|caregiver|spouse|guardian|relative|cousin|neighbou?r|friend|flat-?mate|room-?mate|house-?mate|fianc[ée]e?|girlfriend|boyfriend|next\\s+of\\s+kin|n\\.?o\\.?k\\.?|emergency\\s+contact|twin|sibling|widow(?:er)?)";

    private Kin() {
    }
}
