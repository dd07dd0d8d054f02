package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aTableIsThatOfTheInstant() {
        Called early = Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "500ms", "show ip nhrp").endsWith(0);
        Called late = Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "2s", "show ip nhrp").endsWith(0);

        assertThat(early.out()).doesNotContain("registered");
        assertThat(late.out()).contains("registered").contains("created 00:00:00");
    }

    @Test
    void wordsMayBeCutShortAndGivenWithoutQuotes() {
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "Branch[1]", "--at", "2s", "sh", "dmv").endsWith(0).out())
                .isEqualTo(Called.dmvpn("show", PHASE_3, "--router", "Branch1", "--at", "2s", "show dmvpn").endsWith(0).out())
                .contains("Type:Spoke");
    }

    @Test
    void withoutAnInstantItIsTheEndOfTheRun() {
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "Branch1", "show ip route").endsWith(0).out()).contains("D  ");
    }

    @Test
    void tablesAreShownAsData() {
        Called one = Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "2s", "--json", "show ip nhrp").endsWith(0);
        assertThat(one.lines()).singleElement().asString()
                .startsWith("{\"type\":\"table\",\"router\":\"HQ\",\"timeNanos\":2000000000,\"time\":\"2.000\",\"table\":\"NHRP cache\"")
                .contains("\"target\":");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "2s", "--json").endsWith(0).lines())
                .hasSizeGreaterThan(5);
    }

    @Test
    void whatIsUnknownIsSaidWithWhatThereIs() {
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ9", "show dmvpn").endsWith(2).err())
                .contains("HQ9").contains("Branch1");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "show bgp").endsWith(2).err())
                .contains("show bgp").contains("show dmvpn, show dmvpn detail, show ip nhrp");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "show ip").endsWith(2).err()).contains("show ip route");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "400d", "show dmvpn").endsWith(2).err())
                .contains("goes from 0s to");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "--at", "soon", "show dmvpn").endsWith(2).err())
                .contains("duration");
        assertThat(Called.dmvpn("show", PHASE_3, "show dmvpn").endsWith(2).err()).contains("--router");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "--scenario", "Nope", "show dmvpn").endsWith(2).err())
                .contains("FirstPacket");
    }

    @Test
    void aCommandThatCanMeanSeveralIsSaidToDoSo() {
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "sh", "ip", "n").endsWith(0).out()).contains("NBMA");
        assertThat(Called.dmvpn("show", PHASE_3, "--router", "HQ", "show crypto i sa").endsWith(2).err())
                .contains("can mean show crypto ikev2 sa, show crypto isakmp sa, show crypto ipsec sa");
    }

    @Test
    void aConsoleReadsCommandsAndGoesBackAndForth() {
        Called called = Called.reading("at 500ms\nshow ip nhrp\nat 2s\nrouter Branch1\nshow dmvpn\nback\nstep\n\nexit\nnever",
                "show", PHASE_3, "--router", "HQ").endsWith(0);
        assertThat(called.out()).contains("Type:Spoke").doesNotContain("registered");
        assertThat(Called.reading("help", "show", PHASE_3, "--router", "HQ").endsWith(0).lines())
                .contains("show dmvpn", "at T", "back");
    }

    @Test
    void aConsoleThatNobodyWatchesEndsWithTheFirstWordItDoesNotKnow() {
        assertThat(Called.reading("nonsense\nshow dmvpn", "show", PHASE_3, "--router", "HQ").endsWith(2).err())
                .contains("nonsense").contains("show dmvpn");
        assertThat(Called.reading("at 0s\nback", "show", PHASE_3, "--router", "HQ").endsWith(0).err()).isEmpty();
        assertThat(Called.reading("at 0s\nback\n" + "back\n".repeat(100), "show", PHASE_3, "--router", "HQ").endsWith(2).err())
                .contains("start of the run");
    }

    @Test
    void aRouterWithoutPowerHasNeitherTextNorData() {
        Path model = Called.EXAMPLES.resolve("dual-cloud").resolve("phase2.dmvpn");
        List<Object> call = List.of("show", model, "--router", "HQ1", "--at", "310s", "--scenario", "PrimaryFails");
        for (List<String> form : List.of(List.of("show dmvpn"), List.of("--json"), List.of("--json", "show dmvpn"))) {
            List<Object> words = new ArrayList<>(call);
            words.addAll(form);
            assertThat(Called.dmvpn(words.toArray()).endsWith(2).err()).as(form.toString()).contains("HQ1 is without power now");
        }
    }

    @Test
    void aNetworkWithoutRoutersIsSaidToHaveNone() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.dmvpn"), "dmvpn 1\nnetwork Empty\n");
        assertThat(Called.dmvpn("show", empty, "--router", "R", "show dmvpn").endsWith(2).err())
                .contains("Network Empty has no router 'R'; it has no routers");
    }

    @Test
    void aModelWithErrorsIsNotRun() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.dmvpn"), "network Broken\nhub {");
        assertThat(Called.dmvpn("show", broken, "--router", "HQ", "show dmvpn").endsWith(1).err()).contains("broken.dmvpn:");
    }
}
