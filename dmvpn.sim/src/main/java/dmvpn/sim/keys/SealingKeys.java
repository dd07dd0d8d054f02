package dmvpn.sim.keys;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.packet.Octets;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of one direction of a security association and what is done with them. ESP and IKEv2 do the same: AES-GCM with
 * the bytes in front of the initialization vector as additional data (RFC 4106, RFC 5282), or a cipher in CBC mode and a truncated
 * HMAC over everything in front of it (RFC 2451, RFC 3602, RFC 4868; RFC 4303 section 3.3.2.1, RFC 7296 section 3.14).
 *
 * @param encryption cipher
 * @param encryptionKey key, with the salt of 4 bytes at its end for GCM
 * @param integrity integrity algorithm; empty with an AEAD cipher
 * @param integrityKey key of the integrity algorithm; empty without one
 */
public record SealingKeys(EncryptionAlgorithm encryption, Octets encryptionKey, Optional<HashAlgorithm> integrity,
        Octets integrityKey) {

    /** Length of GCM's salt (RFC 4106 section 4). */
    private static final int SALT_BYTES = 4;
    /** Length of GCM's tag as routers use it. */
    private static final int TAG_BYTES = 16;

    /** Length of the cipher's key in bytes, with the salt of GCM. */
    public static int encryptionKeyBytes(EncryptionAlgorithm encryption) {
        return encryption.keyBits() / 8 + (encryption.isAead() ? SALT_BYTES : 0);
    }

    /** Length of an integrity key in bytes: that of the hash (RFC 2403, RFC 2404, RFC 4868 section 2.1.1). */
    public static int integrityKeyBytes(HashAlgorithm integrity) {
        return switch (integrity) {
            case MD5 -> 16;
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA384 -> 48;
            case SHA512 -> 64;
        };
    }

    /** Length of the integrity check value in bytes. */
    public int integrityCheckBytes() {
        return encryption.isAead() ? TAG_BYTES : integrity.map(HashAlgorithm::truncatedBytes).orElse(0);
    }

    /**
     * Encrypts.
     *
     * @param header what the integrity check covers besides, in front of the initialization vector
     * @param initializationVector as long as the cipher wants it in packets
     * @param clear a multiple of the block for CBC
     * @return ciphertext and integrity check value
     */
    public byte[] seal(byte[] header, byte[] initializationVector, byte[] clear) {
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, header, initializationVector).doFinal(clear);
            return encryption.isAead()
                    ? ciphertext
                    : concatenate(ciphertext, check(header, initializationVector, ciphertext));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot encrypt with " + encryption.keyword(), impossible);
        }
    }

    /**
     * Decrypts.
     *
     * @param sealed ciphertext and integrity check value
     * @return the clear bytes, empty when the integrity check fails or the length is no multiple of the block
     */
    public Optional<byte[]> open(byte[] header, byte[] initializationVector, byte[] sealed) {
        int textLength = encryption.isAead() ? sealed.length : sealed.length - integrityCheckBytes();
        if (sealed.length < integrityCheckBytes()
                || !encryption.isAead() && textLength % encryption.blockBytes() != 0) {
            return Optional.empty();
        }
        byte[] ciphertext = Arrays.copyOf(sealed, textLength);
        try {
            if (!encryption.isAead() && !MessageDigest.isEqual(check(header, initializationVector, ciphertext),
                    Arrays.copyOfRange(sealed, textLength, sealed.length))) {
                return Optional.empty();
            }
            return Optional.of(cipher(Cipher.DECRYPT_MODE, header, initializationVector).doFinal(ciphertext));
        } catch (AEADBadTagException wrongTag) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot decrypt with " + encryption.keyword(), impossible);
        }
    }

    private Cipher cipher(int mode, byte[] header, byte[] initializationVector) throws GeneralSecurityException {
        byte[] keyAndSalt = encryptionKey.toBytes();
        SecretKeySpec key = new SecretKeySpec(keyAndSalt, 0, encryption.keyBits() / 8, family());
        if (!encryption.isAead()) {
            Cipher cipher = Cipher.getInstance(family() + "/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(initializationVector));
            return cipher;
        }
        byte[] salt = Arrays.copyOfRange(keyAndSalt, encryption.keyBits() / 8, keyAndSalt.length);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, concatenate(salt, initializationVector)));
        cipher.updateAAD(header);
        return cipher;
    }

    /** What Java calls the block cipher. */
    private String family() {
        return switch (encryption) {
            case DES -> "DES";
            case NONE -> throw new IllegalStateException("Without a cipher nothing is encrypted");
            case TRIPLE_DES -> "DESede";
            case AES_CBC_128, AES_CBC_192, AES_CBC_256, AES_GCM_128, AES_GCM_256 -> "AES";
        };
    }

    private byte[] check(byte[] header, byte[] initializationVector, byte[] ciphertext) throws GeneralSecurityException {
        if (integrity.isEmpty()) {
            return new byte[0];
        }
        String algorithm = "Hmac" + integrity.get().name();
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(integrityKey.toBytes(), algorithm));
        mac.update(header);
        mac.update(initializationVector);
        return Arrays.copyOf(mac.doFinal(ciphertext), integrity.get().truncatedBytes());
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
