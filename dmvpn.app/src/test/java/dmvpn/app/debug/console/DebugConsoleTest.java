package dmvpn.app.debug.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugRequest;
import dmvpn.app.debug.DebugResult;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger worked by typed lines. */
class DebugConsoleTest {

    private static final int MOST_ATTEMPTS = 50;

    @TempDir
    private Path folder;
    private DebugConsole console;

    @BeforeEach
    void open() throws RequestException {
        DebugResult result = new DebugSessions(ModelReader.standalone()).open(Models.EXAMPLES.resolve("phase3-eigrp"),
                DebugRequest.FIRST_SCENARIO, ProgressMonitor.NONE, line -> { });
        console = new DebugConsole(result.model(), result.branches().orElseThrow());
    }

    private String type(String line) throws RequestException {
        return String.join("\n", console.execute(line));
    }

    @Test
    void aRegistrationIsWalkedThroughForwardsAndBackwards() throws RequestException {
        assertThat(console.prompt()).isEqualTo("(before the first event) ");
        assertThat(type("break event NHRP \"Registration Request\" sent of Branch1"))
                .isEqualTo("1: event NHRP \"Registration Request\" sent of Branch1");
        assertThat(type("continue")).startsWith("stopped by breakpoint 1").contains("NHRP       Registration Request sent");
        assertThat(console.prompt()).isEqualTo("(1.000 s) ");
        assertThat(type("where")).contains("caused by ", "Registration Request", "phase3.dmvpn:32, spoke Branch[1] join Corp");
        assertThat(type("return")).contains("Branch1");
        assertThat(type("print HQ.nhrp[10.0.0.11].nbma")).isEqualTo("HQ.nhrp[10.0.0.11].nbma = 198.51.100.2");
        assertThat(type("reverse")).contains("Registration Request sent");
        assertThat(type("print HQ.nhrp[10.0.0.11].nbma")).isEqualTo("HQ.nhrp[10.0.0.11].nbma = absent");
    }

    @Test
    void wordsMayBeCutShortAsLongAsTheyMeanOneCommand() throws RequestException {
        assertThat(type("ste 2")).startsWith("#1 ");
        assertThatThrownBy(() -> type("b")).hasMessageStartingWith("'b' can mean back, back-over, break, breakpoints");
        assertThat(type("back")).startsWith("#0 ");
        assertThatThrownBy(() -> type("fly")).isInstanceOf(RequestException.class).hasMessage("'fly' is no command; 'help' lists them");
        assertThat(type("help")).contains("back-over [ROUTER]");
        assertThat(type("help break")).contains("break line [FILE:]N");
    }

    @Test
    void watchesArePrintedAtEachStop() throws RequestException {
        type("until 50s");
        assertThat(type("watch HQ.nhrp.count")).isEqualTo("HQ.nhrp.count = 2");
        assertThat(type("step")).endsWith("  HQ.nhrp.count = 2");
        type("unwatch");
        assertThat(type("step")).doesNotContain("HQ.nhrp.count");
    }

    @Test
    void tablesAndShowCommandsAreThoseOfTheInstant() throws RequestException {
        assertThatThrownBy(() -> type("tables")).hasMessage("No event is in hand yet: name a router");
        assertThat(type("tables HQ")).isEmpty();
        assertThatThrownBy(() -> type("show HQ dmvpn")).hasMessageContaining("without power");
        type("until 60s");
        assertThat(type("show HQ ip nh")).contains("10.0.0.11/32 via 10.0.0.11");
        assertThat(type("tables HQ")).contains("NHRP cache = 2 entries", "Routes = ");
        assertThat(type("events 1")).contains("> #").hasLineCount(3);
    }

    @Test
    void breakpointsAreKeptInAFile() throws RequestException {
        Path file = folder.resolve("stops.txt");
        type("break line 32 of Branch1");
        type("break event IKEv2 \"SA up\" when time < 30s");
        type("disable 1");
        type("save " + file);
        assertThat(file).hasContent("line 32 of Branch1 disabled\nevent IKEv2 \"SA up\" when time < 30s\n");
        type("delete 1");
        type("delete 2");
        assertThat(type("breakpoints")).isEmpty();

        assertThat(type("load " + file)).isEqualTo("3: line 32 of Branch1 disabled\n4: event IKEv2 \"SA up\" when time < 30s");

        type("enable 3");
        assertThat(type("breakpoints")).startsWith("3: line 32 of Branch1\n4:");
        assertThatThrownBy(() -> type("delete 1")).hasMessageStartingWith("There is no breakpoint 1");
        assertThatThrownBy(() -> type("load " + folder.resolve("none"))).isInstanceOf(RequestException.class);
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }

    @Test
    void aChangedRunIsABranchThatIsComparedWithTheOneItLeft() throws RequestException {
        type("until 50s");

        assertThat(type("set fail HQ")).startsWith("> 1: fail HQ at ");
        assertThat(type("until 90s")).contains("#");
        assertThat(type("compare")).contains("first difference:").contains("HQ").contains("tables at");
        assertThat(type("branches")).contains("  0: as the model says  (").contains("> 1: fail HQ at ");
        type("branch 0");
        assertThat(type("compare 0")).startsWith("branches 0 and 0 are alike up to ");
        assertThat(type("c")).as("one letter is enough to go on").contains("the run is over");
        assertThatThrownBy(() -> type("branch 7")).hasMessage("There is no branch 7; there are 0 to 1");
        assertThatThrownBy(() -> type("set")).hasMessageStartingWith("Behind 'set' stands what a scenario can do");
    }

    @Test
    void aChangeThatIsInterruptedLeavesTheRunAsItIs() throws Exception {
        String here = "";
        boolean cancelled = false;
        // On a busy machine the change may be made before the other thread has its turn.
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !cancelled; attempt++) {
            open();
            type("until 110s");
            here = console.prompt();
            cancelled = isCancelledByAKeyThatIsHeld("set fail HQ");
        }

        assertThat(cancelled).isTrue();
        assertThat(type("branches")).isEqualTo("> 0: as the model says  " + here.strip());
        assertThat(type("set fail HQ")).startsWith("> 1: fail HQ at ");
    }

    /** As with Ctrl+C that is held. */
    private boolean isCancelledByAKeyThatIsHeld(String line) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread keyboard = new Thread(() -> {
            while (!over.get()) {
                console.interrupt();
            }
        });
        keyboard.start();
        try {
            type(line);
            return false;
        } catch (RequestException cancelled) {
            assertThat(cancelled).hasMessage("Cancelled: the run stays as it is");
            return true;
        } finally {
            over.set(true);
            keyboard.join();
        }
    }

    @Test
    void aLineThatNothingBeginsInSaysSo() throws RequestException {
        assertThat(type("break line 1")).contains("nothing begins in this line that events name");
        assertThat(type("line 1")).isEqualTo("nothing begins in this line that events name: the run stays where it is");
    }

    @Test
    void completionKnowsCommandsRoutersAndExpressions() {
        assertThat(console.completions(List.of(), "re")).containsExactly("return", "reverse", "restart");
        assertThat(console.completions(List.of("over"), "B")).containsExactly("Branch1", "Branch2");
        assertThat(console.completions(List.of("print"), "Bra")).containsExactly("Branch1", "Branch2");
        assertThat(console.completions(List.of("break"), "e")).containsExactly("event", "expectation");
    }

    @Test
    void itIsOverBehindQuit() throws RequestException {
        assertThat(console.isOver()).isFalse();
        type("q");
        assertThat(console.isOver()).isTrue();
    }
}
