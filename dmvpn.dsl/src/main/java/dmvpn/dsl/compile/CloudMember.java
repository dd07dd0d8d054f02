package dmvpn.dsl.compile;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Optional;

/**
 * What routing over a cloud needs to know of each member.
 *
 * @param device host name
 * @param reference how the language refers to it
 * @param hub true for a hub
 * @param address tunnel address
 * @param networks its local networks
 * @param vrf VRF of its tunnel
 * @param number number in its family, 0 for a router of its own
 * @param servers how it names its next-hop servers, by reference or address
 */
record CloudMember(String device, String reference, boolean hub, IpAddress address, List<IpPrefix> networks,
        Optional<String> vrf, int number, List<String> servers) {

    /** True when it registers with another member. */
    boolean registersWith(CloudMember other) {
        return servers.contains(other.reference) || servers.contains(other.address.toString());
    }
}
