package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;

/** One quick mode, under way, or finished so lately that the peer may send its messages again. */
final class QuickModeRun {

    final long messageId;
    final boolean initiator;
    final ChildSaOwner owner;
    final long spi;
    final MessageExchange exchange;
    /** What the responder installs when the third message comes. */
    ChildSa.Terms agreed;
    /** The lifetime that both use, in seconds. */
    long lifetimeSeconds;
    boolean finished;
    long finishedAtNanos;

    QuickModeRun(long messageId, boolean initiator, ChildSaOwner owner, long spi, MessageExchange exchange) {
        this.messageId = messageId;
        this.initiator = initiator;
        this.owner = owner;
        this.spi = spi;
        this.exchange = exchange;
        this.lifetimeSeconds = owner.profile().lifetime().toSeconds();
    }
}
