package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {

    @Test
    void debugShowsWhatTheRoutersWouldPrint() {
        List<String> lines = Called.dmvpn("simulate", Called.EXAMPLES.resolve("phase3-eigrp"), "--format", "debug", "--router", "HQ",
                "--until", "2s").endsWith(0).lines();
        int request = lines.indexOf("1.010 HQ: NHRP: Receive Registration Request via Tunnel100 vrf: global(0x0), packet size: 108");
        assertThat(request).as("%s", lines).isPositive();
        assertThat(lines.subList(request + 1, request + 10)).containsExactly(
                "1.010 HQ:  (F) afn: AF_IP(1), type: IP(800), hop: 255, ver: 1",
                "1.010 HQ:      shtl: 4(NSAP), sstl: 0(NSAP)",
                "1.010 HQ:      pktsz: 108 extoff: 52",
                "1.010 HQ:  (M) flags: \"nat \", reqid: 1",
                "1.010 HQ:      src NBMA: 198.51.100.2",
                "1.010 HQ:      src protocol: 10.0.0.11, dst protocol: 10.0.0.1",
                "1.010 HQ:  (C-1) code: no error(0)",
                "1.010 HQ:        prefix: 32, mtu: 17916, hd_time: 600",
                "1.010 HQ:        addr_len: 0(NSAP), subaddr_len: 0(NSAP), proto_len: 0, pref: 0");
        assertThat(lines).contains("1.010 HQ: NHRP: Tunnel100: Cache add for target 10.0.0.11/32 next-hop 10.0.0.11")
                .noneMatch(line -> line.contains("dmvpnkey"));
    }

    @Test
    void aFormatIsGivenOnceAndKnown() {
        assertThat(Called.dmvpn("simulate", Called.EXAMPLES.resolve("phase3-eigrp"), "--format", "debug", "--json").endsWith(2).err())
                .contains("give one of them");
        assertThat(Called.dmvpn("simulate", Called.EXAMPLES.resolve("phase3-eigrp"), "--format", "xml").endsWith(2).err())
                .contains("--format").containsIgnoringCase("debug");
    }

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    private static Called simulate(Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "simulate";
        arguments[1] = PHASE_3;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Called.dmvpn(arguments);
    }

    @Test
    void theTimelineIsFollowedByTheTablesOfEachRouterAndTheVerdicts() {
        Called called = simulate().endsWith(0);

        assertThat(called.lines()).anyMatch(line -> line.matches(" +1\\.000 +Branch1 +NHRP +Registration Request sent .*"));
        assertThat(called.out()).containsSubsequence("HQ# show dmvpn", "HQ# show ip nhrp", "HQ# show ip route",
                "Branch1# show dmvpn", "Branch2# show ip route", "passed  at 102s path Branch[1].lan to Branch[2].lan is direct");
    }

    @Test
    void timesNeverGoBack() {
        assertThat(simulate().lines()).filteredOn(line -> line.matches(" *\\d+\\.\\d{3,9}  .*"))
                .extracting(line -> Double.parseDouble(line.strip().split(" ")[0])).isSorted().hasSizeGreaterThan(100);
    }

    @Test
    void theSameRunIsTheSameText() {
        assertThat(simulate("--seed", 7).out()).isEqualTo(simulate("--seed", 7).out());
    }

    @Test
    void aRouterCanBePickedOut() {
        Called called = simulate("--router", "HQ", "--until", "5s").endsWith(0);

        assertThat(called.out()).contains("HQ# show dmvpn").doesNotContain("Branch1# show").doesNotContain("  Branch1  ");
    }

    @Test
    void aMemberOfAFamilyIsPickedOutAsModelsReferToIt() {
        assertThat(simulate("--router", "Branch[2]", "--until", "5s").endsWith(0).out()).contains("Branch2# show dmvpn");
    }

    @Test
    void aProtocolCanBePickedOutInAnyCase() {
        Called called = simulate("--protocol", "nhrp", "--until", "5s").endsWith(0);

        assertThat(called.lines()).filteredOn(line -> line.matches(" *\\d+\\.\\d{3,9}  .*"))
                .isNotEmpty().allMatch(line -> line.matches(" *\\S+ +\\S+ +NHRP .*"));
    }

    @Test
    void keepAlivesAreHiddenUntilTheyAreAskedFor() {
        List<String> hidden = timeline(simulate("--until", "21s"));
        List<String> whole = timeline(simulate("--until", "21s", "--keepalives"));

        assertThat(hidden).noneMatch(line -> line.contains("(hello interval)") || line.contains("  Ack "))
                .anyMatch(line -> line.contains("neighbor discovered"));
        assertThat(whole).containsSubsequence(hidden)
                .anyMatch(line -> line.matches(" +5\\.000  Branch1 +EIGRP +Hello sent .*destination=224\\.0\\.0\\.10.*"
                        + "\\(hello interval\\)"))
                .anyMatch(line -> line.matches(" +5\\.010  HQ +EIGRP +Hello received .*neighbor=10\\.0\\.0\\.11 .*"))
                .anyMatch(line -> line.matches(".*Branch1 +EIGRP +Ack sent .*acknowledgement=\\d+ .*"
                        + "\\(acknowledges the update\\)"));
    }

    @Test
    void helpTellsHowToSeeKeepAlives() {
        assertThat(simulate("--help").endsWith(0).out()).contains("--keepalives");
    }

    private static List<String> timeline(Called called) {
        return called.endsWith(0).lines().stream().filter(line -> line.matches(" *\\d+\\.\\d{3,9}  .*")).toList();
    }

    @Test
    void aQuietRunShowsTheOutcomeOnly() {
        assertThat(simulate("--quiet").endsWith(0).out()).contains("HQ# show dmvpn")
                .doesNotContain("Registration Request sent");
    }

    @Test
    void jsonIsOneObjectALine() {
        Called called = simulate("--json").endsWith(0);

        assertThat(called.lines()).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"))
                .anyMatch(line -> line.contains("\"protocol\":\"NHRP\""))
                .anyMatch(line -> line.startsWith("{\"type\":\"table\""))
                .anyMatch(line -> line.startsWith("{\"type\":\"verdict\""));
    }

    @Test
    void jsonHidesKeepAlivesTooUntilTheyAreAskedFor() {
        assertThat(simulate("--json", "--until", "21s").endsWith(0).lines())
                .noneMatch(line -> line.contains("\"keepAlive\""));
        assertThat(simulate("--json", "--until", "21s", "--keepalives").endsWith(0).lines())
                .anyMatch(line -> line.contains("\"message\":\"Hello sent\",\"keepAlive\":true")
                        && line.contains("\"reason\":\"hello interval\""));
    }

    @Test
    void aRunThatIsCutShortIsNotJudged() {
        assertThat(simulate("--until", "2s").endsWith(0).out()).doesNotContain("passed").doesNotContain("FAILED");
    }
}
