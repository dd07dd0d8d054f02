package dmvpn.sim.ike;

import dmvpn.sim.ike.message.IkeExchange;
import java.util.List;

/** Asks the peer of an IKE SA by an empty INFORMATIONAL request (RFC 7296 section 2.4). */
record IkeLivenessPartner(IkeSa sa, IkeTransport transport, Runnable whenDead) implements LivenessPartner {

    @Override
    public long lastReceivedNanos() {
        return sa.lastReceivedNanos;
    }

    @Override
    public void ask(int question) {
        Request outstanding = sa.window().outstanding();
        if (outstanding == null) {
            sa.window().send(new Request(IkeExchange.INFORMATIONAL, List.of(), true, answer -> sa.liveness.answered(), () -> {
            }));
        } else if (outstanding.paced()) {
            sa.window().retransmit();
        }
    }

    @Override
    public void report(LivenessStep step, int questions) {
        transport.record(sa, new IkeTraceEvent.DeadPeer(sa, step, questions));
    }

    @Override
    public void dead() {
        whenDead.run();
    }
}
