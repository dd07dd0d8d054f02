package dmvpn.sim.cdp.message;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;

/**
 * A frame of the Cisco Discovery Protocol, version 2.
 *
 * @param holdTimeSeconds how long the receiver believes it, 0 to 255
 * @param tlvs its parts
 */
public record CdpFrame(int holdTimeSeconds, List<CdpTlv> tlvs) implements Packet {

    /** The version. */
    public static final int VERSION = 2;
    /** Version, hold time and checksum in bytes. */
    public static final int HEADER_BYTES = 4;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the hold time does not fit its field
     */
    public CdpFrame {
        UnsignedField.require("CDP hold time", holdTimeSeconds, 8);
        tlvs = List.copyOf(tlvs);
    }

    /** The first part of a kind. */
    public <T extends CdpTlv> Optional<T> first(Class<T> kind) {
        return tlvs.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    @Override
    public String protocol() {
        return "CDP";
    }

    @Override
    public String summary() {
        return "Announcement";
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + tlvs.stream().mapToInt(tlv -> CdpTlv.HEADER_BYTES + tlv.valueBytes()).sum();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.text("device", first(CdpTlv.DeviceId.class).map(CdpTlv.DeviceId::name).orElse(null));
        fields.text("port", first(CdpTlv.PortId.class).map(CdpTlv.PortId::name).orElse(null));
        fields.number("holdTime", holdTimeSeconds);
        fields.address("defaultGateway", first(CdpTlv.DefaultGateway.class).map(CdpTlv.DefaultGateway::gateway).orElse(null));
        for (var prefix : first(CdpTlv.Prefixes.class).map(CdpTlv.Prefixes::prefixes).orElse(List.of())) {
            fields.prefix("prefix", prefix);
        }
    }
}
