package dmvpn.dsl.compile;

import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.Vendor;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives interfaces that the model leaves unnamed the platform's next free name. */
final class InterfaceNames {

    private final Vendor vendor;
    private final Set<String> taken = new HashSet<>();
    private final Map<InterfaceKind, Integer> next = new EnumMap<>(InterfaceKind.class);

    InterfaceNames(Vendor vendor, RouterPlan plan) {
        this.vendor = vendor;
        plan.wans().stream().map(WanClause::getInterface).forEach(taken::add);
        plan.lans().stream().map(LanClause::getInterface).forEach(taken::add);
        plan.loopbacks().stream().map(LoopbackClause::getInterface).forEach(taken::add);
    }

    String nameFor(InterfaceKind kind, String given) {
        if (given != null) {
            return given;
        }
        // Uplinks and local networks are numbered together, as ports of one router.
        InterfaceKind counted = kind == InterfaceKind.LAN ? InterfaceKind.WAN : kind;
        String name;
        do {
            int index = next.merge(counted, 1, Integer::sum) - 1;
            name = PlatformDefaults.interfaceName(vendor, kind, index);
        } while (!taken.add(name));
        return name;
    }
}
