package dmvpn.dsl.compile;

import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.tunnel.NhrpConfiguration;

/** What a platform does when a model is silent. */
final class PlatformDefaults {

    /** Holding time of classic IOS and of FRR's nhrpd (FRR, nhrpd/nhrpd.h), in seconds. */
    private static final int LONG_HOLDING_TIME_SECONDS = 7200;

    private PlatformDefaults() {
    }

    /** IOS before IOS-XE 16 (releases 12 and 15) and FRR keep mappings two hours; later IOS-XE ten minutes. */
    static int holdingTimeSeconds(Platform platform) {
        boolean classic = platform.release().startsWith("12.") || platform.release().startsWith("15.");
        return platform.vendor() == Vendor.FRR || classic
                ? LONG_HOLDING_TIME_SECONDS
                : NhrpConfiguration.DEFAULT_HOLDING_TIME_SECONDS;
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
