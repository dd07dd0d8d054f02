package dmvpn.sim.icmp;

/**
 * How many errors of ICMPv6 a router sends (RFC 4443 section 2.4 wants a token bucket): ten at once, and one more each 100 ms
 * (defaults of Cisco IOS {@code ipv6 icmp error-interval}).
 */
final class Icmpv6ErrorLimit {

    private static final long TOKEN_NANOS = 100_000_000L;
    private static final long BUCKET_NANOS = 10 * TOKEN_NANOS;

    /** The instant from which the bucket has been filling; full one bucket later. */
    private long emptySinceNanos = -BUCKET_NANOS;

    /** Takes a token when there is one. */
    boolean allows(long nowNanos) {
        emptySinceNanos = Math.max(emptySinceNanos, nowNanos - BUCKET_NANOS);
        if (nowNanos - emptySinceNanos < TOKEN_NANOS) {
            return false;
        }
        emptySinceNanos += TOKEN_NANOS;
        return true;
    }
}
