package dmvpn.dsl.compile;

import dmvpn.network.device.HiddenDefaults;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;

/** What a platform does when a model is silent. */
final class PlatformDefaults {

    private PlatformDefaults() {
    }

    /** Validity of NHRP mappings when neither cloud nor join says it. */
    static int holdingTimeSeconds(Platform platform) {
        return HiddenDefaults.of(platform).holdingTimeSeconds();
    }

    /**
     * Name of an interface that the model does not name.
     *
     * @param index position among the interfaces of its kind, from 0
     */
    static String interfaceName(Vendor vendor, InterfaceKind kind, int index) {
        boolean loopback = kind == InterfaceKind.LOOPBACK;
        return switch (vendor) {
            case CISCO_IOS_XE -> loopback ? "Loopback" + index : "GigabitEthernet" + (index + 1);
            case FRR -> loopback ? "dummy" + index : "eth" + index;
        };
    }

    /** Name of a tunnel interface with that number. */
    static String tunnelName(Vendor vendor, long number) {
        return switch (vendor) {
            case CISCO_IOS_XE -> "Tunnel" + number;
            case FRR -> "gre" + number;
        };
    }
}
