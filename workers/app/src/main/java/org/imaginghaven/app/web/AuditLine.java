package org.imaginghaven.app.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.imaginghaven.governance.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as a person reads it.
 *
 * @param what the action in words
 * @param byPerson false for work that nobody decided
 * @param part what of the story it is about, for example {@code extraction}
 */
record AuditLine(long seq, String at, String who, boolean byPerson, String what, String part, String subject,
        @Nullable String evidence, String details) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK)
            .withZone(ZoneOffset.UTC);

    static AuditLine of(AuditEntry entry) {
        return line(entry, "");
    }

    static AuditLine of(AuditEntry entry, RequestStories.Story story) {
        return line(entry, story.partOf(entry.subject()));
    }

    private static AuditLine line(AuditEntry entry, String part) {
        boolean person = !entry.actor().startsWith("system:");
        String who = person ? entry.actor() : entry.actor().substring("system:".length());
        String words = entry.action().replace('-', ' ');
        return new AuditLine(entry.seq(), CLOCK.format(entry.at()), who, person,
                Character.toUpperCase(words.charAt(0)) + words.substring(1), part, entry.subject(), entry.evidence(),
                entry.details().equals("{}") ? "" : plain(entry.details()));
    }

    /** A flat JSON object of texts, without its punctuation. */
    private static String plain(String json) {
        return json.substring(1, json.length() - 1).replace("\"", "");
    }
}
