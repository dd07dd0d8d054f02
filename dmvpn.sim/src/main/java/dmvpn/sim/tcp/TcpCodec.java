package dmvpn.sim.tcp;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import dmvpn.sim.packet.codec.PayloadKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.Optional;
import java.util.OptionalInt;

/** TCP with no options but the maximum segment size (RFC 9293 section 3.1) and the MD5 signature (RFC 2385). */
public final class TcpCodec implements PacketCodec<TcpSegment> {

    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int PSH = 0x08;
    private static final int ACK = 0x10;
    private static final int SEGMENT_SIZE_OPTION = 2;
    private static final int SIGNATURE_OPTION = 19;
    private static final int PADDING = 1;
    /** Kind and length of an option. */
    private static final int OPTION_HEADER_BYTES = 2;
    private static final int CHECKSUM_OFFSET = 16;

    private final Map<Integer, StreamFraming> framings;

    /** A codec that knows no protocol above TCP. */
    public TcpCodec() {
        this(Map.of());
    }

    /** @param framings where messages begin and end, by the port of their protocol */
    public TcpCodec(Map<Integer, StreamFraming> framings) {
        this.framings = Map.copyOf(framings);
    }

    @Override
    public void encode(TcpSegment packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Source port").u16(packet.sourcePort()).field("Destination port").u16(packet.destinationPort())
                .field("Sequence number").u32(packet.sequenceNumber())
                .field("Acknowledgement number").u32(packet.acknowledgementNumber())
                .hexadecimal("Header length", packet.headerBytes() + " bytes").u8(packet.headerBytes() / 4 << 4)
                .hexadecimal("Flags", flagNames(packet)).u8(flags(packet))
                .field("Window").u16(TcpSegment.WINDOW_BYTES).hexadecimal("Checksum").u16(0).field("Urgent pointer").u16(0);
        packet.maximumSegmentBytes().ifPresent(
                bytes -> out.group("Option maximum segment size", () -> out.field("Kind").u8(SEGMENT_SIZE_OPTION)
                        .field("Length").u8(TcpSegment.SEGMENT_SIZE_OPTION_BYTES).field("Maximum segment size").u16(bytes)));
        packet.digest().ifPresent(digest -> out.group("Option MD5 signature", () -> out.field("No operation").u8(PADDING)
                .field("No operation").u8(PADDING).field("Kind").u8(SIGNATURE_OPTION)
                .field("Length").u8(OPTION_HEADER_BYTES + TcpSegment.DIGEST_BYTES).field("Digest").octets(digest)));
        for (TcpData.Part part : packet.data().parts()) {
            encode(part, out, layers);
        }
        byte[] segment = out.copyFrom(start);
        layers.ipHeader().ifPresent(addresses ->
                out.patchU16(start + CHECKSUM_OFFSET, checksum(addresses, segment)));
    }

    private static String flagNames(TcpSegment packet) {
        StringJoiner names = new StringJoiner(", ");
        name(packet.finish(), "FIN", names);
        name(packet.synchronize(), "SYN", names);
        name(packet.reset(), "RST", names);
        name(packet.dataBytes() > 0, "PSH", names);
        name(packet.acknowledge(), "ACK", names);
        return names.toString();
    }

    private static void name(boolean isSet, String name, StringJoiner names) {
        if (isSet) {
            names.add(name);
        }
    }

    private static int flags(TcpSegment packet) {
        return (packet.finish() ? FIN : 0) | (packet.synchronize() ? SYN : 0) | (packet.reset() ? RST : 0)
                | (packet.acknowledge() ? ACK : 0) | (packet.dataBytes() > 0 ? PSH : 0);
    }

    private static void encode(TcpData.Part part, ByteWriter out, Layers layers) {
        switch (part) {
            case TcpData.Zeros zeros -> out.field("Data").zeros(zeros.lengthBytes());
            case TcpData.Bytes bytes -> out.field("Data").octets(bytes.octets());
            case TcpData.Piece piece -> {
                ByteWriter whole = out.part();
                layers.encode(piece.message(), whole);
                if (piece.from() == 0 && piece.to() == whole.position()) {
                    out.append(whole);
                } else {
                    out.field("Piece of a message", piece.message().summary())
                            .bytes(Arrays.copyOfRange(whole.toBytes(), piece.from(), piece.to()));
                }
            }
        }
    }

