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

/**
 * Authentication Headers without extended sequence numbers (RFC 4302 section 2). The integrity check value is of the run's seed,
 * SPI and sequence number: nobody checks it, since the packet carries what it protects.
 */
public final class AhCodec implements PacketCodec<AhPacket> {

    private static final int FIXED_BYTES = 12;
    private static final int WORD_BYTES = 4;

    private final SeededKeys keys;
    private final AhHashes hashes;

    /**
     * @param keys keys of the run
     * @param hashes for decoding; encoding takes the hash of the packet
     */
    public AhCodec(SeededKeys keys, AhHashes hashes) {
        this.keys = keys;
        this.hashes = hashes;
    }

    @Override
    public void encode(AhPacket packet, ByteWriter out, Layers layers) {
        int check = packet.hash().truncatedBytes();
        // The length counts words of 4 bytes and leaves out two (RFC 4302 section 2.2).
        out.u8(packet.nextHeader()).u8(packet.headerBytes() / WORD_BYTES - 2).u16(0).u32(packet.securityParametersIndex())
                .u32(packet.sequenceNumber())
                .bytes(keys.derive(check, "AH " + packet.hash(), packet.securityParametersIndex(), packet.sequenceNumber()))
                .zeros(packet.headerBytes() - FIXED_BYTES - check);
        layers.encode(packet.content(), out);
    }

    @Override
    public AhPacket decode(ByteReader in, Layers layers) {
        int nextHeader = in.u8();
        int length = (in.u8() + 2) * WORD_BYTES;
        in.skip(2);
        long spi = in.u32();
        long sequenceNumber = in.u32();
        HashAlgorithm hash = hashes.hashOfSpi(spi)
                .orElseThrow(() -> in.problem("no security association is known for SPI 0x" + Long.toHexString(spi)));
        boolean overIpv6 = layers.addresses().filter(addresses -> addresses.source() instanceof Ipv6Address).isPresent();
        int expected = EncapsulationOverhead.authenticationHeaderBytes(hash, overIpv6);
        if (length != expected) {
            throw in.problem("an Authentication Header with " + hash.keyword() + " has " + expected + " bytes, not " + length);
        }
        in.skip(length - FIXED_BYTES);
        Packet content = layers.decode(new PayloadKind.IpProtocol(nextHeader), in.rest(in.protocol()));
        in.skip(in.remaining());
        return new AhPacket(spi, sequenceNumber, hash, overIpv6, nextHeader, content);
    }
}
