package dmvpn.network.rules.membership;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.util.Optional;

/**
 * A router in a cloud.
 *
 * @param device the router
 * @param tunnel its tunnel interface in the cloud
 */
public record Member(Device device, TunnelInterface tunnel) {

    /** How people refer to the router. */
    public String name() {
        return device.reference();
    }

    /** The overlay address of the router in this cloud. */
    public IpAddress protocolAddress() {
        return tunnel.address().address();
    }

    /** True when people call the router a spoke. */
    public boolean isSpoke() {
        return device.role() == DeviceRole.SPOKE;
    }

    /** True when the tunnel finds its far ends with NHRP. */
    public boolean isMultipoint() {
        return tunnel.mode() instanceof TunnelMode.Multipoint;
    }

    /** The interface whose address is the NBMA address, when it exists. */
    public Optional<NetworkInterface> source() {
        return device.interfaceNamed(tunnel.sourceInterface());
    }

    /** The configured NBMA address, empty when it is leased or the source does not exist. */
    public Optional<IpAddress> fixedNbmaAddress() {
        return source().flatMap(source -> source.assignment() instanceof AddressAssignment.Static fixed
                ? Optional.of(fixed.address().address())
                : Optional.empty());
    }

    /** True when the NBMA address is leased and may change. */
    public boolean hasDynamicNbmaAddress() {
        return source().filter(source -> source.assignment() instanceof AddressAssignment.Dhcp).isPresent();
    }

    /** The profile that protects the tunnel, when there is one. */
    public Optional<IpsecProfile> protection() {
        return tunnel.protection().flatMap(protection -> device.crypto().profileNamed(protection.ipsecProfile()));
    }
}
