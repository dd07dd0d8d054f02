package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EspTransform;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import dmvpn.sim.packet.codec.PayloadKind;

/** ESP without extended sequence numbers (RFC 4303), encrypted with keys derived from the run's seed. */
public final class EspCodec implements PacketCodec<EspPacket> {

    private static final int HEADER_BYTES = 8;
    private static final int TRAILER_BYTES = 2;

    private final EspKeys keys;
    private final EspTransforms transforms;

    /**
     * @param keys keys of the run
     * @param transforms for decoding; encoding takes the transform of the packet
     */
    public EspCodec(EspKeys keys, EspTransforms transforms) {
        this.keys = keys;
        this.transforms = transforms;
    }

    @Override
    public void encode(EspPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.hexadecimal("SPI").u32(packet.securityParametersIndex()).field("Sequence number").u32(packet.sequenceNumber());
        byte[] header = out.copyFrom(start);
        byte[] initializationVector = keys.initializationVector(packet);
        ByteWriter clear = clearBytes(packet, out.part(), layers);
        out.field("Initialization vector").bytes(initializationVector)
                .field("Encrypted content with check value").bytes(keys.of(packet.securityParametersIndex(), packet.transform())
                        .seal(header, initializationVector, clear.toBytes()))
                .decrypted("Decrypted ESP", clear);
    }

    /** The content with padding 1, 2, 3 and so on, its length, and the next header (RFC 4303 section 2.4). */
    private static ByteWriter clearBytes(EspPacket packet, ByteWriter clear, Layers layers) {
        layers.encode(packet.content(), clear);
        int block = packet.transform().encryption().blockBytes();
        int padding = Math.floorMod(-(clear.position() + TRAILER_BYTES), block);
        byte[] values = new byte[padding];
        for (int index = 0; index < padding; index++) {
            values[index] = (byte) (index + 1);
        }
        return clear.group("Trailer", () -> clear.field("Padding").bytes(values).field("Padding length").u8(padding)
                .field("Next header", packet.content().protocol()).u8(packet.nextHeader()));
    }

    @Override
    public EspPacket decode(ByteReader in, Layers layers) {
        byte[] header = in.copyOfRange(0, Math.min(HEADER_BYTES, in.length()));
        long spi = in.u32();
        long sequenceNumber = in.u32();
        EspTransform transform = transforms.ofSpi(spi)
                .orElseThrow(() -> in.problem("no security association is known for SPI 0x" + Long.toHexString(spi)));
        byte[] initializationVector = in.bytes(transform.encryption().initializationVectorBytes());
        int offset = in.offset();
        SealingKeys sealingKeys = keys.of(spi, transform);
        byte[] clear = sealingKeys.open(header, initializationVector, in.bytes(in.remaining()))
                .orElseThrow(() -> in.problem("the integrity check fails"));
        ByteReader inner = in.decrypted(clear, offset, in.protocol());
        if (clear.length < TRAILER_BYTES) {
            throw inner.problem("nothing is protected");
        }
        int nextHeader = clear[clear.length - 1] & 0xff;
        int padding = clear[clear.length - 2] & 0xff;
        ByteReader content = inner.slice(clear.length - TRAILER_BYTES - padding);
        Packet packet = layers.decode(new PayloadKind.IpProtocol(nextHeader), content);
        return new EspPacket(spi, sequenceNumber, transform, nextHeader, packet);
    }
}
