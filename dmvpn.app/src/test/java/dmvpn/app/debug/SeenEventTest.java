package dmvpn.app.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.RequestException;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of an event and of the routers where a session stands: layers, packets, state, rows of the timeline. */
class SeenEventTest {

    @TempDir
    private Path folder;
    private Path file;
    private DebugSession session;

    @BeforeEach
    void startSession() throws IOException, RequestException {
        file = HubAndSpokes.write(folder);
        session = HubAndSpokes.start(file);
    }

    @Test
    void aReceivedMessageHasItsOwnPacketAlthoughTheSameStepAnswersIt() {
        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "Registration Request received");

        List<DebugLayer> layers = session.seen().layers(HubAndSpokes.HUB);

        assertThat(layers).extracting(DebugLayer::name)
                .containsExactly("NHRP Registration Request received", "NHRP", "GRE", "ESP", "IPv4");
        assertThat(HubAndSpokes.variable(layers.get(0).variables(), "packet").value())
                .isEqualTo("Registration Request, received on GigabitEthernet1");
    }

    @Test
    void aSentMessageHasThePacketThatIsSent() {
        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "Registration Reply sent");

        assertThat(HubAndSpokes.variable(session.seen().layers(HubAndSpokes.HUB).get(0).variables(), "packet").value())
                .isEqualTo("Registration Reply, sent on GigabitEthernet1");
    }

    @Test
    void everyMessageThatIsSentHasAPacketOfItsProtocol() {
        while (session.stepToNextEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.message().endsWith(" sent")) {
                assertThat(session.seen().layers(session.eventRouter())).extracting(DebugLayer::name)
                        .as("layers of event %d, %s %s", event.index(), event.protocol(), event.message())
                        .contains(event.protocol());
            }
        }
    }

    @Test
    void everyMessageThatIsSentAgainHasThePacketThatIsSentAlsoWhenARepeatedRequestIsAnswered() throws IOException, RequestException {
        Files.writeString(file, HubAndSpokes.MODEL + """

                scenario Lossy {
                  seed 3  duration 60s
                  at 1ms set loss 40% on Internet
                }
                """);
        session = new DebugSessions(ModelReader.standalone()).start(file, "Lossy");
        Set<String> again = new HashSet<>();
        while (session.stepToNextEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.message().endsWith(" sent again") || event.message().endsWith(" repeated")) {
                List<DebugLayer> layers = session.seen().layers(session.eventRouter());
                assertThat(layers).extracting(DebugLayer::name).as("layers of event %d, %s %s", event.index(), event.protocol(), event.message())
                        .contains(event.protocol());
                assertThat(HubAndSpokes.variable(layers.get(0).variables(), "packet").value()).contains(", sent on ");
                again.add(event.protocol() + " " + event.message());
            }
        }
        assertThat(again).contains("IKEv2 IKE_SA_INIT request sent again", "IKEv2 IKE_SA_INIT response sent again", "EIGRP Update (init) repeated");
    }

    @Test
    void anEventWithoutPacketHasNone() {
        HubAndSpokes.stepTo(session, "HQ1", "Device", "power on");

        assertThat(session.seen().layers(HubAndSpokes.HUB)).extracting(DebugLayer::name).containsExactly("Device power on");
    }

    @Test
    void aRouterWithoutTheEventInHandStandsForItself() {
        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "Registration Request received");

        assertThat(session.eventRouter()).isEqualTo(HubAndSpokes.HUB);
        List<DebugLayer> layers = session.seen().layers(HubAndSpokes.BRANCH_1);
        assertThat(layers).extracting(DebugLayer::name).containsExactly(DebugSession.NO_EVENT);
        assertThat(lineOf(layers, DebugSession.NO_EVENT)).isEqualTo("spoke Branch[1..2] {");
    }

    @Test
    void eachLayerNamesTheLineThatConfiguredIt() {
        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "Registration Request received");

        List<DebugLayer> layers = session.seen().layers(HubAndSpokes.HUB);

        assertThat(layers).allSatisfy(layer -> assertThat(layer.origin().file()).isEqualTo(file.toString()));
        assertThat(lineOf(layers, "NHRP")).isEqualTo("join Corp as 10.255.0.1");
        assertThat(lineOf(layers, "GRE")).isEqualTo("join Corp as 10.255.0.1");
        assertThat(lineOf(layers, "ESP")).isEqualTo("crypto Suite {");
        assertThat(lineOf(layers, "IPv4")).startsWith("wan Internet 203.0.113.1/24");
    }

    @Test
    void anEventOfAHostIsShownAtTheRouterOfItsSite() {
        HubAndSpokes.stepTo(session, "Branch1-lan", "ICMP", "Echo Request sent");

        assertThat(session.eventRouter()).isEqualTo(HubAndSpokes.BRANCH_1);
        assertThat(session.seen().layers(HubAndSpokes.BRANCH_1)).extracting(DebugLayer::name)
                .containsExactly("Branch1-lan: ICMP Echo Request sent", "ICMP", "IPv4");
    }

    @Test
    void theStateOfARouterIsThatOfTheInstant() {
        session.stepToNextEvent();
        assertThat(HubAndSpokes.variable(session.seen().stateOf(HubAndSpokes.HUB), "NHRP cache").children()).isEmpty();

        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "cache entry added");

        DebugVariable cache = HubAndSpokes.variable(session.seen().stateOf(HubAndSpokes.HUB), "NHRP cache");
        assertThat(cache.value()).isEqualTo("1 entry");
        DebugVariable entry = cache.children().get(0);
        assertThat(entry.name()).isEqualTo("10.255.0.11/32");
        assertThat(HubAndSpokes.variable(entry.children(), "nbmaAddress").value()).startsWith("198.18.");
    }

    @Test
    void aRouterWithoutPowerHasNoState() {
        assertThat(session.seen().stateOf(HubAndSpokes.HUB)).isEmpty();
    }

    @Test
    void rowsOfTheTimelineCarryTimeMessageAndOrigin() {
        HubAndSpokes.stepTo(session, "Branch1", "NHRP", "Registration Request sent");

        TimelineRow row = session.rows(session.rowCount(session.eventIndex()), 1).get(0);

        assertThat(row.time()).isEqualTo("1.000");
        assertThat(row.router()).isEqualTo("Branch1");
        assertThat(row.message()).isEqualTo("Registration Request sent");
        assertThat(row.fields()).contains("Tunnel");
        assertThat(HubAndSpokes.line(row.origin().line())).startsWith("join Corp as 10.255.0.{10+n}");
        assertThat(session.rows(session.eventCount(), 5)).isEmpty();
    }

    private static String lineOf(List<DebugLayer> layers, String name) {
        return HubAndSpokes.line(layers.stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow().origin().line());
    }
}
