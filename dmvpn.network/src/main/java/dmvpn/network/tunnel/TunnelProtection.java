package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code tunnel protection ipsec profile}.
 *
 * @param ipsecProfile name of the {@link dmvpn.network.crypto.IpsecProfile} of the device
 * @param shared true when several tunnels of one source share the security associations
 * @param origin where it was written
 */
public record TunnelProtection(String ipsecProfile, boolean shared, Origin origin) {
}
