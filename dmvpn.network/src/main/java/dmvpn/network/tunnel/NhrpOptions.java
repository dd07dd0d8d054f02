package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the NHRP configuration of a tunnel says beyond what most tunnels need.
 *
 * @param redirectIntervalSeconds {@code ip nhrp redirect timeout}: time between two Traffic Indications for one flow, empty
 *     for the platform's default
 * @param serverOnly {@code ip nhrp server-only}: the router answers requests and sends none
 * @param sendLimit {@code ip nhrp max-send}, empty for the platform's default
 * @param servers which next-hop servers are in use
 * @param mappings static mappings
 * @param multicastTargets static targets of multicast, besides next-hop servers
 * @param origin where the tunnel was written
 */
public record NhrpOptions(
        OptionalInt redirectIntervalSeconds,
        boolean serverOnly,
        Optional<SendLimit> sendLimit,
        ServerSelection servers,
        List<StaticMapping> mappings,
        List<MulticastTarget> multicastTargets,
        Origin origin) {

    /** Nothing of it. */
    public static final NhrpOptions DEFAULT = new NhrpOptions(OptionalInt.empty(), false, Optional.empty(),
            ServerSelection.ALL, List.of(), List.of(), Origin.NONE);

    /** Keeps immutable copies of the lists. */
    public NhrpOptions {
        mappings = List.copyOf(mappings);
        multicastTargets = List.copyOf(multicastTargets);
    }
}
