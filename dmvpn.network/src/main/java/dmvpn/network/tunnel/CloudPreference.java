package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * The intent that routers which are in two clouds send packets through one of them while it works. Metrics have to make it
 * so; rules compare them.
 *
 * @param over name of the cloud that is used when the preferred one does not work
 * @param origin where it was written
 */
public record CloudPreference(String over, Origin origin) {
}
