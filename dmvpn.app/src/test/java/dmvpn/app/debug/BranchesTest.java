package dmvpn.app.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.PlatformChoice;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of a run that a person changed, on a Phase 3 cloud of one hub and two spokes whose first packet is sent at 100 s. */
class BranchesTest {

    private static final Path MODEL = Models.EXAMPLES.resolve("phase3-eigrp").resolve("phase3.dmvpn");

    @TempDir
    private Path folder;
    private Branches branches;

    @BeforeEach
    void open() throws RequestException {
        branches = open(MODEL);
    }

    private static Branches open(Path model) throws RequestException {
        return new DebugSessions(ModelReader.standalone()).branches(model, DebugRequest.FIRST_SCENARIO, ProgressMonitor.NONE, line -> { });
    }

    private Debugger here() {
        return branches.current().debugger();
    }

    private static List<String> eventsOf(Branch branch) {
        branch.debugger().resume();
        List<String> events = new ArrayList<>();
        for (int index = 0; index < branch.debugger().session().eventCount(); index++) {
            RecordedEvent event = branch.debugger().session().eventAt(index);
            events.add(event.timeNanos() + " " + event.nodeName() + " " + event.protocol() + " " + event.message() + " " + event.fields());
        }
        return events;
    }

    @Test
    void aBranchIsTheSameUpToItsEventStandsThereAndGoesItsOwnWayBehind() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        int fork = here().session().eventIndex();

        Branch branch = branches.change("fail HQ");

