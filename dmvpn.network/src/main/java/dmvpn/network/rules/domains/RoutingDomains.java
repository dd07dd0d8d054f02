package dmvpn.network.rules.domains;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which routing tables can exchange routes: those of routers in one cloud, those of all clouds that meet in one table of a
 * router, and those of routers at one site that share a local network. What is in two domains never meets.
 */
public final class RoutingDomains {

    /** A routing table, a cloud or a local network. */
    private sealed interface Node {

        record Table(String device, Optional<String> vrf) implements Node {
        }

        record Overlay(String cloud) implements Node {
        }

        record Segment(String site, IpPrefix prefix) implements Node {
        }
    }

    private final Map<Node, Node> parents = new HashMap<>();

    private RoutingDomains(Memberships memberships) {
        for (Member member : memberships.all()) {
            join(new Node.Table(member.device().name(), member.tunnel().vrf()), new Node.Overlay(member.tunnel().cloud()));
        }
        for (Device device : memberships.devices()) {
            device.site().ifPresent(site -> joinSegments(device, site));
        }
    }

    /** The domains of a network, in one pass over it. */
    public static RoutingDomains of(Memberships memberships) {
        return new RoutingDomains(memberships);
    }

    private void joinSegments(Device device, String site) {
        for (NetworkInterface lan : device.interfaces()) {
            if (lan.kind() == InterfaceKind.LAN && lan.assignment() instanceof AddressAssignment.Static fixed) {
                join(new Node.Table(device.name(), lan.vrf()), new Node.Segment(site, fixed.address().prefix()));
            }
        }
    }

    private void join(Node first, Node second) {
        Node one = root(first);
        Node other = root(second);
        if (!one.equals(other)) {
            parents.put(one, other);
        }
    }

    private Node root(Node node) {
        Node current = node;
        Node parent = parents.get(current);
        while (parent != null) {
            Node grandparent = parents.get(parent);
            if (grandparent != null) {
                parents.put(current, grandparent);
            }
            current = parent;
            parent = parents.get(current);
        }
        return current;
    }

    /** The domain of a table of a router, to be compared with others. */
    public Object of(Device device, Optional<String> vrf) {
        return root(new Node.Table(device.name(), vrf));
    }

    /** The domain of a cloud, to be compared with others. */
    public Object of(String cloud) {
        return root(new Node.Overlay(cloud));
    }
}
