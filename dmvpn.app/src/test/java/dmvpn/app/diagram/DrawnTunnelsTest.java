package dmvpn.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tunnels diagrams show as up in the course of a run. */
class DrawnTunnelsTest {

    private static final String UNPROTECTED = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  registration no-unique  holdtime 60s
            }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke West { wan Internet dhcp  lan 10.2.1.0/24  join Corp as 10.255.0.2 via HQ }
            spoke East { wan Internet dhcp  lan 10.2.2.0/24  join Corp as 10.255.0.3 via HQ }
            scenario First { seed 1  duration 3min  at 20s ping once from West.tunnel to East.tunnel }
            """;

    @TempDir
    private Path folder;

    @Test
    void aTunnelThatSpokesMakeWithoutIpsecIsThereWhileACacheHasItsOtherEnd() throws Exception {
        ShownRun run = run(UNPROTECTED, "First");

        List<ShownRun.Change> between = run.changes().stream()
                .filter(change -> Set.of(change.from(), change.to()).equals(Set.of("router:West", "router:East"))).toList();
        assertThat(between).extracting(ShownRun.Change::value).containsExactly("up", "down");
        assertThat(between.getFirst().time()).isBetween(20.0, 22.0);
        assertThat(between.getLast().time()).as("the holding time after the resolution").isBetween(79.0, 85.0);
        assertThat(run.changes()).filteredOn(change -> change.to().equals("router:HQ")).extracting(ShownRun.Change::value)
                .as("registered all the time").containsOnly("up");
    }

    @Test
    void ofTwoTunnelsBetweenTwoRoutersEachHasTheStateOfItsCloud() throws Exception {
        String text = Files.readString(Path.of("../examples/dual-isp/dual-isp.dmvpn"))
                + "\nscenario FibreFails { seed 7  duration 3min  at 60s fail transport Fibre }\n";
        ShownRun run = run(text, "FibreFails");
        String branch = "router:Branch[1..3]";

        Map<String, String> before = states(run, 59);
        assertThat(before).containsEntry(key(branch, "cloud:Primary"), "up").containsEntry(key(branch, "cloud:Backup"), "up");
        Map<String, String> after = states(run, 170);
        assertThat(after).containsEntry(key(branch, "cloud:Backup"), "up");
        assertThat(after.get(key(branch, "cloud:Primary"))).as("keys are asked for in vain").isIn("down", "keying");
        assertThat(run.messages()).filteredOn(message -> message.from().equals(branch)).extracting(ShownRun.Message::cloud)
                .as("messages take the tunnel of their cloud").contains("cloud:Primary", "cloud:Backup");
        assertThat(run.messages()).filteredOn(message -> message.departs() > 170 && message.from().equals(branch))
                .extracting(ShownRun.Message::cloud).containsOnly("cloud:Backup");
    }

    @Test
    void ofAFamilyItIsSaidWhenSomeOfItsTunnelsAreUpAndOthersAreNot() throws Exception {
        String text = Files.readString(Path.of("../examples/dual-isp/dual-isp.dmvpn"))
                + "\nscenario OneFails { seed 7  duration 3min  at 60s fail Branch[2] }\n";

        Map<String, String> after = states(run(text, "OneFails"), 170);
        assertThat(after).containsEntry(key("router:Branch[1..3]", "cloud:Primary"), "partly");
    }

    @Test
    void aTunnelWithTranslationAtBothItsEndsComesUp() throws Exception {
        ShownRun run = run(Files.readString(Path.of("../examples/cloud-hosted-hub/cloud-hosted-hub.dmvpn")), "BehindNat");

        Map<String, String> states = states(run, 39);
        assertThat(states).containsEntry(key("router:HomeOffice", "router:Hosted", "cloud:Corp"), "up")
                .containsEntry(key("router:HomeOffice", "cloud:Corp"), "up");
        assertThat(states(run, 90)).as("between spokes, too").containsEntry(
                key("router:HomeOffice", "router:Branch[1..2]", "cloud:Corp"), "up");
    }

    @Test
    void anExchangeOfNewKeysDoesNotTakeATunnelDown() {
        DrawnText drawn = drawn(UNPROTECTED);
        RunState state = new RunState(new DrawnNodes(drawn.shown().placed().orElseThrow().diagram(), Map.of()), List.of("HQ", "West"));

        assertThat(state.apply(new SeenChange.Tunnel(0, 0, 1, 0, "Corp", "keying"))).get().extracting(ShownRun.Change::value).isEqualTo("keying");
        assertThat(state.apply(new SeenChange.Tunnel(1, 0, 0, 1, "Corp", "up"))).get().extracting(ShownRun.Change::value).isEqualTo("up");
        assertThat(state.apply(new SeenChange.Tunnel(2, 0, 1, 0, "Corp", "keying"))).as("rekeying").isEmpty();
        assertThat(state.apply(new SeenChange.Tunnel(3, 0, 1, 0, "Corp", "down"))).get().extracting(ShownRun.Change::value).isEqualTo("down");
    }

    private static String key(String client, String cloud) {
        return key(client, "router:HQ", cloud);
    }

    private static String key(String one, String other, String cloud) {
        return new TreeSet<>(Set.of(one, other)) + "@" + cloud;
    }

    /** What a page shows at an instant. */
    private static Map<String, String> states(ShownRun run, double time) {
        Map<String, String> states = new HashMap<>();
        run.changes().stream().filter(change -> change.time() <= time && !change.to().isEmpty())
                .forEach(change -> states.put(key(change.from(), change.to(), change.cloud()), change.value()));
        return states;
    }

    private ShownRun run(String text, String scenario) throws Exception {
        return new DrawnRuns(drawn(text), ProgressMonitor.NONE).run(scenario, RunWatch.NONE).toCompletableFuture().get(60, TimeUnit.SECONDS).orElseThrow();
    }

    private DrawnText drawn(String text) {
        DrawnText drawn = new DrawnText(folder.resolve("net.dmvpn"), ModelLoader.create());
        drawn.show(text, Positions.NONE, "");
        assertThat(drawn.shown().problems()).noneMatch(problem -> problem.severity().equals("error"));
        return drawn;
    }
}
