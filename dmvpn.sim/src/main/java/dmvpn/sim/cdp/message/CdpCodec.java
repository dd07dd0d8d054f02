package dmvpn.sim.cdp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** CDP version 2 (Cisco, Catalyst "Frame Formats"; type 7 as Wireshark reads it, epan/dissectors/packet-cdp.c). */
public final class CdpCodec implements PacketCodec<CdpFrame> {

    /** One byte, one character, so that all bytes come back. */
    private static final Charset CHARACTERS = StandardCharsets.ISO_8859_1;
    private static final int CHECKSUM_AT = 2;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    /** Protocol type 1, an NLPID of one byte: IP. */
    private static final byte[] IPV4_PROTOCOL = {1, 1, (byte) 0xcc, 0, IPV4_BYTES};
    /** Protocol type 2, 802.2 with SNAP: IPv6. */
    private static final byte[] IPV6_PROTOCOL = {2, 8, (byte) 0xaa, (byte) 0xaa, 3, 0, 0, 0, (byte) 0x86, (byte) 0xdd, 0, IPV6_BYTES};

    @Override
    public void encode(CdpFrame frame, ByteWriter out, Layers layers) {
        int start = out.position();
        out.field("Version").u8(CdpFrame.VERSION).field("Hold time in seconds").u8(frame.holdTimeSeconds())
                .hexadecimal("Checksum").u16(0);
        for (CdpTlv tlv : frame.tlvs()) {
            out.group(nameOf(tlv), () -> {
                out.field("Type").u16(tlv.type()).field("Length").u16(CdpTlv.HEADER_BYTES + tlv.valueBytes());
                encode(tlv, out);
            });
        }
        out.patchU16(start + CHECKSUM_AT, CdpChecksum.of(out.copyFrom(start)));
    }

    private static String nameOf(CdpTlv tlv) {
        return switch (tlv) {
            case CdpTlv.DeviceId device -> "Device ID";
            case CdpTlv.Addresses addresses -> "Addresses";
            case CdpTlv.PortId port -> "Port ID";
            case CdpTlv.Capabilities capabilities -> "Capabilities";
            case CdpTlv.SoftwareVersion version -> "Software version";
            case CdpTlv.Platform platform -> "Platform";
            case CdpTlv.Prefixes prefixes -> "Prefixes";
            case CdpTlv.DefaultGateway gateway -> "Default gateway";
            case CdpTlv.Other other -> "Other part";
        };
    }

    private static void encode(CdpTlv tlv, ByteWriter out) {
        switch (tlv) {
            case CdpTlv.DeviceId device -> out.text("Device ID").bytes(device.name().getBytes(CHARACTERS));
            case CdpTlv.Addresses addresses -> {
                out.field("Number of addresses").u32(addresses.addresses().size());
                addresses.addresses().forEach(address -> out
                        .field("Protocol and length").bytes(address instanceof Ipv4Address ? IPV4_PROTOCOL : IPV6_PROTOCOL)
                        .field("Address").address(address));
            }
            case CdpTlv.PortId port -> out.text("Port").bytes(port.name().getBytes(CHARACTERS));
            case CdpTlv.Capabilities capabilities -> out.hexadecimal("Capabilities").u32(capabilities.bits());
            case CdpTlv.SoftwareVersion version -> out.text("Software version").bytes(version.text().getBytes(CHARACTERS));
            case CdpTlv.Platform platform -> out.text("Platform").bytes(platform.name().getBytes(CHARACTERS));
            case CdpTlv.Prefixes prefixes ->
                    prefixes.prefixes().forEach(prefix -> out.field("Prefix").address(prefix.network()).field("Prefix length").u8(prefix.length()));
            case CdpTlv.DefaultGateway gateway -> out.field("Gateway").address(gateway.gateway());
            case CdpTlv.Other other -> out.field("Value").octets(other.value());
        }
    }

    @Override
    public CdpFrame decode(ByteReader in, Layers layers) {
        byte[] whole = in.copyOfRange(0, in.length());
        int version = in.u8();
        if (version != CdpFrame.VERSION) {
            throw in.problem("version " + version + " is not supported");
        }
        int holdTimeSeconds = in.u8();
        int checksum = in.u16();
        Arrays.fill(whole, CHECKSUM_AT, CHECKSUM_AT + 2, (byte) 0);
        if (checksum != CdpChecksum.of(whole)) {
            throw in.problem("the checksum is wrong");
        }
        List<CdpTlv> tlvs = new ArrayList<>();
        while (in.remaining() > 0) {
            int type = in.u16();
            int length = in.u16();
            if (length < CdpTlv.HEADER_BYTES) {
                throw in.problem("a part has at least " + CdpTlv.HEADER_BYTES + " bytes, not " + length);
            }
            tlvs.add(decode(type, in.slice(length - CdpTlv.HEADER_BYTES)));
        }
        return new CdpFrame(holdTimeSeconds, tlvs);
    }

    private static CdpTlv decode(int type, ByteReader in) {
        return switch (type) {
            case 1 -> new CdpTlv.DeviceId(text(in));
            case 2 -> addresses(in);
            case 3 -> new CdpTlv.PortId(text(in));
            case 4 -> capabilities(in);
            case 5 -> new CdpTlv.SoftwareVersion(text(in));
            case 6 -> new CdpTlv.Platform(text(in));
            case 7 -> in.remaining() == CdpTlv.DefaultGateway.GATEWAY_BYTES
                    ? new CdpTlv.DefaultGateway(Ipv4Address.ofBytes(in.bytes(IPV4_BYTES))) : prefixes(in);
            default -> new CdpTlv.Other(type, in.remainingOctets());
        };
    }

    private static String text(ByteReader in) {
        return new String(in.bytes(in.remaining()), CHARACTERS);
    }

    private static CdpTlv capabilities(ByteReader in) {
        CdpTlv capabilities = new CdpTlv.Capabilities(in.u32());
        return requireEnd(in, capabilities);
    }

    private static CdpTlv requireEnd(ByteReader in, CdpTlv tlv) {
        if (in.remaining() > 0) {
            throw in.problem(in.remaining() + " bytes are left of a part");
        }
        return tlv;
    }

    private static CdpTlv addresses(ByteReader in) {
        long count = in.u32();
        List<IpAddress> addresses = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            addresses.add(address(in));
        }
        return requireEnd(in, new CdpTlv.Addresses(addresses));
    }

    private static IpAddress address(ByteReader in) {
        byte[] start = in.bytes(IPV4_PROTOCOL.length);
        if (Arrays.equals(start, IPV4_PROTOCOL)) {
            return Ipv4Address.ofBytes(in.bytes(IPV4_BYTES));
        }
        boolean isIpv6 = Arrays.equals(start, Arrays.copyOf(IPV6_PROTOCOL, start.length))
                && Arrays.equals(in.bytes(IPV6_PROTOCOL.length - start.length),
                        Arrays.copyOfRange(IPV6_PROTOCOL, start.length, IPV6_PROTOCOL.length));
        if (!isIpv6) {
            throw in.problem("an address is neither of IPv4 nor of IPv6");
        }
        return Ipv6Address.ofBytes(in.bytes(IPV6_BYTES));
    }

    private static CdpTlv prefixes(ByteReader in) {
        List<IpPrefix> prefixes = new ArrayList<>();
        while (in.remaining() > 0) {
            ByteReader entry = in.slice(CdpTlv.Prefixes.PREFIX_BYTES);
            prefixes.add(new IpPrefix(Ipv4Address.ofBytes(entry.bytes(IPV4_BYTES)), entry.u8()));
        }
        return new CdpTlv.Prefixes(prefixes);
    }
}
