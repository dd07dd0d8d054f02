package dmvpn.sim.invariant;

import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.PacketFate;

/** A server that passes an NHRP packet on lowers its hop count (RFC 2332 section 5.1). */
final class NhrpHopCountFalls implements Invariant.OfEvents {

    private static final int INITIAL = 255;

    private int receivedHopCount = INITIAL;
    private int receiver = -1;
    private long receivedAtNanos;

    @Override
    public String name() {
        return "the hop count of NHRP falls with each server";
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (!(happening.event() instanceof NhrpTraceEvent.PacketEvent packet)) {
            return;
        }
        int hopCount = packet.packet().header().hopCount();
        if (packet.fate() == PacketFate.RECEIVED) {
            receivedHopCount = hopCount;
            receiver = happening.node();
            receivedAtNanos = happening.timeNanos();
        } else if (packet.fate() == PacketFate.FORWARDED) {
            boolean seen = receiver == happening.node() && receivedAtNanos == happening.timeNanos();
            if (hopCount <= 0 || hopCount >= (seen ? receivedHopCount : INITIAL)) {
                complaints.complain(packet.packet().summary() + " was passed on with a hop count of " + hopCount);
            }
        }
    }
}
