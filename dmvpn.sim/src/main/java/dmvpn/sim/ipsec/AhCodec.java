package dmvpn.sim.ipsec;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.Arrays;

/**
 * Authentication Headers without extended sequence numbers (RFC 4302 section 2). Their check values are computed with keys
 * derived from the run's seed.
 */
public final class AhCodec implements PacketCodec<AhPacket> {

    private static final int FIXED_BYTES = 12;
    private static final int WORD_BYTES = 4;

    private final AhKeys keys;
    private final AhHashes hashes;

    /**
     * @param keys keys of the run
     * @param hashes for decoding; encoding takes the hash of the packet
     */
    public AhCodec(SeededKeys keys, AhHashes hashes) {
        this.keys = new AhKeys(keys);
        this.hashes = hashes;
    }

    @Override
    public void encode(AhPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        // The length counts words of 4 bytes and leaves out two (RFC 4302 section 2.2).
        out.field("Next header", packet.content().protocol()).u8(packet.nextHeader())
                .field("Length", packet.headerBytes() + " bytes").u8(packet.headerBytes() / WORD_BYTES - 2).field("Reserved").u16(0)
                .hexadecimal("SPI").u32(packet.securityParametersIndex()).field("Sequence number").u32(packet.sequenceNumber())
                .field("Integrity check value").zeros(packet.headerBytes() - FIXED_BYTES);
        layers.encode(packet.content(), out);
        out.patchBytes(start + FIXED_BYTES, keys.checkValue(packet, identification(layers), out.copyFrom(start)));
    }

    private static int identification(Layers layers) {
        return layers.ipHeader().map(Layers.IpHeader::identification).orElse(0);
    }

    @Override
    public AhPacket decode(ByteReader in, Layers layers) {
        byte[] bytes = in.copyOfRange(0, in.length());
        int nextHeader = in.u8();
        int length = (in.u8() + 2) * WORD_BYTES;
        in.skip(2);
        long spi = in.u32();
        long sequenceNumber = in.u32();
        HashAlgorithm hash = hashes.hashOfSpi(spi)
                .orElseThrow(() -> in.problem("no security association is known for SPI 0x" + Long.toHexString(spi)));
        Layers.IpHeader outer = layers.ipHeader().orElseThrow(() -> in.problem("there is no IP header in front"));
        boolean overIpv6 = outer.source() instanceof Ipv6Address;
        int expected = EncapsulationOverhead.authenticationHeaderBytes(hash, overIpv6);
        if (length != expected) {
            throw in.problem("an Authentication Header with " + hash.keyword() + " has " + expected + " bytes, not " + length);
        }
        byte[] value = in.bytes(hash.truncatedBytes());
        in.skip(length - FIXED_BYTES - value.length);
        Packet content = layers.decode(new PayloadKind.IpProtocol(nextHeader), in.rest(in.protocol()));
        in.skip(in.remaining());
        AhPacket packet = new AhPacket(spi, sequenceNumber, hash, outer.source(), outer.destination(), nextHeader, content);
        Arrays.fill(bytes, FIXED_BYTES, FIXED_BYTES + value.length, (byte) 0);
        if (!Arrays.equals(value, keys.checkValue(packet, outer.identification(), bytes))) {
            throw in.problem("the integrity check fails");
        }
        return packet;
    }
}
