package dmvpn.sim.nhrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.List;

/** NHRP version 1 with IP addresses of either family at both levels (RFC 2332 section 5). */
public final class NhrpCodec implements PacketCodec<NhrpPacket> {

    private static final int FAMILY_IPV4 = 1;
    private static final int FAMILY_IPV6 = 2;
    private static final int PROTOCOL_IPV4 = 0x0800;
    private static final int PROTOCOL_IPV6 = 0x86dd;
    private static final int SNAP_BYTES = 5;
    private static final int VERSION = 1;
    private static final int SIZE_OFFSET = 10;
    private static final int CHECKSUM_OFFSET = 12;
    private static final int EXTENSIONS_OFFSET = 14;

    /** The fixed part without what is checked at once. */
    private record FixedPart(int protocol, int hopCount, int extensionsOffset, MessageType type, int nbmaLength) {
    }

    /** The common header; the word behind the flags has a meaning of each message. */
    private record CommonPart(int flags, long word, NhrpHeader header) {
    }

    @Override
    public void encode(NhrpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.group("Fixed part", () -> encodeFixedPart(packet, out));
        out.group("Common header", () -> encodeCommonHeader(packet, out));
        switch (packet) {
            case NhrpTransaction transaction -> ClientInformationEntryCodec.encode(transaction.entries(), out);
            case ErrorIndication error -> layers.encode(error.wrongPacket(), out);
            case TrafficIndication indication -> layers.encode(indication.dataPacket(), out);
        }
        if (!packet.extensions().isEmpty()) {
            out.patchU16(start + EXTENSIONS_OFFSET, out.position() - start);
            NhrpExtensionCodec.encode(packet.extensions(), out);
        }
        out.patchU16(start + SIZE_OFFSET, out.position() - start);
        out.patchU16(start + CHECKSUM_OFFSET, InternetChecksum.of(out.copyFrom(start)));
    }

    private static void encodeFixedPart(NhrpPacket packet, ByteWriter out) {
        NhrpHeader header = packet.header();
        boolean nbmaIpv4 = header.sourceNbmaAddress() instanceof Ipv4Address;
        boolean protocolIpv4 = header.sourceProtocolAddress() instanceof Ipv4Address;
        out.field("NBMA address family", nbmaIpv4 ? "IPv4" : "IPv6").u16(nbmaIpv4 ? FAMILY_IPV4 : FAMILY_IPV6)
                .hexadecimal("Protocol type", protocolIpv4 ? "IPv4" : "IPv6").u16(protocolIpv4 ? PROTOCOL_IPV4 : PROTOCOL_IPV6)
                .field("SNAP").zeros(SNAP_BYTES).field("Hop count").u8(header.hopCount())
                .field("Packet size").u16(0).hexadecimal("Checksum").u16(0).field("Offset of the extensions").u16(0)
                .field("Version").u8(VERSION).field("Type", packet.type().title()).u8(packet.type().code())
                .field("Length of NBMA addresses").u8(header.sourceNbmaAddress().bitLength() / 8)
                .field("Length of NBMA subaddresses").u8(0);
    }

    private static void encodeCommonHeader(NhrpPacket packet, ByteWriter out) {
        NhrpHeader header = packet.header();
        out.field("Length of the source protocol address").u8(header.sourceProtocolAddress().bitLength() / 8)
                .field("Length of the destination protocol address").u8(header.destinationProtocolAddress().bitLength() / 8);
        switch (packet) {
            case NhrpTransaction transaction -> out.hexadecimal("Flags").u16(transaction.flagBits()).field("Request ID").u32(transaction.requestId());
            case ErrorIndication error -> out.field("Unused").u16(0).field("Error code").u16(error.code().code()).field("Error offset").u16(error.offset());
            case TrafficIndication indication -> out.field("Unused").u16(0).field("Traffic code").u16(indication.trafficCode()).field("Unused").u16(0);
        }
        out.field("Source NBMA address").address(header.sourceNbmaAddress())
                .field("Source protocol address").address(header.sourceProtocolAddress())
                .field("Destination protocol address").address(header.destinationProtocolAddress());
    }