        assertThat(branches.current()).isSameAs(branch);
        assertThat(branch.debugger().session().eventIndex()).isEqualTo(fork);
        List<String> unchanged = eventsOf(branches.all().get(0));
        List<String> changed = eventsOf(branch);
        assertThat(changed.subList(0, fork + 1)).isEqualTo(unchanged.subList(0, fork + 1));
        assertThat(changed).anyMatch(event -> event.contains(" HQ Device")).isNotEqualTo(unchanged);
        assertThat(unchanged).as("the old history stays").isEqualTo(eventsOf(open(MODEL).current()));
    }

    @Test
    void aBranchReplaysIdentically() throws Exception {
        here().runTo(Duration.ofSeconds(101));
        Branch first = branches.change("loss 20% on Internet");
        List<String> once = eventsOf(first);
        first.debugger().restart();
        assertThat(eventsOf(first)).as("walked through again").isEqualTo(once);

        Branches again = open(MODEL);
        again.current().debugger().runTo(Duration.ofSeconds(101));

        assertThat(eventsOf(again.change("loss 20% on Internet"))).as("made again").isEqualTo(once);
    }

    @Test
    void aValueIsChangedWhereItIsShown() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        assertThat(here().evaluate("HQ.interfaces[Tunnel100].lineProtocol").text()).isEqualTo("up");
        assertThat(here().evaluate("Branch1.settings[Tunnel100].holdingTime").text()).isEqualTo("600s");

        Branch down = branches.change("HQ.interfaces[Tunnel100].lineProtocol = down");
        down.debugger().runTo(Duration.ofSeconds(60));
        assertThat(down.debugger().evaluate("HQ.interfaces[Tunnel100].lineProtocol").text()).isEqualTo("down");
        assertThat(branches.all().get(0).debugger().evaluate("HQ.interfaces[Tunnel100].lineProtocol").text()).isEqualTo("up");

        Branch shorter = branches.change("Branch1.settings[Tunnel100].holdingTime = 30");
        shorter.debugger().resume();
        assertThat(shorter.debugger().evaluate("Branch1.settings[Tunnel100].holdingTime").text()).isEqualTo("30s");
        assertThat(shorter.changes()).hasSize(2);
        assertThat(shorter.parent()).isEqualTo(down.number());
    }

    @Test
    void whatCannotBeChangedSaysWhyAndMakesNoBranch() {
        here().runTo(Duration.ofSeconds(50));

        assertThatThrownBy(() -> branches.change("HQ.nhrp[10.0.0.11].nbmaAddress = 192.0.2.1")).isInstanceOf(RequestException.class)
                .hasMessage("'nbmaAddress' of NHRP cache follows from other things and cannot be changed itself");
        assertThatThrownBy(() -> branches.change("HQ.interfaces[Tunnel100].lineProtocol = sideways")).isInstanceOf(RequestException.class)
                .hasMessage("A line is up or down, not 'sideways'");
        assertThatThrownBy(() -> branches.change("Nobody.interfaces[Tunnel100].lineProtocol = down")).isInstanceOf(RequestException.class)
                .hasMessageStartingWith("'Nobody' is no router");
        assertThatThrownBy(() -> branches.change("fail Nobody")).isInstanceOf(RequestException.class).hasMessageStartingWith("'fail Nobody' cannot be done: ");
        assertThatThrownBy(() -> branches.change("} scenario X {")).isInstanceOf(RequestException.class);
        here().resume();
        assertThatThrownBy(() -> branches.change("fail HQ")).isInstanceOf(RequestException.class).hasMessageStartingWith("The run is over here");
        assertThat(branches.all()).hasSize(1);
    }

    @Test
    void aRunThatIsLongerThanItsScenarioIsChangedBehindTheEndOfThatToo() throws Exception {
        branches = new DebugSessions(ModelReader.standalone()).branches(MODEL,
                new DebugRequest(Optional.empty(), Optional.of(Duration.ofMinutes(10)), OptionalLong.empty()), ProgressMonitor.NONE, line -> { });
        here().runTo(Duration.ofSeconds(300));
        int fork = here().session().eventIndex();
        assertThat(here().session().event().orElseThrow().timeNanos()).isGreaterThan(Duration.ofSeconds(200).toNanos());

        Branch branch = branches.change("fail HQ");

        assertThat(branch.debugger().session().eventIndex()).isEqualTo(fork);
        assertThat(branch.debugger().session().endNanos()).isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(eventsOf(branch)).anyMatch(event -> event.contains(" HQ Device power off"));
    }

    private static BranchComparison compared(Branch one, Branch other, Duration instant) {
        return BranchComparison.of(one, other, instant, ProgressMonitor.NONE).orElseThrow();
    }

    @Test
    void aChangeThatIsCancelledMakesNoBranchAndAComparisonThatIsCancelledSaysNothing() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        Branch unchanged = branches.current();

        assertThatThrownBy(() -> branches.change(unchanged, "fail HQ", () -> true)).isInstanceOf(RequestException.class)
                .hasMessage("Cancelled: the run stays as it is");
        assertThat(branches.all()).containsExactly(unchanged);
        assertThat(branches.current()).isSameAs(unchanged);

        Branch branch = branches.change("fail HQ");
        int event = branch.debugger().session().eventIndex();
        assertThat(BranchComparison.of(unchanged, branch, Duration.ofSeconds(110), () -> true)).isEmpty();
        assertThat(branch.debugger().session().eventIndex()).isEqualTo(event);
        assertThat(compared(unchanged, branch, Duration.ofSeconds(110)).isAlike()).isFalse();
    }

    @Test
    void aChangeSaysWhatItIsAt() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        List<String> parts = new ArrayList<>();

        branches.change(branches.current(), "fail HQ", new ProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void begin(String what) {
                parts.add(what);
            }
        });

        assertThat(parts).hasSize(2).first().isEqualTo("Reading the changed model");
        assertThat(parts.get(1)).matches("Going to \\d+\\.\\d+ s");
    }

    /** The model with its transport and its cryptography in a file that it imports. */
    private Path inTwoFiles() throws IOException {
        String text = Files.readString(MODEL);
        int cloud = text.indexOf("cloud Corp");
        Files.writeString(folder.resolve("shared.dmvpn"), text.substring(text.indexOf("transport"), cloud));
        return Files.writeString(folder.resolve("main.dmvpn"), "network FirstPacket\nimport \"shared.dmvpn\"\n" + text.substring(cloud));
    }

    @Test
    void aBranchIsOfTheTextsThatTheRunWasCompiledFromImportedOnesIncluded() throws Exception {
        Path model = inTwoFiles();
        Path shared = folder.resolve("shared.dmvpn");
        branches = open(model);
        here().runTo(Duration.ofSeconds(50));
        List<String> unchanged = eventsOf(branches.current());
        here().runTo(Duration.ofSeconds(50));
        int fork = here().session().eventIndex();
        Files.writeString(shared, "this is no model");

        List<String> changed = eventsOf(branches.change("fail HQ"));

        assertThat(changed.subList(0, fork + 1)).isEqualTo(unchanged.subList(0, fork + 1));
        assertThat(changed).isNotEqualTo(unchanged);
    }

    @Test
    void theTextsThatTheRunWasStartedFromAreKnownWhateverTheyAreByThen() throws Exception {
        Path model = inTwoFiles();
        Path shared = folder.resolve("shared.dmvpn");
        String main = Files.readString(model);
        String imported = Files.readString(shared);
        branches = open(model);
        Files.writeString(model, "edited");
        Files.writeString(shared, "edited");

        assertThat(branches.startedText(model)).contains(main);
        assertThat(branches.startedText(folder.resolve("x").resolve("..").resolve("shared.dmvpn"))).contains(imported);
        assertThat(branches.startedText(folder.resolve("other.dmvpn"))).isEmpty();
    }

    @Test
    void aBranchOfARunOnAnotherPlatformStaysOnIt() throws Exception {
        branches = new DebugSessions(ModelReader.standalone().onPlatform(PlatformChoice.of("cisco-iosxe", "15.4")))
                .branches(MODEL, DebugRequest.FIRST_SCENARIO, ProgressMonitor.NONE, line -> { });
        here().runTo(Duration.ofSeconds(50));

        Branch branch = branches.change("fail HQ");

        assertThat(branch.debugger().session().ofRouter(0, router -> router.device().platform().release())).contains("15.4");
    }

    @Test
    void aComparisonNamesTheFirstDifferenceAndTheTablesThatDiffer() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        Branch branch = branches.change("fail HQ");
        Branch unchanged = branches.all().get(0);

        Duration fork = Duration.ofNanos(here().session().event().orElseThrow().timeNanos());

        assertThat(compared(unchanged, branch, fork).isAlike()).as("before the change").isTrue();
        BranchComparison later = compared(unchanged, branch, Duration.ofSeconds(90));

        assertThat(later.firstOfOther().map(RecordedEvent::nodeName)).contains("HQ");
        assertThat(later.firstOfOther().orElseThrow().timeNanos()).isBetween(fork.toNanos() + 1, fork.toNanos() + 1_000_000);
        assertThat(later.differences()).anySatisfy(each -> {
            assertThat(each.router()).isEqualTo("Branch1");
            assertThat(each.difference().table()).isEqualTo("EIGRP neighbors");
            assertThat(each.difference().after()).isEqualTo(Optional.empty());
        });
        assertThat(branch.debugger().session().eventIndex()).as("it stays where it stands").isEqualTo(unchanged.debugger().session().eventIndex());
    }

    @Test
    void breakpointsGoAlongIntoABranch() throws Exception {
        here().runTo(Duration.ofSeconds(50));
        here().breakpoints().add(BreakpointText.parse("event any \"power off\"", MODEL), here().scope());

        Branch branch = branches.change("fail HQ");

        assertThat(branch.debugger().resume().reason()).isEqualTo(Stop.Reason.BREAKPOINT);
        assertThat(branch.debugger().session().event().orElseThrow().nodeName()).isEqualTo("HQ");
    }

    @Test
    void anEditedModelIsNotReadAndANetworkWithoutScenarioCanBeChanged() throws Exception {
        Path model = folder.resolve("plain.dmvpn");
        String text = withoutScenarios();
        Files.writeString(model, text);
        branches = open(model);
        here().runTo(Duration.ofSeconds(20));
        List<String> unchanged = eventsOf(branches.current());
        Files.writeString(model, "this is no model");
        here().runTo(Duration.ofSeconds(20));
        int fork = here().session().eventIndex();

        List<String> changed = eventsOf(branches.change("fail HQ"));

        assertThat(changed.subList(0, fork + 1)).isEqualTo(unchanged.subList(0, fork + 1));
        assertThat(changed).isNotEqualTo(unchanged);
    }

    private static String withoutScenarios() throws IOException {
        String text = Files.readString(MODEL);
        return text.substring(0, text.indexOf("scenario FirstPacket")) + "// a comment ends the text";
    }
}
