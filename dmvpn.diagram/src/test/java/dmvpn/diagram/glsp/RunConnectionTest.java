package dmvpn.diagram.glsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page and the server of a diagram say to each other about runs. */
class RunConnectionTest {

    private static final long DEADLINE_SECONDS = 30;

    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> asked = new LinkedBlockingQueue<>();
    private List<String> scenarios = List.of();
    private DiagramConnection connection;

    @BeforeEach
    void open() throws Exception {
        connection = DiagramServer.connect(new RecordedDocument(), new DiagramServices(new RecordedRuns(), DiagramFixes.NONE, DiagramCommands.NONE),
                text -> answers.add(JsonParser.parseString(text).getAsJsonObject()));
        call(1, "initialize", "{'applicationId':'test','protocolVersion':'1.0.0'}");
        call(2, "initializeClientSession", "{'clientSessionId':'page','diagramType':'dmvpn-topology','clientActionKinds':"
                + "['dmvpn.run','dmvpn.runProgress','dmvpn.instant','dmvpn.scenarios','dmvpn.path','dmvpn.headers']}");
        while (!answers.poll(DEADLINE_SECONDS, TimeUnit.SECONDS).toString().contains("\"id\":\"2\"")) {
            assertThat(connection).isNotNull();
        }
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void aPageWishesTheCursorElsewhere() throws Exception {
        act("{'kind':'dmvpn.moveCursor','wish':{'number':3,'kind':'TIME','time':1.5,'event':0}}");

        assertThat(asked()).isEqualTo(new CursorWish(3, CursorWish.Kind.TIME, 1.5, 0));
    }

    @Test
    void aPageIsToldAnInstantAndThatThereIsNoneAnyMore() throws Exception {
        connection.show(Optional.of(new ShownInstant(true, "net", 10, 1, 7, "a", "router:HQ", List.of(
                new ShownRun.Message("router:HQ", "router:B", "cloud:C", "NHRP", "x", 1, 2, 7, -1)), 0, List.of(), 0)));

        JsonObject told = action("dmvpn.instant").getAsJsonObject("instant");
        assertThat(told.get("event").getAsInt()).isEqualTo(7);
        assertThat(told.getAsJsonArray("messages").get(0).getAsJsonObject().get("received").getAsInt()).isEqualTo(-1);
        connection.show(Optional.empty());
        assertThat(action("dmvpn.instant").has("instant")).isFalse();
    }

    @Test
    void ofSeveralScenariosThePageIsAskedForOne() throws Exception {
        scenarios = List.of("First", "Second");
        act("{'kind':'dmvpn.requestRun'}");
        assertThat(action("dmvpn.scenarios").getAsJsonArray("names")).hasSize(2);

        act("{'kind':'dmvpn.requestRun','scenario':'Second'}");
        assertThat(asked()).isEqualTo("Second");
        assertThat(action("dmvpn.run").getAsJsonObject("run").get("title").getAsString()).isEqualTo("Second");
    }

    @Test
    void oneScenarioIsRunAtOnce() throws Exception {
        scenarios = List.of("Only");
        act("{'kind':'dmvpn.requestRun'}");

        assertThat(asked()).isEqualTo("");
    }

    @Test
    void whileThePageWaitsItIsToldHowFarItIsAndItStopsTheRun() throws Exception {
        act("{'kind':'dmvpn.requestRun','scenario':'long'}");
        JsonObject progress = action("dmvpn.runProgress");
        assertThat(progress.get("time").getAsDouble()).isEqualTo(5);
        assertThat(progress.get("end").getAsDouble()).isEqualTo(60);

        act("{'kind':'dmvpn.stopRun'}");
        assertThat(action("dmvpn.run").getAsJsonObject("run").get("problem").getAsString()).isEqualTo("stopped");
    }

    @Test
    void whatFailsIsSaid() throws Exception {
        act("{'kind':'dmvpn.requestRun','scenario':'broken'}");

        assertThat(action("dmvpn.run").getAsJsonObject("run").get("problem").getAsString()).contains("no memory");
    }

    @Test
    void waysAndPacketsAreAskedForAndAnsweredWithTheirQuestion() throws Exception {
        act("{'kind':'dmvpn.requestPath','question':{'from':'router:A','to':'router:B','run':2,'time':5.5}}");
        assertThat(asked()).isEqualTo(new PathQuestion("router:A", "router:B", 2, 5.5));
        JsonObject path = action("dmvpn.path");
        assertThat(path.getAsJsonObject("question").get("time").getAsDouble()).isEqualTo(5.5);
        assertThat(path.getAsJsonObject("path").get("problem").getAsString()).isEqualTo("no way");

        act("{'kind':'dmvpn.requestHeaders','question':{'run':2,'event':9}}");
        assertThat(asked()).isEqualTo(new PacketQuestion(2, 9));
        assertThat(action("dmvpn.headers").getAsJsonObject("headers").get("title").getAsString()).isEqualTo("a packet");
    }

    private Object asked() throws InterruptedException {
        return asked.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private JsonObject action(String kind) throws InterruptedException {
        for (JsonObject message = poll(); message != null; message = poll()) {
            if (message.has("params") && message.getAsJsonObject("params").has("action")) {
                JsonObject action = message.getAsJsonObject("params").getAsJsonObject("action");
                if (action.get("kind").getAsString().equals(kind)) {
                    return action;
                }
            }
        }
        throw new AssertionError("No " + kind);
    }

    private JsonObject poll() throws InterruptedException {
        return answers.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private void call(int id, String method, String parameters) {
        assertThat(connection.receive(("{'jsonrpc':'2.0','id':'" + id + "','method':'" + method + "','params':" + parameters + "}")
                .replace('\'', '"'))).isTrue();
    }

    private void act(String action) {
        assertThat(connection.receive(("{'jsonrpc':'2.0','method':'process','params':{'clientId':'page','action':" + action + "}}")
                .replace('\'', '"'))).isTrue();
    }

    private final class RecordedRuns implements DiagramRuns {

        @Override
        public CompletionStage<Optional<ShownRun>> run(String scenario, RunWatch watch) {
            asked.add(scenario);
            if (scenario.equals("long")) {
                return CompletableFuture.supplyAsync(() -> untilStopped(watch));
            }
            return scenario.equals("broken") ? CompletableFuture.failedStage(new IllegalStateException("no memory"))
                    : CompletableFuture.completedStage(Optional.of(new ShownRun(1, scenario, "", 1, 0, List.of(), List.of())));
        }

        private Optional<ShownRun> untilStopped(RunWatch watch) {
            while (!watch.isCancelled()) {
                watch.reached(5, 60);
                Thread.onSpinWait();
            }
            return Optional.of(ShownRun.none("stopped"));
        }

        @Override
        public List<String> scenarios() {
            return scenarios;
        }

        @Override
        public void move(CursorWish wish) {
            asked.add(wish);
        }

        @Override
        public CompletionStage<ShownPath> path(PathQuestion question) {
            asked.add(question);
            return CompletableFuture.completedStage(ShownPath.none("no way"));
        }

        @Override
        public CompletionStage<ShownHeaders> headers(PacketQuestion question) {
            asked.add(question);
            return CompletableFuture.completedStage(new ShownHeaders("a packet", List.of()));
        }
    }
}
