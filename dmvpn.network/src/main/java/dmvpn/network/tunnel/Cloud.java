package dmvpn.network.tunnel;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A DMVPN network: all tunnel interfaces that share one overlay subnet. The tunnels carry the settings; this record
 * holds what rules, diagrams and reports need to know of the intent.
 *
 * @param name name in the model
 * @param overlay overlay subnet
 * @param phase design
 * @param backup the cloud that this one stands in for, empty for none
 * @param preference the cloud that this one is preferred over, empty for none
 * @param labels how MPLS labels are agreed over its tunnels, empty for no MPLS
 * @param origin where it was written
 */
public record Cloud(String name, IpPrefix overlay, Phase phase, Optional<CloudBackup> backup,
        Optional<CloudPreference> preference, Optional<LabelDistribution> labels, Origin origin) {

    /** A cloud that backs up no other, is preferred over none and carries no labels. */
    public Cloud(String name, IpPrefix overlay, Phase phase, Origin origin) {
        this(name, overlay, phase, Optional.empty(), Optional.empty(), Optional.empty(), origin);
    }
}
