package org.imaginghaven.project.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs manifests with Ed25519 (RFC 8032). The key pair is made on first use and kept in the folder of secrets. */
public final class Signer {

    private static final String ALGORITHM = "Ed25519";

    private final Path privateKey;
    private final Path publicKey;

    public Signer(Path secrets) {
        this.privateKey = secrets.resolve("release-signing.key");
        this.publicKey = secrets.resolve("release-signing.pub");
    }

    /** @return signature in Base64 */
    String sign(byte[] content) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key());
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the manifest could not be signed", e);
        }
    }

    /** The key against which researchers check a manifest, in Base64 (X.509). */
    String publicKey() throws IOException {
        makeOnce();
        return Files.readString(publicKey);
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        makeOnce();
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(Files.readString(privateKey))));
    }

    private synchronized void makeOnce() throws IOException {
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(privateKey.getParent());
            Files.createFile(privateKey,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(publicKey, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            Files.writeString(privateKey, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("the signing key is half made; remove " + privateKey.getFileName(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }
}
