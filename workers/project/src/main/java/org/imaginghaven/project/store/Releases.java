package org.imaginghaven.project.store;

import java.util.List;
import java.util.Optional;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** What the ledger says of releases and their files. A change is kept together with its event, or not at all. */
public interface Releases {

    /** Whether today lies within the agreement under which an extraction was made, and nobody has ended it. */
    boolean isAgreementInForce(Key extractionKey);

    /** The release of an extraction, made when there is none. */
    Release prepare(Key extractionKey, AuditEvent event);

    Optional<Release> ofExtraction(Key extractionKey);

    /** @throws java.util.NoSuchElementException when there is none */
    Release get(Key releaseKey);

    /** Files that may go: verified and not rejected since. */
    List<PackagedFile> deidentified(Key extractionKey);

    /** Files that researchers have. */
    List<PackagedFile> released(Key extractionKey);

    /** A file is not what was verified: it stays behind, with its reason. */
    void fail(Key extractionKey, PackagedFile file, AuditEvent event);

    /**
     * Marks files as released.
     *
     * @return false, with nothing changed, when the agreement is no longer in force
     */
    boolean publish(Release release, List<PackagedFile> files, byte[] manifestSha256, AuditEvent event);

    /** Nothing of the extraction will be released. */
    void reject(Key extractionKey, AuditEvent event);

    /** Whether this revocation has already withdrawn what it had to from the release. */
    boolean isWithdrawn(Key revocationKey, Key releaseKey);

    /** Items of the release that have to go; empty when all of them do. */
    List<String> itemsToWithdraw(Key revocationKey, Key releaseKey);

    /** Notes that the files are gone from the project zone. */
    void withdraw(Key revocationKey, Release release, List<PackagedFile> gone, int before, AuditEvent event);
}
