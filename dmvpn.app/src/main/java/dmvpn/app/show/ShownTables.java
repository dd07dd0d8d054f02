package dmvpn.app.show;

import dmvpn.sim.show.StateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which state, as data, a command of a router prints. */
final class ShownTables {

    /** Behind the name of the table, a VRF included. */
    private static final Pattern BGP_SESSIONS = Pattern.compile("show (ip )?bgp .*(summary|neighbors)");

    private static final Map<String, List<String>> TABLES = tables();

    private ShownTables() {
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("show ip interface brief", List.of("Interfaces"));
        tables.put("show ipv6 interface brief", List.of("Interfaces"));
        tables.put("show ip route", List.of("Routes"));
        tables.put("show ipv6 route", List.of("Routes"));
        tables.put("show dmvpn detail", List.of("Interfaces", "NHRP cache", "NHRP next-hop servers",
                "ISAKMP security associations", "IKE security associations", "IPsec security associations", "IPsec sockets"));
        tables.put("show dmvpn", List.of("NHRP cache", "NHRP next-hop servers"));
        tables.put("show ip nhrp nhs", List.of("NHRP next-hop servers"));
        tables.put("show ipv6 nhrp nhs", List.of("NHRP next-hop servers"));
        tables.put("show ip nhrp traffic", List.of("NHRP traffic"));
        tables.put("show ipv6 nhrp traffic", List.of("NHRP traffic"));
        tables.put("show ip nhrp", List.of("NHRP cache"));
        tables.put("show ipv6 nhrp", List.of("NHRP cache"));
        tables.put("show crypto isakmp sa", List.of("ISAKMP security associations"));
        tables.put("show crypto ikev2 sa", List.of("IKE security associations"));
        tables.put("show crypto ipsec sa", List.of("IPsec security associations"));
        tables.put("show crypto session", List.of("ISAKMP security associations", "IKE security associations",
                "IPsec security associations", "IPsec sockets"));
        tables.put("show crypto sockets", List.of("IPsec sockets"));
        tables.put("show cdp neighbors", List.of("CDP neighbors"));
        tables.put("show bfd neighbors", List.of("BFD sessions"));
        tables.put("show ip eigrp neighbors", List.of("EIGRP neighbors"));
        tables.put("show ip eigrp topology", List.of("EIGRP topology"));
        tables.put("show ipv6 eigrp neighbors", List.of("EIGRP neighbors"));
        tables.put("show ipv6 eigrp topology", List.of("EIGRP topology"));
        tables.put("show ip ospf neighbor", List.of("OSPF neighbors"));
        tables.put("show ip ospf interface", List.of("OSPF interfaces"));
        tables.put("show ip ospf database", List.of("OSPF database"));
        tables.put("show ospfv3 neighbor", List.of("OSPFv3 neighbors"));
        tables.put("show ospfv3 interface", List.of("OSPFv3 interfaces"));
        tables.put("show ospfv3 database", List.of("OSPFv3 database"));
        tables.put("show ip rip database", List.of("RIP database"));
        for (String table : List.of("show ip bgp", "show bgp ipv6 unicast", "show ip bgp vpnv4", "show bgp vpnv6 unicast")) {
            tables.put(table, List.of("BGP table"));
        }
        return tables;
    }

    /** The tables of a router that a command prints; all of them for a command that this does not know. */
    static List<StateTable> of(String command, List<StateTable> all) {
        return names(command)
                .map(known -> all.stream().filter(table -> known.contains(table.name())).toList())
                .orElse(all);
    }

    private static Optional<List<String>> names(String command) {
        if (BGP_SESSIONS.matcher(command).matches()) {
            return Optional.of(List.of("BGP neighbors"));
        }
        return TABLES.entrySet().stream()
                .filter(known -> command.equals(known.getKey()) || command.startsWith(known.getKey() + " "))
                .findFirst().map(Map.Entry::getValue);
    }

    /** True when this knows what a command prints. */
    static boolean knows(String command) {
        return names(command).isPresent();
    }
}