    @Override
    public NhrpPacket decode(ByteReader in, Layers layers) {
        FixedPart fixed = decodeFixedPart(in);
        CommonPart common = decodeCommonHeader(fixed, in);
        int mandatoryEnd = fixed.extensionsOffset() == 0 ? in.length() : fixed.extensionsOffset();
        if (mandatoryEnd < in.position() || mandatoryEnd > in.length()) {
            throw in.problem("extensions offset " + mandatoryEnd + " is not from " + in.position() + " to " + in.length());
        }
        ByteReader content = in.slice(mandatoryEnd - in.position());
        List<NhrpExtension> extensions = fixed.extensionsOffset() == 0 ? List.of() : NhrpExtensionCodec.decode(in);
        return switch (fixed.type()) {
            case ERROR_INDICATION -> errorIndication(common, content, extensions);
            case TRAFFIC_INDICATION -> new TrafficIndication(common.header(), (int) (common.word() >>> 16),
                    new Quotation.OfBytes(content.remainingOctets()), extensions);
            default -> transaction(fixed.type(), common, ClientInformationEntryCodec.decode(content), extensions);
        };
    }

    private static FixedPart decodeFixedPart(ByteReader in) {
        int family = in.u16();
        int protocol = in.u16();
        in.skip(SNAP_BYTES);
        int hopCount = in.u8();
        int size = in.u16();
        in.u16();
        int extensionsOffset = in.u16();
        int version = in.u8();
        int typeNumber = in.u8();
        int nbmaLength = in.u8();
        int subaddressLength = in.u8();
        if (size != in.length()) {
            throw in.problem("size is " + size + " but there are " + in.length() + " bytes");
        }
        if (InternetChecksum.of(in.copyOfRange(0, size)) != 0) {
            throw in.problem("wrong checksum");
        }
        if (version != VERSION) {
            throw in.problem("version " + version + " is not supported");
        }
        if (nbmaLength != (family == FAMILY_IPV4 ? 4 : 16) || family != FAMILY_IPV4 && family != FAMILY_IPV6) {
            throw in.problem("NBMA addresses of family " + family + " with " + nbmaLength + " bytes are not supported");
        }
        if (subaddressLength != 0) {
            throw in.problem("NBMA subaddresses are not supported");
        }
        MessageType type = MessageType.ofCode(typeNumber)
                .orElseThrow(() -> in.problem("unknown message type " + typeNumber));
        return new FixedPart(protocol, hopCount, extensionsOffset, type, nbmaLength);
    }

    private static CommonPart decodeCommonHeader(FixedPart fixed, ByteReader in) {
        int addressLength = switch (fixed.protocol()) {
            case PROTOCOL_IPV4 -> 4;
            case PROTOCOL_IPV6 -> 16;
            default -> throw in.problem("protocol type " + fixed.protocol() + " is neither IPv4 nor IPv6");
        };
        if (in.u8() != addressLength || in.u8() != addressLength) {
            throw in.problem("source and destination protocol addresses must have " + addressLength + " bytes");
        }
        int flags = in.u16();
        long word = in.u32();
        IpAddress nbmaAddress = in.address(fixed.nbmaLength());
        IpAddress source = in.address(addressLength);
        IpAddress destination = in.address(addressLength);
        return new CommonPart(flags, word, new NhrpHeader(fixed.hopCount(), nbmaAddress, source, destination));
    }

    private static ErrorIndication errorIndication(CommonPart common, ByteReader content, List<NhrpExtension> extensions) {
        int number = (int) (common.word() >>> 16);
        ErrorCode code = ErrorCode.ofCode(number).orElseThrow(() -> content.problem("unknown error code " + number));
        return new ErrorIndication(common.header(), code, (int) (common.word() & 0xffff),
                new Quotation.OfBytes(content.remainingOctets()), extensions);
    }

    private static NhrpTransaction transaction(MessageType type, CommonPart common, List<ClientInformationEntry> entries,
            List<NhrpExtension> extensions) {
        NhrpHeader header = common.header();
        long id = common.word();
        int flags = common.flags();
        boolean noReply = (flags & PurgeRequest.NO_REPLY_EXPECTED) != 0;
        return switch (type) {
            case RESOLUTION_REQUEST ->
                new ResolutionRequest(header, id, ResolutionFlags.ofBits(flags), entries, extensions);
            case RESOLUTION_REPLY -> new ResolutionReply(header, id, ResolutionFlags.ofBits(flags), entries, extensions);
            case REGISTRATION_REQUEST ->
                new RegistrationRequest(header, id, RegistrationFlags.ofBits(flags), entries, extensions);
            case REGISTRATION_REPLY ->
                new RegistrationReply(header, id, RegistrationFlags.ofBits(flags), entries, extensions);
            case PURGE_REQUEST -> new PurgeRequest(header, id, noReply, entries, extensions);
            case PURGE_REPLY -> new PurgeReply(header, id, noReply, entries, extensions);
            case ERROR_INDICATION, TRAFFIC_INDICATION ->
                throw new IllegalStateException(type.title() + " has no request id");
        };
    }
}
