package dmvpn.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.PacketQuestion;
import dmvpn.diagram.glsp.PathQuestion;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownHeaders;
import dmvpn.diagram.glsp.ShownPath;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages ask about runs: ways of packets, and what is in them. */
class DrawnPathsTest {

    private static final String HUB = "router:HQ";
    private static final String WEST = "router:West";
    private static final String EAST = "router:East";
    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 20  esp aes-gcm-256  mode transport  psk secret "x" }
            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  registration no-unique  bandwidth 100Mbps
              crypto Suite
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke West { wan Internet dhcp  lan 10.2.1.0/24  join Corp as 10.255.0.2 via HQ }
            spoke East { wan Internet dhcp  lan 10.2.2.0/24  join Corp as 10.255.0.3 via HQ }
            spoke Shop[1..2] { wan Internet dhcp  lan 10.3.{n}.0/24  join Corp as 10.255.0.{10+n} via HQ }
            host Pc { behind West  address 10.2.1.10 }
            host Box { behind East  address 10.2.2.10 }
            scenario First {
              seed 1  duration 110s
              at 100s ping every 1s from Pc to Box
              expect at 105s path Pc to Box is direct
            }
            scenario Cut { seed 1  duration 60s  at 40s fail West.Internet }
            """;

    @TempDir
    private Path folder;
    private DrawnText drawn;
    private DrawnRuns runs;

    @BeforeEach
    void readModel() {
        drawn = new DrawnText(folder.resolve("net.dmvpn"), ModelLoader.create());
        drawn.show(MODEL, Positions.NONE, "");
        assertThat(drawn.shown().problems()).noneMatch(problem -> problem.severity().equals("error"));
        runs = new DrawnRuns(drawn, ProgressMonitor.NONE);
    }

    @Test
    void beforeAnyRunItIsTheWayInTheSettledNetwork() throws Exception {
        ShownPath path = path(WEST, EAST, 0, 0);

        assertThat(path.title()).startsWith("West to East once the network has settled");
        assertThat(path.arrives()).isTrue();
        assertThat(path.end()).isEqualTo("arrives through HQ");
        assertThat(path.findings()).isEmpty();
        assertThat(path.steps()).extracting(ShownPath.Step::from).containsExactly(WEST, HUB, EAST);
        assertThat(path.steps()).extracting(ShownPath.Step::to).containsExactly(HUB, EAST, "");
        assertThat(path.steps().getFirst().transport()).isEqualTo("transport:Internet");
        assertThat(path.steps().getFirst().cloud()).isEqualTo("cloud:Corp");
        assertThat(path.steps().getFirst().text()).startsWith("West: ").contains("into Tunnel").endsWith("over Internet");
    }

    @Test
    void inARunItIsTheWayOfTheInstantBackAndForth() throws Exception {
        ShownRun run = run("First");

        ShownPath late = path(WEST, EAST, run.number(), 107);
        ShownPath early = path(WEST, EAST, run.number(), 0.001);
        ShownPath between = path(WEST, EAST, run.number(), 60);

        assertThat(late.end()).isEqualTo("arrives directly");
        assertThat(late.steps()).extracting(ShownPath.Step::to).containsExactly(EAST, "");
        assertThat(early.arrives()).isFalse();
        assertThat(early.end()).startsWith("stops at West: ");
        assertThat(early.findings()).first().asString().contains("To mend it: ");
        assertThat(between.end()).isEqualTo("arrives through HQ");
        assertThat(between.title()).startsWith("West to East in First at 60").endsWith(" s");
    }

    @Test
    void whatIsCutShowsWhereThePacketStopsAndTheLayerThatIsFaulty() throws Exception {
        ShownRun run = run("Cut");

        ShownPath path = path(WEST, EAST, run.number(), 55);

        assertThat(path.arrives()).isFalse();
        assertThat(path.findings()).first().asString().contains(" at West: ");
    }

    @Test
    void anOlderRunIsAskedAboutWhileItIsKept() throws Exception {
        ShownRun first = run("Cut");
        ShownRun second = run("Cut");
        assertThat(path(WEST, EAST, first.number(), 30).problem()).isEmpty();
        assertThat(second.number()).isGreaterThan(first.number());
        for (int more = 0; more < 3; more++) {
            run("Cut");
        }

        assertThat(path(WEST, EAST, first.number(), 30).problem()).contains("not kept any more");
    }

    @Test
    void withinAFamilyItIsTheWayBetweenItsFirstMembers() throws Exception {
        assertThat(path("router:Shop[1..2]", "router:Shop[1..2]", 0, 0).title()).startsWith("Shop1 to Shop2 ");
        assertThat(path(WEST, "router:Shop[1..2]", 0, 0).title()).startsWith("West to Shop1 ");
    }

    @Test
    void anEndMayBeAHostOrASite() throws Exception {
        drawn.show(MODEL.replace("spoke East {", "spoke East { site Munich "), Positions.NONE, "");
        assertThat(drawn.shown().soundNetwork()).isPresent();

        ShownPath path = path("host:Pc", "site:Munich", 0, 0);

        assertThat(path.title()).startsWith("West to East ");
        assertThat(path.steps()).extracting(ShownPath.Step::from).containsExactly(WEST, HUB, EAST);
        assertThat(path("host:Pc", WEST, 0, 0).problem()).contains("at the same router");
        assertThat(path("host:Pc", "site:Nowhere", 0, 0).problem()).contains("from one router to another");
    }

    @Test
    void whatHasNoWaySaysWhy() throws Exception {
        assertThat(path(WEST, WEST, 0, 0).problem()).contains("from one router to another");
        assertThat(path(WEST, "cloud:Corp", 0, 0).problem()).contains("from one router to another");
        drawn.show(MODEL.replace("via HQ", "via Nobody"), Positions.NONE, "");
        assertThat(path(WEST, EAST, 0, 0).problem()).contains("errors");
    }

    @Test
    void aPacketIsSeenOnEachLegOfItsWayAtFirstThroughTheHubThenDirectly() throws Exception {
        List<String> legs = run("First").messages().stream().filter(message -> message.label().endsWith("Echo Request"))
                .map(message -> message.from() + ">" + message.to()).toList();

        assertThat(legs).startsWith(WEST + ">" + HUB, HUB + ">" + EAST).endsWith(WEST + ">" + EAST);
    }

    @Test
    void thePacketOfAMessageIsExplainedFromTheOutsideIn() throws Exception {
        ShownRun run = run("First");
        ShownRun.Message request = run.messages().stream().filter(message -> message.label().endsWith("Registration Request")).findFirst().orElseThrow();

        ShownHeaders headers = await(runs.headers(new PacketQuestion(run.number(), request.sent())));

        assertThat(headers.title()).contains("sent by");
        assertThat(headers.layers()).extracting(ShownHeaders.Field::text).anyMatch(text -> text.contains("IP"))
                .anyMatch(text -> text.contains("NHRP"));
        assertThat(headers.layers().getFirst().parts()).extracting(ShownHeaders.Field::text).anyMatch(text -> text.contains("203.0.113.1"));
    }

    @Test
    void anEventWithoutAPacketSaysSo() throws Exception {
        ShownRun run = run("First");

        assertThat(await(runs.headers(new PacketQuestion(run.number(), 0))).layers()).isEmpty();
    }

    @Test
    void theScenariosAreThoseOfTheModel() {
        assertThat(runs.scenarios()).containsExactly("First", "Cut");
    }

    private ShownRun run(String scenario) throws Exception {
        ShownRun run = await(runs.run(scenario, RunWatch.NONE)).orElseThrow();
        assertThat(run.title()).isEqualTo(scenario);
        return run;
    }

    private ShownPath path(String from, String to, int run, double time) throws Exception {
        return await(runs.path(new PathQuestion(from, to, run, time)));
    }

    private static <T> T await(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
