package dmvpn.network.tunnel;

/**
 * {@code tunnel protection ipsec profile}.
 *
 * @param ipsecProfile name of the {@link dmvpn.network.crypto.IpsecProfile} of the device
 * @param shared true when several tunnels of one source share the security associations
 */
public record TunnelProtection(String ipsecProfile, boolean shared) {
}
