package dmvpn.sim.bgp.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages of BGP-4 with numbers of autonomous systems of four bytes (RFC 4271 section 4, RFC 6793). */
public final class BgpCodec implements PacketCodec<BgpMessage> {

    static final int MARKER_BYTES = 16;
    private static final int CAPABILITIES_PARAMETER = 2;
    private static final int LONGEST_PARAMETER = 255;

    @Override
    public void encode(BgpMessage message, ByteWriter out, Layers layers) {
        int start = out.position();
        byte[] marker = new byte[MARKER_BYTES];
        Arrays.fill(marker, (byte) 0xff);
        out.field("Marker").bytes(marker).field("Length").u16(0).field("Type", message.summary()).u8(message.type());
        switch (message) {
            case BgpMessage.Open open -> encode(open, out);
            case BgpMessage.Update update -> UpdateCodec.encode(update, out);
            case BgpMessage.Notification notification ->
                out.field("Error code").u8(notification.code()).field("Error subcode").u8(notification.subcode())
                        .field("Data").octets(notification.data());
            case BgpMessage.Keepalive keepalive -> { } // nothing behind the header
            case BgpMessage.RouteRefresh refresh -> out.field("Address family").u16(refresh.family()).field("Reserved").u8(0)
                    .field("Subsequent address family").u8(refresh.subsequentFamily());
        }
        out.patchU16(start + MARKER_BYTES, out.position() - start);
    }

    /** All capabilities are in one parameter, as most speakers have it. */
    private static void encode(BgpMessage.Open open, ByteWriter out) {
        out.field("Version").u8(open.version()).field("Autonomous system").u16(open.autonomousSystem())
                .field("Hold time in seconds").u16(open.holdTimeSeconds()).field("Router ID").address(open.routerId());
        int capabilityBytes = open.capabilityBytes();
        if (capabilityBytes == 0) {
            out.field("Length of the optional parameters").u8(0);
            return;
        }
        if (BgpMessage.Open.PARAMETER_HEADER_BYTES + capabilityBytes > LONGEST_PARAMETER) {
            throw new IllegalStateException("Capabilities of " + capabilityBytes + " bytes do not fit an OPEN");
        }
        out.field("Length of the optional parameters").u8(BgpMessage.Open.PARAMETER_HEADER_BYTES + capabilityBytes)
                .field("Parameter", "capabilities").u8(CAPABILITIES_PARAMETER).field("Length of the capabilities").u8(capabilityBytes);
        for (Capability capability : open.capabilities()) {
            out.group("Capability", () -> encode(capability, out));
        }
    }

    private static void encode(Capability capability, ByteWriter out) {
        out.field("Code").u8(capability.code()).field("Length").u8(capability.valueBytes());
        switch (capability) {
            case Capability.Multiprotocol carried ->
                out.field("Address family", carried.family().title()).u16(carried.family().family()).field("Reserved").u8(0)
                        .field("Subsequent address family").u8(carried.family().subsequentFamily());
            case Capability.RouteRefresh refresh -> { } // no value
            case Capability.GracefulRestart restart -> {
                out.hexadecimal("Flags and restart time").u16(restart.flagsAndTime());
                restart.families().forEach(family -> out.hexadecimal("Address family").u32(family));
            }
            case Capability.FourOctetNumbers numbers -> out.field("Autonomous system").u32(numbers.autonomousSystem());
            case Capability.Unknown unknown -> out.field("Value").octets(unknown.value());
        }
    }

    @Override
    public BgpMessage decode(ByteReader in, Layers layers) {
        for (int index = 0; index < MARKER_BYTES; index++) {
            if (in.u8() != 0xff) {
                throw in.problem("the marker is not all ones");
            }
        }
        int length = in.u16();
        int type = in.u8();
        if (length != in.length() || length > BgpMessage.LONGEST_BYTES) {
            throw in.problem("a length of " + length + " is not that of the message");
        }
        BgpMessage message = switch (type) {
            case BgpMessage.Open.TYPE -> decodeOpen(in);
            case BgpMessage.Update.TYPE -> UpdateCodec.decode(in);
            case BgpMessage.Notification.TYPE -> new BgpMessage.Notification(in.u8(), in.u8(), in.remainingOctets());
            case BgpMessage.Keepalive.TYPE -> new BgpMessage.Keepalive();
            case BgpMessage.RouteRefresh.TYPE -> decodeRefresh(in);
            default -> throw in.problem("unknown message type " + type);
        };
        in.requireEnd();
        return message;
    }

    private static BgpMessage decodeRefresh(ByteReader in) {
        int family = in.u16();
        in.skip(1);
        return new BgpMessage.RouteRefresh(family, in.u8());
    }

    private static BgpMessage decodeOpen(ByteReader in) {
        int version = in.u8();
        int autonomousSystem = in.u16();
        int holdTime = in.u16();
        Ipv4Address routerId = Ipv4Address.ofBytes(in.bytes(4));
        ByteReader parameters = in.slice(in.u8());
        List<Capability> capabilities = new ArrayList<>();
        while (parameters.remaining() > 0) {
            int type = parameters.u8();
            if (type != CAPABILITIES_PARAMETER) {
                throw parameters.problem("unsupported optional parameter " + type);
            }
            ByteReader values = parameters.slice(parameters.u8());
            while (values.remaining() > 0) {
                int code = values.u8();
                ByteReader value = values.slice(values.u8());
                capabilities.add(decodeCapability(code, value));
                value.requireEnd();
            }
        }
        return new BgpMessage.Open(version, autonomousSystem, holdTime, routerId, capabilities);
    }

    private static Capability decodeCapability(int code, ByteReader value) {
        switch (code) {
            case Capability.Multiprotocol.CODE -> {
                if (value.length() == 4) {
                    int family = value.u16();
                    value.skip(1);
                    int subsequent = value.u8();
                    return AddressFamily.of(family, subsequent).<Capability>map(Capability.Multiprotocol::new)
                            .orElseGet(() -> new Capability.Unknown(code, Octets.of(value.copyOfRange(0, 4))));
                }
                throw value.problem("a multiprotocol capability of " + value.length() + " bytes");
            }
            case Capability.RouteRefresh.CODE -> {
                return new Capability.RouteRefresh();
            }
            case Capability.GracefulRestart.CODE -> {
                int flagsAndTime = value.u16();
                List<Integer> families = new ArrayList<>();
                while (value.remaining() > 0) {
                    families.add((int) value.u32());
                }
                return new Capability.GracefulRestart(flagsAndTime, families);
            }
            case Capability.FourOctetNumbers.CODE -> {
                return new Capability.FourOctetNumbers(value.u32());
            }
            default -> {
                return new Capability.Unknown(code, value.remainingOctets());
            }
        }
    }
}
