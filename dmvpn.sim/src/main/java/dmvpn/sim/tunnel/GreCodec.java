package dmvpn.sim.tunnel;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Locale;
import java.util.OptionalLong;

/** GRE of version 0 with or without key (RFC 2784, RFC 2890). */
public final class GreCodec implements PacketCodec<GrePacket> {

    private static final int KEY_PRESENT = 0x2000;
    /** Bits 6 to 12, which a receiver ignores (RFC 2784 section 2.1). */
    private static final int IGNORED = 0x03f8;

    @Override
    public void encode(GrePacket packet, ByteWriter out, Layers layers) {
        out.hexadecimal("Flags and version", packet.key().isPresent() ? "key present" : "no key")
                .u16(packet.key().isPresent() ? KEY_PRESENT : 0)
                .hexadecimal("Protocol type", packet.content().protocol()).u16(packet.protocolType());
        packet.key().ifPresent(key -> out.field("Key").u32(key));
        layers.encode(packet.content(), out);
    }

    @Override
    public GrePacket decode(ByteReader in, Layers layers) {
        int flagsAndVersion = in.u16();
        if ((flagsAndVersion & ~(KEY_PRESENT | IGNORED)) != 0) {
            throw in.problem(String.format(
                    Locale.ROOT, "flags and version are 0x%04x: only a key is supported", flagsAndVersion));
        }
        int protocolType = in.u16();
        OptionalLong key = (flagsAndVersion & KEY_PRESENT) != 0 ? OptionalLong.of(in.u32()) : OptionalLong.empty();
        return new GrePacket(key, protocolType, layers.decode(new PayloadKind.GreProtocol(protocolType), in));
    }
}
