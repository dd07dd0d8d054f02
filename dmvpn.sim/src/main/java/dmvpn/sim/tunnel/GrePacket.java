package dmvpn.sim.tunnel;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A GRE packet without checksum and sequence number (RFC 2784, key of RFC 2890).
 *
 * @param key tunnel key, 0 to 4294967295; empty when the header has none, which is not the same as key 0
 * @param protocolType what is inside, as an Ethernet type
 * @param content the packet inside
 */
public record GrePacket(OptionalLong key, int protocolType, Packet content) implements Packet {

    /** Protocol type of IPv4. */
    public static final int IPV4 = 0x0800;
    /** Protocol type of IPv6. */
    public static final int IPV6 = 0x86dd;
    /** Protocol type of the Cisco Discovery Protocol: its number in Cisco's SNAP headers, as routers use it. */
    public static final int CDP = 0x2000;
    /** Protocol type of NHRP, as routers use it (not in RFC 2332, which knows no GRE). */
    public static final int NHRP = 0x2001;

    /** Length of the header without key (RFC 2784 section 2.1). */
    public static final int HEADER_BYTES = 4;
    /** Length of the key field (RFC 2890 section 2). */
    public static final int KEY_BYTES = 4;

    /**
     * @throws IllegalArgumentException when key or protocol type do not fit their fields
     */
    public GrePacket {
        key.ifPresent(value -> UnsignedField.require("GRE key", value, 32));
        UnsignedField.require("GRE protocol type", protocolType, 16);
    }

    @Override
    public String protocol() {
        return "GRE";
    }

    @Override
    public String summary() {
        return content.summary();
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + (key.isPresent() ? KEY_BYTES : 0) + content.lengthBytes();
    }

    @Override
    public void describe(FieldWriter fields) {
        if (key.isPresent()) {
            fields.number("key", key.getAsLong());
        }
        fields.hex("protocolType", protocolType);
    }

    @Override
    public Optional<Packet> payload() {
        return Optional.of(content);
    }
}
