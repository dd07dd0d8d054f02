package dmvpn.app.show;

import dmvpn.sim.show.StateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which state, as data, a command of a router prints. */
final class ShownTables {

    private static final Map<String, List<String>> TABLES = tables();

    private ShownTables() {
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("show ip interface brief", List.of("Interfaces"));
        tables.put("show ipv6 interface brief", List.of("Interfaces"));
        tables.put("show ip route", List.of("Routes"));
        tables.put("show ipv6 route", List.of("Routes"));
        tables.put("show dmvpn", List.of("NHRP cache", "NHRP next-hop servers"));
        tables.put("show ip nhrp nhs", List.of("NHRP next-hop servers"));
        tables.put("show ipv6 nhrp nhs", List.of("NHRP next-hop servers"));
        tables.put("show ip nhrp traffic", List.of("NHRP traffic"));
        tables.put("show ipv6 nhrp traffic", List.of("NHRP traffic"));
        tables.put("show ip nhrp", List.of("NHRP cache"));
        tables.put("show ipv6 nhrp", List.of("NHRP cache"));
        tables.put("show crypto ikev2 sa", List.of("IKE security associations"));
        tables.put("show crypto ipsec sa", List.of("IPsec security associations"));
        tables.put("show crypto session", List.of("IKE security associations", "IPsec security associations"));
        tables.put("show ip eigrp neighbors", List.of("EIGRP neighbors"));
        tables.put("show ip eigrp topology", List.of("EIGRP topology"));
        return tables;
    }

    /** The tables of a router that a command prints; all of them for a command that this does not know. */
    static List<StateTable> of(String command, List<StateTable> all) {
        return TABLES.entrySet().stream()
                .filter(known -> command.equals(known.getKey()) || command.startsWith(known.getKey() + " "))
                .findFirst()
                .map(known -> all.stream().filter(table -> known.getValue().contains(table.name())).toList())
                .orElse(all);
    }

    /** True when this knows what a command prints. */
    static boolean knows(String command) {
        return TABLES.keySet().stream().anyMatch(known -> command.equals(known) || command.startsWith(known + " "));
    }
}
