package dmvpn.dsl.compile;

import dmvpn.network.device.Vendor;
import java.util.HashSet;
import java.util.Set;

/** Names of the tunnels of one router. */
final class TunnelNames {

    private final Vendor vendor;
    private final Set<String> taken = new HashSet<>();

    TunnelNames(Vendor vendor) {
        this.vendor = vendor;
    }

    /**
     * @param given name in the model, null for none
     * @param number key or network-id; the next free number is taken when another tunnel has it
     */
    String nameFor(String given, long number) {
        if (given != null) {
            taken.add(given);
            return given;
        }
        String name = PlatformDefaults.tunnelName(vendor, number);
        for (long next = number + 1; !taken.add(name); next++) {
            name = PlatformDefaults.tunnelName(vendor, next);
        }
        return name;
    }
}
