package dmvpn.sim.tcp;

import java.util.OptionalInt;

/** Tells where messages of a protocol begin and end in a byte stream: TCP itself does not know. */
@FunctionalInterface
public interface StreamFraming {

    /**
     * The length of the message that begins with these bytes.
     *
     * @param bytes the rest of a segment
     * @return empty when no message begins here, or its length is not known yet
     */
    OptionalInt lengthOfFirst(byte[] bytes);
}
