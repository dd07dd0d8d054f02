package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which of its next-hop servers a client uses (Cisco IOS, DMVPN Tunnel Health Monitoring and Recovery, Backup NHS).
 *
 * @param fallbackSeconds {@code ip nhrp nhs fallback}: how long a better server must answer before a worse one is dropped,
 *     0 to 60; empty for the platform's default
 * @param limits limits of clusters; a cluster without one has all its servers in use
 * @param origin where the tunnel was written
 */
public record ServerSelection(OptionalInt fallbackSeconds, List<ClusterLimit> limits, Origin origin) {

    /** All servers at once. */
    public static final ServerSelection ALL = new ServerSelection(OptionalInt.empty(), List.of(), Origin.NONE);

    /** Keeps an immutable copy of the list. */
    public ServerSelection {
        limits = List.copyOf(limits);
    }
}
