package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code keepalive} of a GRE tunnel: a packet that the far end sends back.
 *
 * @param intervalSeconds time between two, 1 to 32767
 * @param retries unanswered ones after which the line protocol goes down, 1 to 255
 * @param origin where it was written
 */
public record GreKeepalive(int intervalSeconds, int retries, Origin origin) {

    /** Retries when none are configured (Cisco IOS command reference, keepalive (tunnel interfaces)). */
    public static final int DEFAULT_RETRIES = 3;
}
