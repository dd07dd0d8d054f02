package dmvpn.sim.packet;

import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * A typed packet: an immutable record in its protocol's package. It can be encoded to the bytes a router would send
 * (its protocol's codec does that when somebody asks); lengths come from the record alone.
 */
public interface Packet {

    /** Protocol as people know it: {@code IPv4}, {@code GRE}, {@code NHRP}. */
    String protocol();

    /** What it is, in a few words: {@code Registration Request}. */
    String summary();

    /** Length on the wire in bytes, payload included. */
    int lengthBytes();

    /** Writes the fields of this layer, without those of the payload. */
    void describe(FieldWriter fields);

    /** The layer inside, if any. */
    default Optional<Packet> payload() {
        return Optional.empty();
    }

    /** True for what only asks whether somebody is there: no data that a path would be kept for. */
    default boolean isLivenessProbe() {
        return payload().filter(Packet::isLivenessProbe).isPresent();
    }
}
