package dmvpn.config.cisco;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys and certificates of a profile as IOS wants to hear of them. */
final class PeerKeys {

    /**
     * A key for one address, or for all of one family.
     *
     * @param name name of the peer in an IKEv2 keyring, unique in it
     * @param address address of the peer; for any the unspecified one of the family
     * @param secret the key
     */
    record Entry(String name, IpAddress address, Secret secret) {

        /** {@code 203.0.113.1} or {@code ipv6 2001:db8::1/128}, for any peer {@code 0.0.0.0} or {@code ipv6 ::/0}. */
        String addressText() {
            return address instanceof Ipv6Address ? "ipv6 " + withMask() : address.toString();
        }

        /** The same with the netmask: {@code 203.0.113.1 255.255.255.255}, for any peer {@code 0.0.0.0 0.0.0.0}. */
        String addressAndMaskText() {
            return address instanceof Ipv6Address ? "ipv6 " + withMask() : withMask();
        }

        /** What an IKEv2 keyring has, without a word on the family: {@code 2001:db8::1/128}, for any peer {@code ::/0}. */
        String withMask() {
            return CiscoText.withNetmask(address.isUnspecified() ? IpPrefix.containing(address, 0) : IpPrefix.host(address));
        }
    }

    private PeerKeys() {
    }

    /**
     * One entry for each address that has a key of its own, then that of everybody, once for each family of the underlay; none
     * with certificates.
     */
    static List<Entry> of(Device device, IpsecProfile profile) {
        List<Entry> entries = new ArrayList<>();
        if (profile.authentication() instanceof PreSharedKeys keys) {
            for (PeerKey peer : keys.peers()) {
                int index = 0;
                for (IpAddress address : peer.addresses()) {
                    index++;
                    entries.add(new Entry(index == 1 ? peer.peer() : peer.peer() + "-" + index, address, peer.secret()));
                }
            }
            List<IpAddress> anybody = anybody(device, profile);
            keys.everybody().ifPresent(secret -> anybody.forEach(any -> entries.add(
                    new Entry(any.equals(anybody.getFirst()) ? "ANY" : "ANY-IPV6", any, secret))));
        }
        return entries;
    }

    /** What means any address, for each family that the tunnels of a profile are carried by. */
    static List<IpAddress> anybody(Device device, IpsecProfile profile) {
        List<Boolean> overIpv6 = device.tunnels().stream()
                .filter(tunnel -> tunnel.protection().filter(used -> used.ipsecProfile().equals(profile.name())).isPresent())
                .map(tunnel -> CiscoText.isOverIpv6(device, tunnel)).toList();
        List<IpAddress> anybody = new ArrayList<>();
        if (overIpv6.isEmpty() || overIpv6.contains(false)) {
            anybody.add(Ipv4Address.ANY);
        }
        if (overIpv6.contains(true)) {
            anybody.add(Ipv6Address.ANY);
        }
        return anybody;
    }

    /** The authority of a profile with certificates. */
    static Optional<Certificates> certificates(IpsecProfile profile) {
        return profile.authentication() instanceof Certificates certificates ? Optional.of(certificates) : Optional.empty();
    }

    /** {@code pre-share}, {@code rsa-sig} or {@code ecdsa-sig}. */
    static String method(IpsecProfile profile) {
        return certificates(profile).map(certificates -> certificates.signature().keyword() + "-sig").orElse("pre-share");
    }
}
