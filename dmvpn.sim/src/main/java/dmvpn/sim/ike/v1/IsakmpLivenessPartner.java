package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.LivenessPartner;
import dmvpn.sim.ike.LivenessStep;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;

/** Asks the peer of an ISAKMP SA with R-U-THERE (RFC 3706 section 5). */
record IsakmpLivenessPartner(IsakmpSa sa, IsakmpTransport transport, Runnable whenDead) implements LivenessPartner {

    @Override
    public long lastReceivedNanos() {
        return sa.lastReceivedNanos;
    }

    /** A round has one sequence number; the next round has the next (RFC 3706 section 5.4). */
    @Override
    public void ask(int question) {
        if (question == 1) {
            sa.livenessSequence++;
        }
        transport.send(sa, Informational.message(sa, transport, notification(sa, IsakmpNotifyType.R_U_THERE,
                Octets.of(ByteBuffer.allocate(Integer.BYTES).putInt((int) sa.livenessSequence).array()))), question > 1);
    }

    static IsakmpPayload.Notification notification(IsakmpSa sa, IsakmpNotifyType type, Octets sequence) {
        return new IsakmpPayload.Notification(type, IsakmpProposal.ISAKMP, Informational.cookies(sa), sequence);
    }

    @Override
    public void report(LivenessStep step, int questions) {
        transport.record(sa, new IsakmpTraceEvent.DeadPeer(sa, step, questions));
    }

    @Override
    public void dead() {
        whenDead.run();
    }
}
