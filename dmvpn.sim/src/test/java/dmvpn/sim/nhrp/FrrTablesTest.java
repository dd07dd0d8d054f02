package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.show.ShowCommand;
import org.junit.jupiter.api.Test;

/** Tables of NHRP in the layout of FRRouting 10. */
class FrrTablesTest {

    private final NhrpLab lab = NhrpLab.clearCloud();
    private final Node hub = lab.hub(LabOptions.hub().platform(Platforms.FRR));
    private final Node spoke = lab.spoke(1, LabOptions.spoke().platform(Platforms.FRR));

    private void run() {
        lab.start();
        lab.runTo(10);
    }

    @Test
    void aRouterHasTheCommandsOfItsPlatform() {
        assertThat(hub.nhrp.showCommands()).extracting(ShowCommand::command).containsExactly("show dmvpn", "show dmvpn json",
                "show ip nhrp", "show ip nhrp json", "show ip nhrp cache", "show ip nhrp cache json", "show ip nhrp nhs",
                "show ip nhrp nhs json", "show ip nhrp shortcut", "show ip nhrp shortcut json", "show ip nhrp opennhrp",
                "show ip nhrp opennhrp json");
        assertThat(NhrpLab.clearCloud().hub().nhrp.showCommands()).extracting(ShowCommand::command)
                .contains("show dmvpn detail", "show ip nhrp detail").noneMatch(command -> command.endsWith("json"));
    }

    @Test
    void connectionsAreThoseThatMappingsLeadTo() {
        run();

        assertThat(spoke.show("show dmvpn").lines()).containsExactly(
                "Src                      Dst                      Flags  SAs  Identity                ",
                "198.51.100.11            203.0.113.1              n      0                            ");
        assertThat(spoke.show("show dmvpn json")).isEqualTo("[{\"src\":\"198.51.100.11\",\"dst\":\"203.0.113.1\","
                + "\"notifierActive\":true,\"sas\":0,\"identity\":\"\"}]\n");
    }

    @Test
    void withoutAWordBehindItIsTheCache() {
        run();

        assertThat(hub.show("show ip nhrp")).isEqualTo(hub.show("show ip nhrp cache")).isEqualTo("""
                Iface            Type     Protocol                 NBMA                     Claimed NBMA             Flags  Identity
                Tunnel100        local    10.0.0.1                 203.0.113.1              203.0.113.1                     -
                Tunnel100        dynamic  10.0.0.11                198.51.100.11            198.51.100.11             T    \s
                """);
        assertThat(hub.show("show ip nhrp json")).isEqualTo(hub.show("show ip nhrp cache json"));
    }

    @Test
    void theCacheIsPrintedAsOpenNhrpDidToo() {
        run();

        assertThat(hub.show("show ip nhrp opennhrp")).isEqualTo("""
                Status: ok

                Type: local
                Flags:
                Protocol-Address: 10.0.0.1/32


                Type: dynamic
                Flags: up
                Protocol-Address: 10.0.0.11/32
                NBMA-Address: 198.51.100.11


                """);
        assertThat(hub.show("show ip nhrp opennhrp json")).isEqualTo("{\"attr\":{\"status\":\"ok\",\"entriesCount\":1},\"table\":["
                + "{\"type\":\"local\",\"up\":false,\"used\":false,\"protocolAddress\":\"10.0.0.1\",\"protocolAddressSize\":32},"
                + "{\"type\":\"dynamic\",\"up\":true,\"used\":false,\"protocolAddress\":\"10.0.0.11\",\"protocolAddressSize\":32,"
                + "\"nbmaAddress\":\"198.51.100.11\"}]}\n");
    }

    @Test
    void anEmptyTableIsSaidToBeEmpty() {
        run();

        assertThat(hub.show("show ip nhrp nhs")).isEqualTo("% No entries\n");
        assertThat(hub.show("show ip nhrp shortcut")).isEqualTo("% No entries\n");
        assertThat(spoke.show("show ip nhrp nhs")).startsWith("Iface ").contains("203.0.113.1");
    }
}
