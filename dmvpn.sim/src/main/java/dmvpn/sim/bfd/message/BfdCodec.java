package dmvpn.sim.bfd.message;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** BFD Control packets (RFC 5880 section 4.1). What a receiver must discard (section 6.8.6) is refused. */
public final class BfdCodec implements PacketCodec<BfdPacket> {

    private static final int DIAGNOSTIC_BITS = 5;
    private static final int DIAGNOSTIC_MASK = (1 << DIAGNOSTIC_BITS) - 1;
    private static final int STATE_SHIFT = 6;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int INDEPENDENT = 0x08;
    private static final int AUTHENTICATION = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;

    @Override
    public void encode(BfdPacket packet, ByteWriter out, Layers layers) {
        BfdFlags flags = packet.flags();
        out.hexadecimal("Version and diagnostic").u8(BfdPacket.VERSION << DIAGNOSTIC_BITS | packet.diagnostic())
                .hexadecimal("State and flags", packet.state().title()).u8(packet.state().code() << STATE_SHIFT | (flags.poll() ? POLL : 0) | (flags.finished() ? FINAL : 0)
                        | (flags.controlPlaneIndependent() ? INDEPENDENT : 0) | (flags.demand() ? DEMAND : 0))
                .field("Detect multiplier").u8(packet.detectMultiplier()).field("Length").u8(BfdPacket.BYTES)
                .hexadecimal("My discriminator").u32(packet.myDiscriminator())
                .hexadecimal("Your discriminator").u32(packet.yourDiscriminator())
                .field("Desired minimum transmit interval in microseconds").u32(packet.intervals().desiredMinTxMicros())
                .field("Required minimum receive interval in microseconds").u32(packet.intervals().requiredMinRxMicros())
                .field("Required minimum echo receive interval in microseconds").u32(packet.intervals().requiredMinEchoRxMicros());
    }

    @Override
    public BfdPacket decode(ByteReader in, Layers layers) {
        int first = in.u8();
        int version = first >> DIAGNOSTIC_BITS;
        if (version != BfdPacket.VERSION) {
            throw in.problem("version " + version + " is not supported");
        }
        int bits = in.u8();
        if ((bits & MULTIPOINT) != 0) {
            throw in.problem("the Multipoint bit is set");
        }
        if ((bits & AUTHENTICATION) != 0) {
            throw in.problem("authentication is not supported");
        }
        int detectMultiplier = in.u8();
        int length = in.u8();
        if (length != BfdPacket.BYTES) {
            throw in.problem("a packet without authentication has " + BfdPacket.BYTES + " bytes, not " + length);
        }
        BfdState state = BfdState.ofCode(bits >> STATE_SHIFT).orElseThrow();
        BfdFlags flags = new BfdFlags((bits & POLL) != 0, (bits & FINAL) != 0, (bits & INDEPENDENT) != 0, (bits & DEMAND) != 0);
        long mine = in.u32();
        long yours = in.u32();
        BfdPacket packet = new BfdPacket(first & DIAGNOSTIC_MASK, state, flags, detectMultiplier, mine, yours,
                new BfdIntervals(in.u32(), in.u32(), in.u32()));
        if (in.remaining() > 0) {
            throw in.problem(in.remaining() + " bytes follow the packet");
        }
        return packet;
    }
}
