package dmvpn.sim.invariant;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fragmentation.FragmentationEvent;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is put together has come whole: each byte of it crossed an interface of the node (RFC 791 section 3.2). */
final class OnlyWholePacketsAreDelivered implements Invariant.OfReceived, Invariant.OfEvents {

    private record Datagram(int node, IpAddress source, IpAddress destination, int protocolNumber, int identification) {
    }

    /** Lengths of pieces that came, by their offsets; nothing is here while nothing is fragmented. */
    private final Map<Datagram, TreeMap<Integer, Integer>> received = new HashMap<>();

    @Override
    public String name() {
        return "only whole packets are delivered";
    }

    @Override
    public void received(Crossing crossing, Complaints complaints) {
        Packet layer = crossing.packet();
        while (layer != null) {
            if (layer instanceof IpPacket packet && packet.content() instanceof IpFragment piece) {
                book(crossing.node(), packet, piece);
                // Fragments of a tunnel's packet may carry fragments of a packet inside.
                layer = piece.readable() == piece ? null : piece.readable();
            } else {
                layer = Layers.inside(layer);
            }
        }
    }

    private void book(int node, IpPacket packet, IpFragment piece) {
        received.computeIfAbsent(new Datagram(node, packet.source(), packet.destination(), packet.protocolNumber(),
                packet.identification()), absent -> new TreeMap<>()).merge(piece.offsetBytes(), piece.pieceBytes(), Math::max);
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (!(happening.event() instanceof FragmentationEvent.Reassembled whole)) {
            return;
        }
        TreeMap<Integer, Integer> pieces = received.remove(new Datagram(happening.node(), whole.source(),
                whole.destination(), whole.ipProtocol(), whole.identification()));
        int covered = 0;
        if (pieces != null) {
            for (Map.Entry<Integer, Integer> piece : pieces.entrySet()) {
                covered = piece.getKey() > covered ? covered : Math.max(covered, piece.getKey() + piece.getValue());
            }
        }
        if (covered < whole.contentBytes()) {
            complaints.complain("a packet from " + whole.source() + " was put together of " + covered + " bytes; it has "
                    + whole.contentBytes());
        }
    }
}
