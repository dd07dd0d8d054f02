package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;
import java.util.OptionalInt;

/**
 * {@code tunnel path-mtu-discovery}: the delivery header has DF where the packet inside has it, and the tunnel goes by the path
 * MTU that it is told of (Cisco IOS Interface and Hardware Component Command Reference).
 *
 * @param ageMinutes after how long a larger packet is tried again, 10 to 30 minutes; empty for never ({@code infinite})
 * @param leastMtuBytes smaller path MTUs are not believed ({@code min-mtu}), 92 to 65535 bytes
 * @param origin where it was written
 */
public record PathMtuDiscovery(OptionalInt ageMinutes, int leastMtuBytes, Origin origin) {

    /** Age when none is configured, in minutes. */
    public static final int DEFAULT_AGE_MINUTES = 10;

    /** Shortest age, in minutes. */
    public static final int LEAST_AGE_MINUTES = 10;
    /** Longest age, in minutes. */
    public static final int MOST_AGE_MINUTES = 30;

    /** Least path MTU when none is configured, which is also the smallest that can be, in bytes. */
    public static final int DEFAULT_LEAST_MTU_BYTES = 92;

    /** With the platform's defaults. */
    public static PathMtuDiscovery byDefault(Origin origin) {
        return new PathMtuDiscovery(OptionalInt.of(DEFAULT_AGE_MINUTES), DEFAULT_LEAST_MTU_BYTES, origin);
    }
}
