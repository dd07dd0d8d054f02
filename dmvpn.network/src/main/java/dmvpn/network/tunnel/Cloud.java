package dmvpn.network.tunnel;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;

/**
 * A DMVPN network: all tunnel interfaces that share one overlay subnet. The tunnels carry the settings; this record
 * holds what rules, diagrams and reports need to know of the intent.
 *
 * @param name name in the model
 * @param overlay overlay subnet
 * @param phase design
 * @param origin where it was written
 */
public record Cloud(String name, IpPrefix overlay, Phase phase, Origin origin) {
}
