package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.InternetChecksum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of OSPF version 2 (RFC 2328 appendices A.3 and D). */
final class OspfCodecV2 {

    private static final int LENGTH_OFFSET = 2;
    private static final int CHECKSUM_OFFSET = 12;
    private static final int AUTHENTICATION_OFFSET = 16;
    private static final int AUTHENTICATION_BYTES = 8;

    private OspfCodecV2() {
    }

    /** The bytes that a digest is made of: the packet without the digest. */
    static byte[] withoutTrailer(OspfPacketV2 packet) {
        ByteWriter out = new ByteWriter();
        encode(packet, out);
        return Arrays.copyOf(out.toBytes(), OspfPacketV2.HEADER_BYTES + packet.body().lengthBytes());
    }

    static void encode(OspfPacketV2 packet, ByteWriter out) {
        int start = out.position();
        out.field("Version").u8(OspfPacketV2.VERSION).field("Type", packet.body().title()).u8(packet.body().type())
                .field("Length").u16(0).field("Router ID").address(packet.routerId()).field("Area").address(packet.areaId())
                .hexadecimal("Checksum").u16(0).field("Authentication type").u16(packet.authentication().type());
        switch (packet.authentication()) {
            case OspfAuthentication.None none -> out.field("Authentication").zeros(AUTHENTICATION_BYTES);
            case OspfAuthentication.Simple simple -> out.field("Password").octets(simple.password());
            case OspfAuthentication.Cryptographic digest -> out.field("Reserved").u16(0)
                    .field("Key ID").u8(digest.keyId()).field("Length of the digest").u8(OspfAuthentication.Cryptographic.DIGEST_BYTES)
                    .field("Sequence number").u32(digest.sequence());
        }
        encode(packet.body(), out);
        out.patchU16(start + LENGTH_OFFSET, out.position() - start);
        if (packet.authentication() instanceof OspfAuthentication.Cryptographic digest) {
            out.field("Digest").octets(digest.digest());
        } else {
            out.patchU16(start + CHECKSUM_OFFSET, checksum(out.copyFrom(start)));
        }
    }

    /** The checksum does not cover the authentication. */
    private static int checksum(byte[] packet) {
        byte[] covered = packet.clone();
        Arrays.fill(covered, AUTHENTICATION_OFFSET, AUTHENTICATION_OFFSET + AUTHENTICATION_BYTES, (byte) 0);
        return InternetChecksum.of(covered);
    }

    private static void encode(OspfBody body, ByteWriter out) {
        switch (body) {
            case OspfBody.Hello hello -> {
                LinkStateCodecV2.encodeMask(((OspfBody.NetworkMask) hello.sender()).length(), out);
                out.field("Hello interval in seconds").u16(hello.helloIntervalSeconds())
                        .hexadecimal("Options").u8(hello.options().bits()).field("Priority").u8(hello.priority())
                        .field("Dead interval in seconds").u32(hello.deadIntervalSeconds())
                        .field("Designated router").address(hello.designatedRouter())
                        .field("Backup designated router").address(hello.backupDesignatedRouter());
                hello.neighbors().forEach(neighbor -> out.field("Neighbor").address(neighbor));
            }
            case OspfBody.DatabaseDescription description -> {
                out.field("MTU").u16(description.mtuBytes()).hexadecimal("Options").u8(description.options().bits())
                        .hexadecimal("Flags").u8(ExchangeFlags.of(description)).field("Sequence number").u32(description.sequence());
                description.headers().forEach(header -> out.group("Header of an advertisement", () -> LinkStateCodecV2.encode(header, out)));
            }
            case OspfBody.LinkStateRequest request -> request.keys().forEach(key ->
                    out.group("Request", () -> out.field("LS type", key.type().title()).u32(key.type().code())
                            .field("Link-state ID").address(key.id()).field("Advertising router").address(key.advertisingRouter())));
            case OspfBody.LinkStateUpdate update -> {
                out.field("Number of advertisements").u32(update.advertisements().size());
                update.advertisements().forEach(advertisement ->
                        out.group("Advertisement", () -> LinkStateCodecV2.encode(advertisement, out)));
            }
            case OspfBody.LinkStateAcknowledgment acknowledgment ->
                acknowledgment.headers().forEach(header ->
                        out.group("Header of an advertisement", () -> LinkStateCodecV2.encode(header, out)));
        }
    }

