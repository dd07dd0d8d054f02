package dmvpn.diagram.notation;

import java.util.List;

/**
 * A router, or a family of routers drawn as one stack.
 *
 * @param id stable identifier, the same as long as kind and name are
 * @param kind hub, spoke or plain router
 * @param label name with brackets as the text has it
 * @param members number of routers that the node stands for, at least 1
 * @param isFamily true for what is drawn as a stack
 * @param tunnelAddresses tunnel addresses as written, in the order of the clouds that it joins
 * @param wanAddresses WAN addresses as written, {@code DHCP} for leased ones
 * @param localNetworks local networks as written
 * @param site name of the site that it stands at; may be empty
 * @param family identifier of the family that is shown as one stack or member by member here; empty for other routers
 */
public record RouterNode(
        String id,
        RouterKind kind,
        String label,
        long members,
        boolean isFamily,
        List<String> tunnelAddresses,
        List<String> wanAddresses,
        List<String> localNetworks,
        String site,
        String family) {

    /** Keeps immutable copies of the lists. */
    public RouterNode {
        tunnelAddresses = List.copyOf(tunnelAddresses);
        wanAddresses = List.copyOf(wanAddresses);
        localNetworks = List.copyOf(localNetworks);
    }

    /** A router at no site, of no family. */
    public RouterNode(String id, RouterKind kind, String label, long members, boolean isFamily, List<String> tunnelAddresses,
            List<String> wanAddresses, List<String> localNetworks) {
        this(id, kind, label, members, isFamily, tunnelAddresses, wanAddresses, localNetworks, "", "");
    }

    /** What it is in the notation. */
    public NotationElement element() {
        return switch (kind) {
            case HUB -> NotationElement.HUB;
            case SPOKE -> NotationElement.SPOKE;
            case ROUTER -> NotationElement.PLAIN_ROUTER;
        };
    }
}
