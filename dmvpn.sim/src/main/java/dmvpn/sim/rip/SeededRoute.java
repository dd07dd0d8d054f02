package dmvpn.sim.rip;

import dmvpn.network.address.Ipv4Address;
import java.util.Optional;

/**
 * A route of another owner as RIP announces it.
 *
 * @param metric metric that neighbours are told, 1 to 15
 * @param tag number that neighbours are told (RFC 2453 section 4.2), 0 for none
 * @param distance administrative distance of the owner: neighbours who say better of the destination are believed
 * @param owner what redistribution calls the owner, for people
 * @param nextHop next hop of the owner's route; empty for a connected network
 * @param interfaceName interface of the owner's route; empty for one by its next hop alone
 */
record SeededRoute(int metric, int tag, int distance, String owner, Optional<Ipv4Address> nextHop, Optional<String> interfaceName) {
}
