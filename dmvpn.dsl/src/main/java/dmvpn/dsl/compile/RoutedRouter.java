package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A router whose routing is put together, with what its processes share.
 *
 * @param site the router
 * @param tunnels its tunnels
 * @param members members of its clouds
 * @param policies policies that its processes name
 * @param detection BFD on its interfaces
 */
record RoutedRouter(CompileContext context, RouterSite site, List<MemberTunnel> tunnels, CloudMembers members,
        UsedPolicies policies, UsedDetection detection) {

    /** An interface with its address, which is empty when it is leased. */
    record Port(String name, Optional<InterfaceAddress> address, boolean tunnel) {
    }

    DeviceRole role() {
        return site.plan().role();
    }

    String label() {
        return site.plan().label();
    }

    boolean isFrr() {
        return site.platform().vendor() == Vendor.FRR;
    }

    /** The prefixes of its local networks and loopbacks in a table. */
    List<IpPrefix> localPrefixes(Optional<String> vrf) {
        return localPorts(vrf).stream().flatMap(port -> port.address().stream()).map(InterfaceAddress::prefix).toList();
    }

    /** Its local networks and loopbacks in a table. */
    List<Port> localPorts(Optional<String> vrf) {
        List<NetworkInterface> interfaces = new ArrayList<>();
        site.localNetworks().forEach(network -> interfaces.add(network.networkInterface()));
        interfaces.addAll(site.loopbacks());
        return ports(interfaces, vrf);
    }

    private static List<Port> ports(List<NetworkInterface> interfaces, Optional<String> vrf) {
        return interfaces.stream().filter(port -> port.vrf().equals(vrf)).map(RoutedRouter::port).toList();
    }

    private static Port port(NetworkInterface port) {
        return new Port(port.name(), port.assignment() instanceof AddressAssignment.Static fixed
                ? Optional.of(fixed.address()) : Optional.empty(), false);
    }

    /** The interfaces in a table that a clause names; a finding says when there are none. */
    List<Port> ports(RoutingInterfaceClause clause, Optional<String> vrf) {
        if (clause.getInterface() != null) {
            Optional<String> name = new InterfaceReferences(context, site, tunnels)
                    .named(clause, ROUTING_INTERFACE_CLAUSE__INTERFACE, clause.getInterface());
            return name.map(given -> allPorts(any -> true).stream().filter(port -> port.name().equals(given)).toList()).orElse(List.of());
        }
        List<Port> found = new ArrayList<>();
        if (clause.isLan()) {
            found.addAll(ports(site.localNetworks().stream().map(LocalNetwork::networkInterface).toList(), vrf));
        } else if (clause.isLoopback()) {
            found.addAll(ports(site.loopbacks(), vrf));
        } else if (clause.getTransport() != null) {
            site.uplinks().stream().filter(uplink -> uplink.transport() == clause.getTransport())
                    .forEach(uplink -> found.add(port(uplink.networkInterface())));
        } else if (clause.getCloud() != null) {
            tunnels.stream().filter(tunnel -> tunnel.membership().cloud().declaration() == clause.getCloud())
                    .forEach(tunnel -> found.add(port(tunnel)));
        } else {
            return List.of();
        }
        if (found.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no such interface"
                    + vrf.map(name -> " in VRF " + name).orElse(""), clause, label());
        }
        return found;
    }

    /** The interface in a table whose network an address is in. */
    Optional<Port> portTowards(IpAddress neighbor, Optional<String> vrf) {
        return allPorts(each -> each.equals(vrf)).stream().filter(port -> port.address().filter(own -> own.prefix().contains(neighbor)).isPresent()).findFirst();
    }

    private List<Port> allPorts(Predicate<Optional<String>> inTable) {
        List<NetworkInterface> interfaces = new ArrayList<>();
        site.uplinks().forEach(uplink -> interfaces.add(uplink.networkInterface()));
        site.localNetworks().forEach(network -> interfaces.add(network.networkInterface()));
        interfaces.addAll(site.loopbacks());
        List<Port> all = new ArrayList<>();
        interfaces.stream().filter(port -> inTable.test(port.vrf())).forEach(port -> all.add(port(port)));
        tunnels.stream().filter(tunnel -> inTable.test(tunnel.tunnel().vrf())).forEach(tunnel -> all.add(port(tunnel)));
        return all;
    }

    private static Port port(MemberTunnel tunnel) {
        return new Port(tunnel.tunnel().name(), Optional.of(tunnel.tunnel().address()), true);
    }
}
