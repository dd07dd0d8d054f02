package dmvpn.sim.nhrp;

/** Request ids of one router: a 32-bit counter, a new id for each new request (RFC 2332 section 5.2.0.1). */
final class RequestIds {

    private static final long MASK = 0xffff_ffffL;

    private long last;

    long next() {
        last = last + 1 & MASK;
        return last;
    }

    /** True when this router has used the id since its start. */
    boolean wasIssued(long id) {
        return id > 0 && id <= last;
    }
}