    /** Reads what is behind the number of the version. */
    static OspfPacketV2 decode(ByteReader in) {
        int type = in.u8();
        int length = in.u16();
        Ipv4Address routerId = LinkStateCodecV2.address(in);
        Ipv4Address areaId = LinkStateCodecV2.address(in);
        in.u16();
        int authenticationType = in.u16();
        OspfAuthentication authentication = decodeAuthentication(authenticationType, length, in);
        if (length < OspfPacketV2.HEADER_BYTES || length + authentication.trailerBytes() != in.length()) {
            throw in.problem("a length of " + length + " bytes does not fit the " + in.length() + " bytes of the packet");
        }
        if (authentication.trailerBytes() == 0 && checksum(in.copyOfRange(0, length)) != 0) {
            throw in.problem("wrong checksum");
        }
        ByteReader body = in.slice(length - OspfPacketV2.HEADER_BYTES);
        OspfBody decoded = decodeBody(type, body);
        body.requireEnd();
        return new OspfPacketV2(routerId, areaId, authentication, decoded);
    }

    private static OspfAuthentication decodeAuthentication(int type, int length, ByteReader in) {
        switch (type) {
            case 0 -> {
                in.skip(AUTHENTICATION_BYTES);
                return new OspfAuthentication.None();
            }
            case 1 -> {
                return new OspfAuthentication.Simple(in.octets(OspfAuthentication.Simple.BYTES));
            }
            case 2 -> {
                in.u16();
                int keyId = in.u8();
                int digestBytes = in.u8();
                long sequence = in.u32();
                if (digestBytes != OspfAuthentication.Cryptographic.DIGEST_BYTES) {
                    throw in.problem("a digest of " + digestBytes + " bytes is not supported");
                }
                return new OspfAuthentication.Cryptographic(keyId, sequence,
                        Octets.of(in.copyOfRange(length, length + digestBytes)));
            }
            default -> throw in.problem("authentication of type " + type + " is not supported");
        }
    }

    private static OspfBody decodeBody(int type, ByteReader in) {
        return switch (type) {
            case 1 -> decodeHello(in);
            case 2 -> decodeDescription(in);
            case 3 -> decodeRequest(in);
            case 4 -> decodeUpdate(in);
            case 5 -> new OspfBody.LinkStateAcknowledgment(decodeHeaders(in));
            default -> throw in.problem("unknown type " + type);
        };
    }

    private static OspfBody decodeHello(ByteReader in) {
        int maskLength = LinkStateCodecV2.maskLength(in);
        int helloInterval = in.u16();
        OspfOptions options = new OspfOptions(in.u8());
        int priority = in.u8();
        long deadInterval = in.u32();
        Ipv4Address designated = LinkStateCodecV2.address(in);
        Ipv4Address backup = LinkStateCodecV2.address(in);
        List<Ipv4Address> neighbors = new ArrayList<>();
        while (in.remaining() > 0) {
            neighbors.add(LinkStateCodecV2.address(in));
        }
        return new OspfBody.Hello(new OspfBody.NetworkMask(maskLength), helloInterval, options, priority, deadInterval, designated, backup, neighbors);
    }

    private static OspfBody decodeDescription(ByteReader in) {
        int mtu = in.u16();
        OspfOptions options = new OspfOptions(in.u8());
        int flags = in.u8();
        return ExchangeFlags.description(mtu, options, flags, in.u32(), decodeHeaders(in));
    }

    private static List<LinkStateHeader> decodeHeaders(ByteReader in) {
        List<LinkStateHeader> headers = new ArrayList<>();
        while (in.remaining() > 0) {
            headers.add(LinkStateCodecV2.decodeHeader(in));
        }
        return headers;
    }

    private static OspfBody decodeRequest(ByteReader in) {
        List<LinkStateKey> keys = new ArrayList<>();
        while (in.remaining() > 0) {
            long code = in.u32();
            LinkStateType type = LinkStateType.ofCode(code)
                    .orElseThrow(() -> in.problem("link state type " + code + " is not supported"));
            Ipv4Address id = LinkStateCodecV2.address(in);
            keys.add(new LinkStateKey(type, id, LinkStateCodecV2.address(in)));
        }
        return new OspfBody.LinkStateRequest(keys);
    }

    private static OspfBody decodeUpdate(ByteReader in) {
        long count = in.u32();
        List<LinkStateAdvertisement> advertisements = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            advertisements.add(LinkStateCodecV2.decode(in));
        }
        return new OspfBody.LinkStateUpdate(advertisements);
    }
}
