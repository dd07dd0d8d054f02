package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import java.util.Optional;

/** Errors of ICMP of both families. */
public final class IcmpErrors {

    private IcmpErrors() {
    }

    /** True for an error message, about which nobody is told (RFC 1122 section 3.2.2, RFC 4443 section 2.4). */
    public static boolean isError(Packet content) {
        return switch (content) {
            case IcmpPacket.TimeExceeded expired -> true;
            case IcmpPacket.DestinationUnreachable unreachable -> true;
            case Icmpv6Packet message -> message.isError();
            default -> false;
        };
    }

    /**
     * A packet with DF was larger than the next link (RFC 1191 section 4). Nobody is told about an error.
     *
     * @param from who tells its sender
     * @param packet the packet
     * @param mtuBytes largest packet of the next link
     * @return empty when nobody is to be told
     */
    public static Optional<IpPacket> fragmentationNeeded(IpAddress from, IpPacket packet, int mtuBytes) {
        if (isError(packet.readableContent()) || !(packet.source() instanceof Ipv4Address)) {
            return Optional.empty();
        }
        return Optional.of(IpPacket.originated(from, packet.source(), IpPacket.ICMP, new IcmpPacket.DestinationUnreachable(
                UnreachableReason.FRAGMENTATION_NEEDED, mtuBytes, new Quotation.OfPacket(packet, IcmpPacket.QUOTED_BYTES))));
    }

    /**
     * Not all fragments of a packet came in time (RFC 792 and RFC 4443 section 3.3, code 1).
     *
     * @param from who tells its sender
     * @param first the first fragment
     */
    public static IpPacket reassemblyTimeExceeded(IpAddress from, IpPacket first) {
        return first.source() instanceof Ipv4Address
                ? IpPacket.originated(from, first.source(), IpPacket.ICMP,
                        new IcmpPacket.TimeExceeded(true, new Quotation.OfPacket(first, IcmpPacket.QUOTED_BYTES)))
                : IpPacket.originated(from, first.source(), IpPacket.ICMPV6,
                        new Icmpv6Packet.TimeExceeded(true, new Quotation.OfPacket(first, Icmpv6Packet.QUOTED_BYTES)));
    }
}
