package dmvpn.network.rules.domains;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import java.util.Set;
import java.util.TreeSet;

/**
 * A router's interface in a local network.
 *
 * @param device the router
 * @param lan the interface
 * @param address its address
 */
public record Lan(Device device, NetworkInterface lan, InterfaceAddress address) {

    /** The local network. */
    public IpPrefix prefix() {
        return address.prefix();
    }

    /** The clouds that the router's tunnels in the table of the interface are in. */
    public Set<String> clouds() {
        Set<String> clouds = new TreeSet<>();
        device.tunnels().stream().filter(tunnel -> tunnel.vrf().equals(lan.vrf())).forEach(tunnel -> clouds.add(tunnel.cloud()));
        return clouds;
    }
}
