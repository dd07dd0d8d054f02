package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.kernel.Scheduler;

/** A pair of IPsec security associations that quick mode negotiated. It lives on without the ISAKMP SA. */
final class QuickModeSa extends ChildSa {

    /** Renewal or expiry, whichever is next. */
    long lifetimeTimer = Scheduler.NO_TIMER;

    private final IsakmpSa negotiator;

    QuickModeSa(IsakmpSa negotiator, ChildSaOwner owner, Terms terms, long installedAtNanos, long expiresAtNanos) {
        super(negotiator, owner, terms, installedAtNanos, expiresAtNanos);
        this.negotiator = negotiator;
    }

    /** The ISAKMP SA that it came from, which may be gone. */
    IsakmpSa negotiator() {
        return negotiator;
    }
}
