package dmvpn.sim.invariant;

import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.tunnel.GrePacket;
import java.util.Optional;

/** An NHRP packet is taken by a tunnel with the key of the packet (RFC 2890 section 2.1: the key identifies the tunnel). */
final class PacketsAreTakenByTheirCloud implements Invariant.OfReceived, Invariant.OfEvents {

    /** Null when the last packet that came was none of a tunnel. */
    private GrePacket received;
    private int receiver;
    private long receivedAtNanos;

    @Override
    public String name() {
        return "no packet is taken by a tunnel of another cloud";
    }

    @Override
    public void received(Crossing crossing, Complaints complaints) {
        received = crossing.gre();
        receiver = crossing.node();
        receivedAtNanos = crossing.timeNanos();
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (!(happening.event() instanceof NhrpTraceEvent.PacketEvent packet)
                || packet.fate() != NhrpTraceEvent.PacketFate.RECEIVED || received == null
                || receiver != happening.node() || receivedAtNanos != happening.timeNanos()) {
            return;
        }
        Optional<TunnelInterface> tunnel = happening.network().device(happening.node())
                .flatMap(device -> device.tunnelNamed(packet.tunnel()));
        if (tunnel.isPresent() && !tunnel.get().key().equals(received.key())) {
            complaints.complain(packet.tunnel() + " took a packet with the key " + received.key() + "; its own is "
                    + tunnel.get().key());
        }
    }
}
