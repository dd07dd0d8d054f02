package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code ip nhrp map group}: what a hub does with all that it sends to a spoke of a group.
 *
 * @param group name of the group
 * @param shapeBitsPerSecond rate that the traffic is shaped to
 * @param origin where it was written
 */
public record GroupPolicy(String group, long shapeBitsPerSecond, Origin origin) {
}
