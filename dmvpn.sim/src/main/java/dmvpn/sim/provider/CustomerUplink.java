package dmvpn.sim.provider;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.StaticRoute;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An uplink of a customer's router with a fixed IPv4 address, as the provider sees it. */
record CustomerUplink(Device device, NetworkInterface uplink, InterfaceAddress address) {

    /** The uplinks of a router to a transport that a provider's router can be at the end of. */
    static Stream<CustomerUplink> of(Device device, String transport) {
        return device.interfaces().stream()
                .filter(each -> each.kind() == InterfaceKind.WAN && each.transport().filter(transport::equals).isPresent()
                        && each.access().isEmpty() && each.assignment() instanceof AddressAssignment.Static)
                .map(each -> new CustomerUplink(device, each, ((AddressAssignment.Static) each.assignment()).address()))
                .filter(each -> each.address().address() instanceof Ipv4Address && !each.prefix().isHost());
    }

    IpPrefix prefix() {
        return address.prefix();
    }

    /** The address of the provider's end: the BGP neighbour, gateway or next hop that the router has there, else the first other one. */
    IpAddress edgeAddress() {
        Stream<IpAddress> nextHops = device.routing().staticRoutes().stream()
                .filter(route -> route.vrf().equals(uplink.vrf())).map(StaticRoute::nextHop).flatMap(Optional::stream);
        return Stream.of(neighbors().map(BgpNeighbor::address), gateway().stream(), nextHops).flatMap(each -> each)
                .filter(candidate -> prefix().contains(candidate) && !candidate.equals(address.address()))
                .findFirst().orElseGet(this::firstOtherAddress);
    }

    private Optional<IpAddress> gateway() {
        return ((AddressAssignment.Static) uplink.assignment()).gateway();
    }

    private IpAddress firstOtherAddress() {
        Ipv4Address network = (Ipv4Address) prefix().network();
        return LongStream.rangeClosed(0, 2).<IpAddress>mapToObj(network::plus)
                .filter(candidate -> prefix().contains(candidate) && prefix().isUsableHost(candidate)
                        && !candidate.equals(address.address()))
                .findFirst().orElseThrow();
    }

    private Stream<BgpNeighbor> neighbors() {
        return bgp().flatMap(process -> process.neighbors().stream());
    }

    private Stream<BgpProcess> bgp() {
        return device.routing().bgp().stream().filter(process -> process.vrf().equals(uplink.vrf()));
    }

    /** The autonomous system in which the customer has the provider's end as neighbour. */
    Optional<Long> autonomousSystemTowards(IpAddress edge) {
        return bgp().filter(process -> process.neighbors().stream().anyMatch(neighbor -> neighbor.address().equals(edge)))
                .map(BgpProcess::autonomousSystem).findFirst();
    }

    /** The password that the customer has for the session with the provider's end. */
    Optional<Secret> passwordTowards(IpAddress edge) {
        return neighbors().filter(neighbor -> neighbor.address().equals(edge)).findFirst()
                .flatMap(neighbor -> neighbor.peering().password());
    }

    /** The EIGRP process of the uplink. */
    Optional<EigrpProcess> eigrp() {
        return device.routing().eigrp().stream()
                .filter(process -> process.vrf().equals(uplink.vrf()) && process.covers(address.address())).findFirst();
    }

    /** The OSPF process of the uplink. */
    Optional<OspfProcess> ospf() {
        return device.routing().ospf().stream().filter(process -> process.settingsOf(uplink.name()).isPresent()).findFirst();
    }

    /** What OSPF does on the uplink. */
    Optional<OspfInterface> ospfSettings() {
        return ospf().flatMap(process -> process.settingsOf(uplink.name()));
    }

    /** The networks behind the router in the VRF of the uplink. */
    List<IpPrefix> networksBehind() {
        return device.interfaces().stream()
                .filter(each -> each.kind() != InterfaceKind.WAN && each.vrf().equals(uplink.vrf()))
                .filter(each -> each.assignment() instanceof AddressAssignment.Static)
                .map(each -> ((AddressAssignment.Static) each.assignment()).address().prefix())
                .filter(prefix -> prefix.network() instanceof Ipv4Address).toList();
    }
}
