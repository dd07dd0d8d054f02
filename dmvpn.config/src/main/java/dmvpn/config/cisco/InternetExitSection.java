package dmvpn.config.cisco;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.forwarding.InternetExit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exits to the Internet: port address translation of the local networks, and a default route that names the uplink, since
 * the uplink may be in another VRF (Cisco IOS IP Addressing Command Reference, {@code ip nat inside source}).
 */
final class InternetExitSection implements Section {

    @Override
    public void write(CiscoContext context) {
        for (InternetExit exit : context.device().forwarding().internetExits()) {
            context.device().interfaceNamed(exit.interfaceName()).ifPresent(uplink -> write(context, exit, uplink));
        }
    }

    private static void write(CiscoContext context, InternetExit exit, NetworkInterface uplink) {
        localNetworks(context.device()).forEach((vrf, networks) -> {
            String name = "NAT-" + uplink.name().replace('/', '-') + vrf.map(found -> "-" + found).orElse("");
            StringBuilder list = new StringBuilder("ip access-list extended " + name);
            networks.forEach(network -> list.append("\n permit ip ").append(CiscoText.withWildcard(network)).append(" any"));
            context.block(exit.origin(), list);
            String inVrf = vrf.map(found -> " vrf " + found).orElse("");
            context.block(exit.origin(), "ip nat inside source list " + name + " interface " + uplink.name() + inVrf + " overload");
            if (!vrf.equals(uplink.vrf())) {
                context.lines(exit.origin(), "ip route" + inVrf + " " + CiscoText.withNetmask(IpPrefix.IPV4_DEFAULT) + " "
                        + uplink.name() + " " + gateway(uplink) + (uplink.vrf().isEmpty() ? " global" : ""));
            }
        });
    }

    private static String gateway(NetworkInterface uplink) {
        return uplink.assignment() instanceof AddressAssignment.Static fixed
                ? fixed.gateway().map(Object::toString).orElse("") : "dhcp";
    }

    /** True for a local network whose addresses the Internet does not know: IPv6 needs no translation. */
    static boolean isTranslated(NetworkInterface lan) {
        return lan.fixedAddress().filter(Ipv4Address.class::isInstance).isPresent();
    }

    private static Map<Optional<String>, List<IpPrefix>> localNetworks(Device device) {
        Map<Optional<String>, List<IpPrefix>> networks = new LinkedHashMap<>();
        for (NetworkInterface lan : device.interfaces()) {
            if (lan.kind() == InterfaceKind.LAN && isTranslated(lan)
                    && lan.assignment() instanceof AddressAssignment.Static fixed) {
                InterfaceAddress address = fixed.address();
                networks.computeIfAbsent(lan.vrf(), vrf -> new ArrayList<>()).add(address.prefix());
            }
        }
        return networks;
    }
}
