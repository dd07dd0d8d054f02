package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code ip nhrp nhs cluster … max-connections}: how many servers of a cluster a client uses at once.
 *
 * @param cluster number of the cluster, 0 to 10
 * @param connections servers, 0 to 255
 * @param origin where it was written
 */
public record ClusterLimit(int cluster, int connections, Origin origin) {
}