    private static int checksum(Layers.IpHeader addresses, byte[] segment) {
        return InternetChecksum.withPseudoHeader(addresses.source(), addresses.destination(), IpPacket.TCP, segment);
    }

    @Override
    public TcpSegment decode(ByteReader in, Layers layers) {
        byte[] segment = in.copyOfRange(0, in.length());
        int sourcePort = in.u16();
        int destinationPort = in.u16();
        long sequence = in.u32();
        long acknowledgement = in.u32();
        int headerBytes = (in.u8() >>> 4) * 4;
        int flags = in.u8();
        in.skip(6);
        if (layers.ipHeader().isPresent() && checksum(layers.ipHeader().get(), segment) != 0) {
            throw in.problem("wrong checksum");
        }
        if (headerBytes < TcpSegment.HEADER_BYTES) {
            throw in.problem("a header of " + headerBytes + " bytes is too short");
        }
        ByteReader options = in.slice(headerBytes - TcpSegment.HEADER_BYTES);
        OptionalInt segmentSize = decodeSegmentSize(options);
        Optional<Octets> digest = decodeDigest(options);
        if (options.remaining() > 0) {
            throw in.problem("options other than the maximum segment size and the signature are not supported");
        }
        if ((flags & ~(FIN | SYN | RST | ACK | PSH)) != 0) {
            throw in.problem("flags other than FIN, SYN, RST, PSH and ACK are not supported");
        }
        TcpFlags known = new TcpFlags((flags & SYN) != 0, (flags & ACK) != 0, (flags & FIN) != 0, (flags & RST) != 0);
        return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgement, known, segmentSize,
                digest, decodeData(in, layers, framings.containsKey(destinationPort) ? destinationPort : sourcePort));
    }

    private static OptionalInt decodeSegmentSize(ByteReader options) {
        boolean present = (options.remaining() == TcpSegment.SEGMENT_SIZE_OPTION_BYTES
                || options.remaining() == TcpSegment.SEGMENT_SIZE_OPTION_BYTES + TcpSegment.DIGEST_OPTION_BYTES)
                && begins(options, SEGMENT_SIZE_OPTION, TcpSegment.SEGMENT_SIZE_OPTION_BYTES);
        if (!present) {
            return OptionalInt.empty();
        }
        options.skip(OPTION_HEADER_BYTES);
        return OptionalInt.of(options.u16());
    }

    private static Optional<Octets> decodeDigest(ByteReader options) {
        boolean present = options.remaining() == TcpSegment.DIGEST_OPTION_BYTES
                && begins(options, PADDING, PADDING, SIGNATURE_OPTION, OPTION_HEADER_BYTES + TcpSegment.DIGEST_BYTES);
        if (!present) {
            return Optional.empty();
        }
        options.skip(TcpSegment.DIGEST_OPTION_BYTES - TcpSegment.DIGEST_BYTES);
        return Optional.of(options.remainingOctets());
    }

    private static boolean begins(ByteReader options, int... bytes) {
        byte[] first = options.copyOfRange(options.position(), options.position() + bytes.length);
        for (int index = 0; index < bytes.length; index++) {
            if (first[index] != (byte) bytes[index]) {
                return false;
            }
        }
        return true;
    }

    /** Messages that are whole, as long as there are any; the rest as it is. */
    private TcpData decodeData(ByteReader in, Layers layers, int port) {
        List<TcpData.Part> parts = new ArrayList<>();
        StreamFraming framing = framings.get(port);
        while (framing != null && in.remaining() > 0) {
            OptionalInt length = framing.lengthOfFirst(in.copyOfRange(in.position(), in.length()));
            if (length.isEmpty() || length.getAsInt() > in.remaining()) {
                break;
            }
            parts.add(new TcpData.Piece(layers.decode(new PayloadKind.TcpPort(port), in.slice(length.getAsInt())), 0,
                    length.getAsInt()));
        }
        if (in.remaining() > 0) {
            Octets rest = in.remainingOctets();
            parts.add(rest.equals(Octets.of(new byte[rest.length()])) ? new TcpData.Zeros(rest.length()) : new TcpData.Bytes(rest));
        }
        return TcpData.of(parts);
    }
}
