package dmvpn.sim.bfd;

import dmvpn.network.device.Device;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.sim.router.NeighborDetection.Client;
import java.util.Optional;
import java.util.Set;

/**
 * How a platform does BFD.
 *
 * @param switches what is on
 */
record BfdBehaviour(Set<BfdSwitch> switches) {

    /** FRRouting, BFD, {@code receive-interval} and {@code transmit-interval}. */
    private static final long DEFAULT_INTERVAL_NANOS = 300_000_000L;
    private static final String EIGRP = "EIGRP";

    static BfdBehaviour of(Platform platform) {
        return new BfdBehaviour(platform.vendor() == Vendor.FRR ? Set.of(BfdSwitch.HAS_DEFAULT_INTERVAL) : Set.of(BfdSwitch.SERVES_EIGRP));
    }

    boolean has(BfdSwitch asked) {
        return switches.contains(asked);
    }

    /** True when a protocol may ask for sessions. */
    boolean serves(Client client) {
        return has(BfdSwitch.SERVES_EIGRP) || !client.name().equals(EIGRP);
    }

    /** What is wanted of sessions on an interface; empty when it can have none. */
    Optional<BfdParameters> parameters(Device device, String interfaceName) {
        return device.routing().forwardingDetectionOn(interfaceName).map(BfdParameters::of)
                .or(() -> has(BfdSwitch.HAS_DEFAULT_INTERVAL) ? Optional.of(new BfdParameters(DEFAULT_INTERVAL_NANOS,
                        BidirectionalForwarding.DEFAULT_MULTIPLIER)) : Optional.empty());
    }
}
