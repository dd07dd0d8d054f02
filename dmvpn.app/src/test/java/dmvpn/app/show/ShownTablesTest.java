package dmvpn.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.Models;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTablesTest {

    /** Counters, of which there is no table. */
    private static final Set<String> WITHOUT_TABLE = Set.of("show ip traffic");

    private static final String EIGRP_FOR_IPV6 = Models.SOUND.replace("192.168.0.0/16", "2001:db8:8000::/33")
            .replace("192.168.1.0/24", "2001:db8:8001::/64").replace("192.168.11.0/24", "2001:db8:8011::/64")
            .replace("10.0.0.0/24", "2001:db8::/64").replace("as 10.0.0.1 ", "as 2001:db8::1 ").replace("as 10.0.0.11", "as 2001:db8::11");

    private static Simulation running(CompiledNetwork network) {
        Simulation simulation = Simulation.create(network, SimulationOptions.DEFAULT);
        simulation.runUntil(Duration.ofSeconds(60));
        return simulation;
    }

    @ParameterizedTest
    @ValueSource(strings = {"phase3-eigrp", "phase2-ospf", "phase2-rip", "phase3-odr", "fast-detection", "dual-cloud-bgp", "ipv6-overlay", "customers"})
    void eachCommandOfARouterHasItsOwnTables(String example) throws Exception {
        eachCommandHasItsOwnTables(running(Models.example(example)));
    }

    @Test
    void eachCommandOfEigrpForIpv6HasItsOwnTables() {
        Simulation run = running(ModelLoader.create().parse("model.dmvpn", EIGRP_FOR_IPV6).network().orElseThrow());

        assertThat(run.routerNamed("HQ").orElseThrow().showCommands()).extracting(ShowCommand::command)
                .contains("show ipv6 eigrp neighbors", "show ipv6 eigrp topology");
        eachCommandHasItsOwnTables(run);
    }

    private static void eachCommandHasItsOwnTables(Simulation run) {
        run.routers().forEach(router -> {
            List<StateTable> all = router.stateTables();
            assertThat(router.showCommands()).extracting(ShowCommand::command).isNotEmpty()
                    .filteredOn(command -> !WITHOUT_TABLE.contains(command))
                    .allMatch(ShownTables::knows)
                    .allSatisfy(command -> assertThat(ShownTables.of(command, all)).as(command).isNotEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource({"show ip bgp, BGP table", "show ip bgp summary, BGP neighbors", "show ip bgp vpnv4 vrf red neighbors, BGP neighbors",
        "show ip ospf interface brief, OSPF interfaces", "show ospfv3 interface brief, OSPFv3 interfaces",
        "show ip nhrp traffic, NHRP traffic", "show ip nhrp detail, NHRP cache",
        "show ip nhrp summary, NHRP cache", "show ip nhrp traffic detail, NHRP traffic", "show crypto sockets, IPsec sockets",
        "show ip route vrf INET next-hop-override, Routes"})
    void theTableIsThatOfTheCommand(String command, String table) {
        List<StateTable> all = List.of("BGP table", "BGP neighbors", "OSPF interfaces", "OSPFv3 interfaces",
                "NHRP traffic", "NHRP cache", "IPsec sockets", "Routes").stream()
                .map(name -> new StateTable(name, List.of(), List.of())).toList();

        assertThat(ShownTables.of(command, all)).extracting(StateTable::name).containsExactly(table);
    }
}
