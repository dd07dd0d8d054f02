package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;

/**
 * EIGRP settings of one interface.
 *
 * @param interfaceName interface of the device
 * @param helloInterval time between hellos
 * @param holdTime announced hold time
 * @param splitHorizon true when routes are not announced where they were learned
 * @param nextHopSelf true when this router announces itself as next hop
 * @param passive true when no hellos are sent and none is heard
 * @param summaries summaries announced on the interface
 * @param origin where it was written
 */
public record EigrpInterface(
        String interfaceName,
        Duration helloInterval,
        Duration holdTime,
        boolean splitHorizon,
        boolean nextHopSelf,
        boolean passive,
        List<EigrpSummary> summaries,
        Origin origin) {

    /** Hello interval of IOS on all but slow NBMA interfaces (RFC 7868 section 5.3.1). */
    public static final Duration DEFAULT_HELLO_INTERVAL = Duration.ofSeconds(5);

    /** Three hello intervals (RFC 7868 section 5.3.1). */
    public static final Duration DEFAULT_HOLD_TIME = Duration.ofSeconds(15);

    /**
     * An interface that takes part with the defaults of IOS.
     *
     * @param origin where the process was written that says nothing of the interface
     */
    public static EigrpInterface withDefaults(String interfaceName, Origin origin) {
        return new EigrpInterface(
                interfaceName, DEFAULT_HELLO_INTERVAL, DEFAULT_HOLD_TIME, true, true, false, List.of(), origin);
    }

    /** Keeps an immutable copy of the list. */
    public EigrpInterface {
        summaries = List.copyOf(summaries);
    }
}
