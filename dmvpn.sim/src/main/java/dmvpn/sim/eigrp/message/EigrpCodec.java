package dmvpn.sim.eigrp.message;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;

/** EIGRP with header version 2 (RFC 7868 section 6.2). */
public final class EigrpCodec implements PacketCodec<EigrpPacket> {

    private static final int CHECKSUM_OFFSET = 2;

    @Override
    public void encode(EigrpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Version").u8(EigrpPacket.VERSION).field("Opcode", packet.opcode().title()).u8(packet.opcode().code())
                .hexadecimal("Checksum").u16(0).hexadecimal("Flags").u32(packet.flags().bits())
                .field("Sequence number").u32(packet.sequence()).field("Acknowledgement").u32(packet.acknowledgement())
                .field("Virtual router").u16(packet.virtualRouterId()).field("Autonomous system").u16(packet.autonomousSystem());
        packet.tlvs().forEach(tlv -> out.group(EigrpTlvCodec.nameOf(tlv), () -> EigrpTlvCodec.encode(tlv, out)));
        out.patchU16(start + CHECKSUM_OFFSET, InternetChecksum.of(out.copyFrom(start)));
    }

    @Override
    public EigrpPacket decode(ByteReader in, Layers layers) {
        int version = in.u8();
        if (version != EigrpPacket.VERSION) {
            throw in.problem("version " + version + " is not supported");
        }
        int opcodeNumber = in.u8();
        EigrpOpcode opcode = EigrpOpcode.ofCode(opcodeNumber)
                .orElseThrow(() -> in.problem("unknown opcode " + opcodeNumber));
        in.u16();
        if (InternetChecksum.of(in.copyOfRange(0, in.length())) != 0) {
            throw in.problem("wrong checksum");
        }
        EigrpFlags flags = EigrpFlags.ofBits(in.u32());
        long sequence = in.u32();
        long acknowledgement = in.u32();
        int virtualRouterId = in.u16();
        int autonomousSystem = in.u16();
        return new EigrpPacket(opcode, flags, sequence, acknowledgement, virtualRouterId, autonomousSystem,
                EigrpTlvCodec.decode(in));
    }
}
