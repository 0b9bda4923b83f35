package org.imaginghaven.project.store;

import java.io.IOException;
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

    /** A file is not what was verified: it stays behind, with its reason. */
    void fail(Key extractionKey, PackagedFile file, AuditEvent event);

    /**
     * Publishes a package while nobody else can take files out of it: an opt-out that comes now waits, and then finds the
     * release.
     *
     * @param placing puts the files that may go into their place
     * @return false when the agreement is no longer in force; nothing was placed then
     */
    boolean publish(Release release, Placing placing, AuditEvent event) throws IOException;

    /** Puts files where researchers can read them. */
    @FunctionalInterface
    interface Placing {

        /** @return SHA-256 of the manifest */
        byte[] place(List<PackagedFile> files) throws IOException;
    }

    /** Nothing of the extraction will be released. */
    void reject(Key extractionKey, AuditEvent event);

    /**
     * Takes back what a revocation reaches in a release, all of it when it names no items. One revocation at a time: another
     * that comes meanwhile waits, and then finds what this one left; one that did its part already does nothing.
     *
     * @param keeping leaves just the rest where researchers can read
     */
    void withdraw(Key revocationKey, Release release, Keeping keeping, AuditEvent event) throws IOException;

    /** Takes everything but these files out of the reach of researchers. */
    @FunctionalInterface
    interface Keeping {
        void keepOnly(List<PackagedFile> files) throws IOException;
    }
}
