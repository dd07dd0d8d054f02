package dmvpn.config.cisco;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How IOS spells values. */
final class CiscoText {

    private CiscoText() {
    }

    /** {@code ip} or {@code ipv6}: the first word of commands on an address family. */
    static String family(IpAddress address) {
        return address instanceof Ipv6Address ? "ipv6" : "ip";
    }

    /** {@code ip address 10.0.0.1 255.255.255.0} or {@code ipv6 address 2001:db8::1/64}. */
    static String addressCommand(InterfaceAddress address) {
        return address.address() instanceof Ipv6Address
                ? "ipv6 address " + address
                : "ip address " + address.address() + " " + address.prefix().netmask();
    }

    /** {@code 10.0.0.0 255.0.0.0}, for IPv6 {@code 2001:db8::/32}. */
    static String withNetmask(IpPrefix prefix) {
        return prefix.network() instanceof Ipv6Address ? prefix.toString() : prefix.network() + " " + prefix.netmask();
    }

    /** {@code 10.0.0.0 0.255.255.255}, as access lists have it; for IPv6 {@code 2001:db8::/32}. */
    static String withWildcard(IpPrefix prefix) {
        return prefix.network() instanceof Ipv6Address ? prefix.toString() : prefix.network() + " " + prefix.wildcardMask();
    }

    /** True when the tunnel's source has an IPv6 address, or leases one. */
    static boolean isOverIpv6(Device device, TunnelInterface tunnel) {
        return device.interfaceNamed(tunnel.sourceInterface()).filter(source -> family(source).equals("ipv6")).isPresent();
    }

    /** {@code ip} or {@code ipv6}: the address family of an interface's only address. */
    static String family(NetworkInterface port) {
        return switch (port.assignment()) {
            case AddressAssignment.Static fixed -> family(fixed.address().address());
            case AddressAssignment.Dhcp dhcp -> dhcp.ipv6() ? "ipv6" : "ip";
        };
    }

    /** Encryption of ESP: {@code esp-gcm 256}, {@code esp-aes 192}, {@code esp-3des}; 128 bits are the default and not written. */
    static String esp(EncryptionAlgorithm encryption) {
        if (encryption.hasOneKeyLength()) {
            return "esp-" + encryption.keyword();
        }
        String name = encryption.isAead() ? "esp-gcm" : "esp-aes";
        return encryption.keyBits() == 128 ? name : name + " " + encryption.keyBits();
    }

    /** Integrity of ESP: {@code esp-sha256-hmac}. */
    static String espIntegrity(HashAlgorithm hash) {
        return hash == HashAlgorithm.SHA1 ? "esp-sha-hmac" : "esp-" + hash.keyword() + "-hmac";
    }

    /** The transforms of a set: {@code ah-sha256-hmac esp-aes 256 esp-sha256-hmac}, each where it is wanted. */
    static String transforms(EspTransform transform, Optional<HashAlgorithm> authenticationHeader) {
        List<String> words = new ArrayList<>();
        authenticationHeader.ifPresent(hash -> words.add(ah(hash)));
        if (transform.isEsp()) {
            words.add(esp(transform.encryption()));
            transform.integrity().filter(hash -> !transform.encryption().isAead()).ifPresent(hash -> words.add(espIntegrity(hash)));
        }
        return String.join(" ", words);
    }

    /** Hash of an Authentication Header: {@code ah-sha256-hmac}. */
    static String ah(HashAlgorithm hash) {
        return hash == HashAlgorithm.SHA1 ? "ah-sha-hmac" : "ah-" + hash.keyword() + "-hmac";
    }

    /** The name of one of several: {@code Suite}, {@code Suite-2}. */
    static String numbered(String name, int index) {
        return index == 0 ? name : name + "-" + (index + 1);
    }

    /** Encryption of an IKEv1 policy: {@code aes 256}, {@code 3des}. */
    static String isakmpEncryption(EncryptionAlgorithm encryption) {
        return encryption.hasOneKeyLength() ? encryption.keyword() : "aes " + encryption.keyBits();
    }

    /** Hash of an IKEv1 policy: {@code sha}, {@code sha256}. */
    static String isakmpHash(HashAlgorithm hash) {
        return hash == HashAlgorithm.SHA1 ? "sha" : hash.keyword();
    }
}
