package dmvpn.sim.ike.v1.message;

import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The initialization vectors of encrypted messages, which the wire does not carry (RFC 2409 appendix B): the first of phase 1 is
 * a hash of both public values, the first of any other exchange one of the last block of phase 1 and the message id, and each
 * further one is the last block of the message before. Who reads or writes all messages of an ISAKMP SA in their order knows
 * them; a message that comes again has the bytes that it had.
 */
final class CipherChains {

    private static final long PHASE_ONE = 0;

    private record Cookies(long initiator, long responder) {
    }

    /** A message by what is in it, before or after encryption. */
    private record Message(long messageId, Octets content) {
    }

    private static final class Chain {

        private final Map<Long, byte[]> lastBlocks = new HashMap<>();
        private final Map<Message, byte[]> vectorsByClear = new HashMap<>();
        private final Map<Message, byte[]> vectorsByCiphertext = new HashMap<>();
        private byte[] initiatorValue;
        private byte[] responderValue;
    }

    private final IsakmpKeys keys;
    private final Map<Cookies, Chain> chains = new HashMap<>();
    /** Public values of first messages, which have no cookie of the responder yet. */
    private final Map<Long, byte[]> valuesOfInitiators = new HashMap<>();

    CipherChains(IsakmpKeys keys) {
        this.keys = keys;
    }

    /** Takes note of a public value of phase 1: the initiator's comes first. */
    void publicValue(IsakmpPacket header, byte[] value) {
        if (header.responderCookie() == 0) {
            valuesOfInitiators.putIfAbsent(header.initiatorCookie(), value);
            return;
        }
        Chain chain = chain(header);
        if (chain.initiatorValue == null) {
            chain.initiatorValue = valuesOfInitiators.getOrDefault(header.initiatorCookie(), value);
        }
        if (chain.responderValue == null && !Arrays.equals(chain.initiatorValue, value)) {
            chain.responderValue = value;
        }
    }

    private Chain chain(IsakmpPacket header) {
        return chains.computeIfAbsent(new Cookies(header.initiatorCookie(), header.responderCookie()), cookies -> new Chain());
    }

    /** The vector of a message that is to be encrypted. */
    byte[] ofClear(IsakmpPacket header, IsakmpSuite suite, byte[] clear) {
        Chain chain = chain(header);
        byte[] known = chain.vectorsByClear.get(new Message(header.messageId(), Octets.of(clear)));
        return known == null ? next(chain, header, suite) : known;
    }

    /** The vector of a message that is to be decrypted. */
    byte[] ofCiphertext(IsakmpPacket header, IsakmpSuite suite, byte[] ciphertext) {
        Chain chain = chain(header);
        byte[] known = chain.vectorsByCiphertext.get(new Message(header.messageId(), Octets.of(ciphertext)));
        return known == null ? next(chain, header, suite) : known;
    }

    private byte[] next(Chain chain, IsakmpPacket header, IsakmpSuite suite) {
        byte[] last = chain.lastBlocks.get(header.messageId());
        if (last != null) {
            return last;
        }
        int length = suite.encryption().initializationVectorBytes();
        byte[] ofPhaseOne = chain.lastBlocks.get(PHASE_ONE);
        if (header.messageId() != PHASE_ONE && ofPhaseOne != null) {
            return hash(suite, length, ofPhaseOne, ByteBuffer.allocate(Integer.BYTES).putInt((int) header.messageId()).array());
        }
        return chain.initiatorValue == null || chain.responderValue == null
                // Who did not see phase 1 cannot know the vector; the run's seed makes up for it.
                ? keys.initializationVector(header, suite)
                : hash(suite, length, chain.initiatorValue, chain.responderValue);
    }

    private static byte[] hash(IsakmpSuite suite, int length, byte[] first, byte[] second) {
        String algorithm = switch (suite.hash()) {
            case MD5 -> "MD5";
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
        };
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(first);
            return Arrays.copyOf(digest.digest(second), length);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform lacks " + algorithm, missing);
        }
    }

    /** A message went by: the next one of its exchange begins with its last block. */
    void passed(IsakmpPacket header, byte[] vector, byte[] clear, byte[] ciphertext) {
        Chain chain = chain(header);
        boolean repeated = chain.vectorsByClear.putIfAbsent(new Message(header.messageId(), Octets.of(clear)), vector) != null;
        chain.vectorsByCiphertext.putIfAbsent(new Message(header.messageId(), Octets.of(ciphertext)), vector);
        if (!repeated && ciphertext.length >= vector.length) {
            chain.lastBlocks.put(header.messageId(),
                    Arrays.copyOfRange(ciphertext, ciphertext.length - vector.length, ciphertext.length));
        }
    }
}
