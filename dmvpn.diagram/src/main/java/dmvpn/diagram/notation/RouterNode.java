package dmvpn.diagram.notation;

import java.util.List;

/**
 * A router, or a family of routers drawn as one stack.
 *
 * @param id stable identifier, the same as long as kind and name are
 * @param kind hub or spoke
 * @param label name with brackets as the text has it
 * @param members number of routers that the node stands for, at least 1
 * @param isFamily true for a family, whatever its size
 * @param tunnelAddresses tunnel addresses as written, in the order of the clouds that it joins
 * @param wanAddresses WAN addresses as written, {@code DHCP} for leased ones
 * @param localNetworks local networks as written
 */
public record RouterNode(
        String id,
        RouterKind kind,
        String label,
        long members,
        boolean isFamily,
        List<String> tunnelAddresses,
        List<String> wanAddresses,
        List<String> localNetworks) {

    /** Keeps immutable copies of the lists. */
    public RouterNode {
        tunnelAddresses = List.copyOf(tunnelAddresses);
        wanAddresses = List.copyOf(wanAddresses);
        localNetworks = List.copyOf(localNetworks);
    }
}
