package dmvpn.sim.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that look random and depend on nothing but the seed of a run and what they are for: the expansion of HKDF with
 * HMAC-SHA-256 (RFC 5869 section 2.3), keyed by the seed. They are no secret: whoever has the seed has them.
 *
 * @param seed seed of the run
 */
public record SeededKeys(long seed) {

    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Derives bytes.
     *
     * @param count how many, at most 8160 (RFC 5869 section 2.3)
     * @param label what they are for
     * @param context numbers that tell one use from another, such as SPIs
     */
    public byte[] derive(int count, String label, long... context) {
        byte[] information = information(label, context);
        ByteBuffer output = ByteBuffer.allocate(count + 32);
        byte[] block = new byte[0];
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), ALGORITHM));
            for (int counter = 1; output.position() < count; counter++) {
                mac.update(block);
                mac.update(information);
                block = mac.doFinal(new byte[] {(byte) counter});
                output.put(block);
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
        return Arrays.copyOf(output.array(), count);
    }

    private static byte[] information(String label, long... context) {
        byte[] name = label.getBytes(StandardCharsets.UTF_8);
        ByteBuffer information = ByteBuffer.allocate(name.length + 1 + context.length * Long.BYTES);
        information.put(name).put((byte) 0);
        for (long number : context) {
            information.putLong(number);
        }
        return information.array();
    }
}
