package dmvpn.sim.rip.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.ArrayList;
import java.util.List;

/** RIP version 2 (RFC 2453 section 4). */
public final class RipCodec implements PacketCodec<RipPacket> {

    private static final int FAMILY_IPV4 = 2;
    private static final int NO_FAMILY = 0;
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_BITS = 32;
    /** What stands between family and metric. */
    private static final int BYTES_BEFORE_METRIC = 14;

    @Override
    public void encode(RipPacket packet, ByteWriter out, Layers layers) {
        out.field("Command", packet.command().title()).u8(packet.command().code()).field("Version").u8(RipPacket.VERSION).field("Unused").u16(0);
        for (RipEntry entry : packet.entries()) {
            out.group("Entry", () -> encode(entry, out));
        }
    }

    private static void encode(RipEntry entry, ByteWriter out) {
        switch (entry) {
            case RipEntry.Route route -> out.field("Address family", "IPv4").u16(FAMILY_IPV4).field("Tag").u16(route.tag())
                    .field("Destination").address(route.destination().network())
                    .hexadecimal("Mask").u32(mask(route.destination().length())).field("Next hop").address(route.nextHop())
                    .field("Metric").u32(route.metric());
            case RipEntry.WholeTable ignored -> out.field("Address family", "none").u16(NO_FAMILY)
                    .field("Unused").zeros(BYTES_BEFORE_METRIC).field("Metric", "whole table").u32(RipEntry.INFINITY);
            case RipEntry.Other other -> out.field("Address family").u16(other.family()).field("Value").octets(other.value());
        }
    }

    private static long mask(int length) {
        return 0xffff_ffffL << IPV4_BITS - length & 0xffff_ffffL;
    }

    @Override
    public RipPacket decode(ByteReader in, Layers layers) {
        int commandNumber = in.u8();
        RipCommand command = RipCommand.ofCode(commandNumber)
                .orElseThrow(() -> in.problem("unknown command " + commandNumber));
        int version = in.u8();
        if (version != RipPacket.VERSION) {
            throw in.problem("version " + version + " is not supported");
        }
        in.skip(2);
        List<RipEntry> entries = new ArrayList<>();
        while (in.remaining() > 0) {
            entries.add(decodeEntry(command, in.slice(RipEntry.BYTES)));
        }
        return new RipPacket(command, entries);
    }

    private static RipEntry decodeEntry(RipCommand command, ByteReader in) {
        int family = in.u16();
        if (family == FAMILY_IPV4) {
            return decodeRoute(in);
        }
        byte[] rest = in.copyOfRange(in.position(), in.length());
        RipEntry.Other other = new RipEntry.Other(family, in.remainingOctets());
        return command == RipCommand.REQUEST && family == NO_FAMILY && isWholeTable(rest) ? new RipEntry.WholeTable() : other;
    }

    private static boolean isWholeTable(byte[] rest) {
        for (int index = 0; index < rest.length - 1; index++) {
            if (rest[index] != 0) {
                return false;
            }
        }
        return rest[rest.length - 1] == RipEntry.INFINITY;
    }

    private static RipEntry.Route decodeRoute(ByteReader in) {
        int tag = in.u16();
        Ipv4Address network = Ipv4Address.ofBytes(in.bytes(IPV4_BYTES));
        long mask = in.u32();
        int length = Long.bitCount(mask);
        if (mask != mask(length)) {
            throw in.problem("the bits of the subnet mask are not contiguous");
        }
        Ipv4Address nextHop = Ipv4Address.ofBytes(in.bytes(IPV4_BYTES));
        return new RipEntry.Route(new IpPrefix(network, length), tag, nextHop, in.u32());
    }
}
