package dmvpn.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations as diagrams show them. */
class DrawnRunsTest {

    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  registration no-unique
            }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke Branch[1..2] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
            scenario First { seed 1  duration 30s  expect at 20s every spoke has nhs HQ up }
            """;

    @TempDir
    private Path folder;

    @Test
    void messagesGoBetweenElementsOfTheDiagramAtTheirTimes() throws Exception {
        ShownRun run = run(MODEL);

        assertThat(run.problem()).isEmpty();
        assertThat(run.title()).isEqualTo("First");
        assertThat(run.end()).isEqualTo(30);
        assertThat(run.messages()).isNotEmpty()
                .isSortedAccordingTo((one, other) -> Double.compare(one.departs(), other.departs()))
                .allSatisfy(message -> {
                    assertThat(message.from()).isIn("router:HQ", "router:Branch[1..2]").isNotEqualTo(message.to());
                    assertThat(message.arrives()).isGreaterThanOrEqualTo(message.departs());
                })
                .anySatisfy(message -> assertThat(message.label()).isEqualTo("Branch2 to HQ: Registration Request"));
    }

    @Test
    void tunnelsComeUpAndTablesGrow() throws Exception {
        ShownRun run = run(MODEL);

        assertThat(run.changes()).anySatisfy(change -> assertThat(change).extracting(ShownRun.Change::from, ShownRun.Change::to,
                ShownRun.Change::value).containsExactly("router:Branch[1..2]", "router:HQ", "up"));
        assertThat(run.changes()).filteredOn(change -> change.from().equals("router:HQ") && change.to().isEmpty()).last()
                .satisfies(change -> assertThat(change.value()).isEqualTo("NHRP 2"));
    }

    @Test
    void whoWaitsIsToldHowFarItIsAndMayStopIt() throws Exception {
        List<Double> reached = new ArrayList<>();
        RunWatch watch = new RunWatch() {
            @Override
            public boolean isCancelled() {
                return !reached.isEmpty();
            }

            @Override
            public void reached(double seconds, double end) {
                reached.add(seconds);
                assertThat(end).isEqualTo(864_000);
            }
        };
        ShownRun run = drawn(MODEL.replace("duration 30s", "duration 10d")).run("", watch).toCompletableFuture()
                .get(60, TimeUnit.SECONDS).orElseThrow();

        assertThat(run.problem()).isEqualTo("The simulation was stopped");
        assertThat(reached).hasSize(1).first(DOUBLE).isBetween(1.0, 863_999.0);
    }

    @Test
    void theSameModelRunsTheSame() throws Exception {
        assertThat(run(MODEL)).isEqualTo(run(MODEL));
    }

    @Test
    void aModelWithErrorsIsNotRun() throws Exception {
        ShownRun run = run(MODEL.replace("via HQ", "via Nobody"));

        assertThat(run.problem()).contains("errors");
        assertThat(run.messages()).isEmpty();
    }

    private ShownRun run(String text) throws Exception {
        return drawn(text).run("", RunWatch.NONE).toCompletableFuture().get(60, TimeUnit.SECONDS).orElseThrow();
    }

    private DrawnRuns drawn(String text) {
        DrawnText drawn = new DrawnText(folder.resolve("net.dmvpn"), ModelLoader.create());
        drawn.show(text, Positions.NONE, "");
        return new DrawnRuns(drawn, ProgressMonitor.NONE);
    }
}
