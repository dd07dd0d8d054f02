package dmvpn.network.routing;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Network type of an OSPF interface (RFC 2328 section 1.2, appendix C.3). */
public enum OspfNetworkType {
    /** Multicast to all, with a designated router. */
    BROADCAST(true, 10),
    /** One neighbour. What IOS takes for a tunnel that is told nothing, multipoint or not. */
    POINT_TO_POINT(false, 10),
    /** Many neighbours without a designated router; the interface is announced as a host. */
    POINT_TO_MULTIPOINT(false, 30),
    /** Configured neighbours, with a designated router. */
    NON_BROADCAST(true, 30);

    private static final int DEAD_PER_HELLO = 4;

    private final boolean designatedRouter;
    private final int helloSeconds;

    OspfNetworkType(boolean designatedRouter, int helloSeconds) {
        this.designatedRouter = designatedRouter;
        this.helloSeconds = helloSeconds;
    }

    /** True when a designated router is elected (RFC 2328 section 9.4). */
    public boolean hasDesignatedRouter() {
        return designatedRouter;
    }

    /** Hello interval of IOS (Cisco IOS command reference, ip ospf hello-interval). */
    public Duration defaultHelloInterval() {
        return Duration.ofSeconds(helloSeconds);
    }

    /** Dead interval of IOS: four hello intervals. */
    public Duration defaultDeadInterval() {
        return defaultHelloInterval().multipliedBy(DEAD_PER_HELLO);
    }

    /** The word for it in models and configurations. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of that keyword. */
    public static Optional<OspfNetworkType> of(String keyword) {
        return Stream.of(values()).filter(type -> type.keyword().equals(keyword)).findFirst();
    }
}
