package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code ip nhrp max-send}: how many NHRP messages an interface sends in a time.
 *
 * @param packets messages, 1 to 65535
 * @param seconds time, 10 to 65535
 * @param origin where it was written
 */
public record SendLimit(int packets, int seconds, Origin origin) {

    /** Messages per 10 s of classic IOS when nothing is configured (Cisco IOS command reference, ip nhrp max-send). */
    public static final int CLASSIC_PACKETS = 100;
    /** Messages per 10 s of IOS-XE when nothing is configured (Cisco IOS XE command reference, ip nhrp max-send). */
    public static final int CURRENT_PACKETS = 10_000;
    /** The time of both defaults, in seconds. */
    public static final int DEFAULT_SECONDS = 10;
}
