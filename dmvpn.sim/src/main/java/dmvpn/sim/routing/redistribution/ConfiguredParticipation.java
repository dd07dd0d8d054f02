package dmvpn.sim.routing.redistribution;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.Redistribution;
import java.util.Optional;

/**
 * On which interfaces of a router its routing protocols run, by the configuration. On FRRouting {@code redistribute} is about
 * routes of a protocol and nothing else: the networks of its interfaces are connected ones, and internal routes of BGP are BGP's.
 *
 * @param device the router
 * @param vrf VRF of the table that is redistributed from, empty for the global one
 */
public record ConfiguredParticipation(Device device, Optional<String> vrf) implements RedistributedRoutes.Participation {

    @Override
    public boolean runsOn(Redistribution source, String interfaceName) {
        Optional<IpAddress> address = address(interfaceName);
        long number = source.process().orElse(0);
        return address.isPresent() && switch (source.source()) {
            case EIGRP -> device.routing().eigrp().stream().anyMatch(process -> process.autonomousSystem() == number
                    && process.vrf().equals(vrf) && process.covers(address.get()));
            case OSPF -> device.routing().ospf().stream().anyMatch(process -> process.process() == number
                    && process.vrf().equals(vrf) && process.settingsOf(interfaceName).isPresent());
            case RIP -> device.routing().rip().stream()
                    .anyMatch(process -> process.vrf().equals(vrf) && process.covers(address.get()));
            case CONNECTED, STATIC, ODR, BGP -> false;
        };
    }

    @Override
    public boolean passesInternalRoutes() {
        return isFrr();
    }

    /** FRRouting passes on what the routing table has from a protocol, and nothing else (FRRouting, zebra). */
    @Override
    public boolean tellsNetworksOfInterfaces() {
        return !isFrr();
    }

    private boolean isFrr() {
        return device.platform().vendor() == Vendor.FRR;
    }

    private Optional<IpAddress> address(String interfaceName) {
        return device.tunnelNamed(interfaceName).map(tunnel -> tunnel.address().address())
                .or(() -> device.interfaceNamed(interfaceName).map(each -> each.assignment())
                        .filter(AddressAssignment.Static.class::isInstance)
                        .map(assignment -> ((AddressAssignment.Static) assignment).address())
                        .map(InterfaceAddress::address));
    }
}
