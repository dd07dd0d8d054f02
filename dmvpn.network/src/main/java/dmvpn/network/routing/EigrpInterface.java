package dmvpn.network.routing;

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
 */
public record EigrpInterface(
        String interfaceName,
        Duration helloInterval,
        Duration holdTime,
        boolean splitHorizon,
        boolean nextHopSelf,
        boolean passive,
        List<EigrpSummary> summaries) {

    /** Hello interval of IOS on all but slow NBMA interfaces (RFC 7868 section 5.3.1). */
    public static final Duration DEFAULT_HELLO_INTERVAL = Duration.ofSeconds(5);

    /** Three hello intervals (RFC 7868 section 5.3.1). */
    public static final Duration DEFAULT_HOLD_TIME = Duration.ofSeconds(15);

    /** An interface that takes part with the defaults of IOS. */
    public static EigrpInterface withDefaults(String interfaceName) {
        return new EigrpInterface(
                interfaceName, DEFAULT_HELLO_INTERVAL, DEFAULT_HOLD_TIME, true, true, false, List.of());
    }

    /** Keeps an immutable copy of the list. */
    public EigrpInterface {
        summaries = List.copyOf(summaries);
    }
}
