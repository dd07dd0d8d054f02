package dmvpn.sim.show;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.Locale;

/** Addresses as the tables of IOS print them: hexadecimal digits of IPv6 are capitals. */
public final class IosAddress {

    private IosAddress() {
    }

    /** {@code 10.0.0.1}, {@code 2001:DB8::1}. */
    public static String of(IpAddress address) {
        return address.toString().toUpperCase(Locale.ROOT);
    }

    /** {@code 10.0.0.0/24}, {@code 2001:DB8::/64}. */
    public static String of(IpPrefix prefix) {
        return prefix.toString().toUpperCase(Locale.ROOT);
    }
}
