package dmvpn.config.cisco;

import dmvpn.network.routing.EigrpInterface;

/** Names of the route maps that let prefixes through beside a summary. */
final class LeakMap {

    private LeakMap() {
    }

    /** {@code LEAK-Tunnel100}, with a number from the second summary of the interface on. */
    static String name(EigrpInterface settings, int summaryIndex) {
        return "LEAK-" + settings.interfaceName() + (summaryIndex == 0 ? "" : "-" + (summaryIndex + 1));
    }
}
