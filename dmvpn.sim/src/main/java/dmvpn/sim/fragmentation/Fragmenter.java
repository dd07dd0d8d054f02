package dmvpn.sim.fragmentation;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts IP packets (RFC 791 section 3.2, RFC 8200 section 4.5). A packet gets its identification when it is cut for the first
 * time: of a packet that is never cut nobody reads it (RFC 6864 section 4).
 */
public final class Fragmenter {

    private static final int IDENTIFICATIONS = 1 << 16;
    /** Far from each other, so that two nodes that cut packets of one source hardly meet. */
    private static final int FIRST_STEP = 4099;

    private int nextIdentification;

    /** @param node index of the node that cuts: each begins with another identification */
    public Fragmenter(int node) {
        nextIdentification = Math.floorMod(FIRST_STEP * (node + 1), IDENTIFICATIONS);
    }

    /** True when somebody on the way may cut a packet: it is one of IPv4 without DF (RFC 8200 section 5: of IPv6 nobody may). */
    public static boolean mayBeCutOnTheWay(IpPacket packet) {
        return !packet.dontFragment() && packet.source() instanceof Ipv4Address;
    }

    /**
     * The pieces of a packet in their order, each as large as fits.
     *
     * @param mtuBytes largest IP packet of the link
     * @throws IllegalArgumentException when not even 8 bytes fit
     */
    public List<IpPacket> cut(IpPacket packet, int mtuBytes) {
        boolean ofIpv6 = !(packet.source() instanceof Ipv4Address);
        int headerBytes = ofIpv6 ? IpPacket.IPV6_HEADER_BYTES + IpFragment.IPV6_HEADER_BYTES : IpPacket.IPV4_HEADER_BYTES;
        int roomBytes = (mtuBytes - headerBytes) / IpFragment.UNIT_BYTES * IpFragment.UNIT_BYTES;
        if (roomBytes < IpFragment.UNIT_BYTES) {
            throw new IllegalArgumentException("Nothing fits into an MTU of " + mtuBytes + " bytes");
        }
        boolean again = packet.content() instanceof IpFragment;
        IpPacket numbered = again ? packet : packet.withIdentification(nextIdentification);
        if (!again) {
            nextIdentification = (nextIdentification + 1) % IDENTIFICATIONS;
        }
        IpFragment.OfPacket all = packet.content() instanceof IpFragment.OfPacket fragment ? fragment
                : new IpFragment.OfPacket(packet.content(), 0, packet.content().lengthBytes(), false, ofIpv6);
        return pieces(numbered, all, roomBytes);
    }

    private static List<IpPacket> pieces(IpPacket packet, IpFragment.OfPacket all, int roomBytes) {
        List<IpPacket> pieces = new ArrayList<>();
        int end = all.offsetBytes() + all.pieceBytes();
        for (int offset = all.offsetBytes(); offset < end; offset += roomBytes) {
            int length = Math.min(roomBytes, end - offset);
            Packet piece = new IpFragment.OfPacket(
                    all.whole(), offset, length, offset + length < end || all.moreFollow(), all.ofIpv6());
            pieces.add(packet.withContent(piece));
        }
        return pieces;
    }
}
