package dmvpn.dap;

import static dmvpn.dap.Editor.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.Thread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that is edited and saved while it is debugged: the run stays that of the old text, and editors point at lines of the new one
 * (Debug Adapter Protocol, SetBreakpoints: "sourceModified").
 */
class EditedModelProcessTest {

    private static final Path MODEL = Path.of("..", "examples", "phase3-eigrp", "phase3.dmvpn").toAbsolutePath().normalize();
    /** Where the membership of the spokes begins, which all that a spoke registers is of. */
    private static final int MEMBERSHIP = 32;

    @TempDir
    private Path folder;
    private Editor editor;
    private Path edited;
    private String text;

    @BeforeEach
    void start() throws IOException {
        editor = new Editor();
        editor.initialize();
        text = Files.readString(MODEL);
        edited = Files.writeString(folder.resolve("edited.dmvpn"), text);
    }

    @AfterEach
    void end() {
        editor.close();
    }

    private void launch() {
        editor.launch(edited, "stopOnEntry", true);
        editor.configured();
    }

    private void restart() {
        get(editor.adapter().restart(new RestartArguments()));
        assertThat(editor.stop().getReason()).isEqualTo("entry");
    }

    private Breakpoint breakOnLine(int line) {
        return editor.breakOnLine(edited, line, null, null, null);
    }

    private String top(StoppedEventArguments stop) {
        return editor.frames(stop.getThreadId()).getFirst().getName();
    }

    @Test
    void aRestartReadsTheEditedModelAndKeepsBreakpoints() throws IOException {
        launch();
        Breakpoint set = editor.breakOnEvent("NHRP \"Registration Request\" sent");
        Files.writeString(edited, text.replace("Branch[1..2]", "Branch[1..3]"));

        restart();

        assertThat(get(editor.adapter().threads()).getThreads()).extracting(Thread::getName).contains("Branch3");
        StoppedEventArguments stop = editor.resume();
        assertThat(stop.getHitBreakpointIds()).containsExactly(set.getId());
    }

    @Test
    void aRestartOfAModelThatIsBrokenNowIsRefusedAndTheRunGoesOn() throws IOException {
        launch();
        Files.writeString(edited, text.replace("via HQ", "via Nobody"));

        assertThatThrownBy(() -> get(editor.adapter().restart(new RestartArguments()))).hasMessageContaining("goes on as it is")
                .hasMessageContaining("does not register with any hub");

        editor.breakOnEvent("NHRP");
        assertThat(editor.resume().getReason()).isEqualTo("breakpoint");
    }

    @Test
    void aBreakpointBehindLinesThatWereWrittenSinceIsThatOfTheLineThatStandsThere() throws IOException {
        launch();
        Files.writeString(edited, "// one\n// two\n" + text);

        Breakpoint set = breakOnLine(MEMBERSHIP + 2);

        assertThat(set.isVerified()).isTrue();
        assertThat(set.getLine()).isEqualTo(MEMBERSHIP + 2);
        StoppedEventArguments stop = editor.resume();
        assertThat(stop.getHitBreakpointIds()).containsExactly(set.getId());
        assertThat(top(stop)).isEqualTo("Interface line protocol up");
    }

    @Test
    void framesAreInTheLinesOfTheFileAsItIs() throws IOException {
        launch();
        breakOnLine(MEMBERSHIP);
        int thread = editor.resume().getThreadId();
        assertThat(editor.frames(thread).getFirst().getLine()).isEqualTo(MEMBERSHIP);

        Files.writeString(edited, "// one\n" + text);

        assertThat(editor.frames(thread).getFirst().getLine()).isEqualTo(MEMBERSHIP + 1);
    }

    @Test
    void aFrameWhoseLineIsGoneShowsTheTextThatTheRunWasStartedFrom() throws IOException {
        launch();
        breakOnLine(MEMBERSHIP);
        int thread = editor.resume().getThreadId();
        Files.writeString(edited, text.lines().limit(20).toList().toString());

        StackFrame frame = editor.frames(thread).getFirst();

        assertThat(frame.getLine()).isEqualTo(MEMBERSHIP);
        Source source = frame.getSource();
        assertThat(source.getName()).isEqualTo("edited.dmvpn (as the run was started)");
        SourceArguments question = new SourceArguments();
        question.setSource(source);
        question.setSourceReference(source.getSourceReference());
        assertThat(get(editor.adapter().source(question)).getContent()).isEqualTo(text);
        question.setSourceReference(99);
        assertThatThrownBy(() -> get(editor.adapter().source(question))).hasMessage("There is no such text");
    }

    @Test
    void aBreakpointOnWhatWasWrittenSinceWaitsForARestart() throws IOException {
        launch();
        String more = text + "spoke Late { wan Internet dhcp vrf INET  lan 192.168.99.0/24  join Corp as 10.0.0.99 via HQ }\n";
        Files.writeString(edited, more);

        Breakpoint set = breakOnLine((int) more.lines().count());

        assertThat(set.isVerified()).isFalse();
        assertThat(set.getMessage()).isEqualTo("What stands in this line was written since the run was started: restart it");
        assertThat(editor.resume().getReason()).as("passes it").isEqualTo("step");
        restart();
        assertThat(editor.changedBreakpoint()).satisfies(changed -> {
            assertThat(changed.getId()).isEqualTo(set.getId());
            assertThat(changed.isVerified()).isTrue();
        });
        assertThat(editor.resume().getHitBreakpointIds()).containsExactly(set.getId());
    }

    @Test
    void aRestartTakesBreakpointsAlongWithTheirLines() throws IOException {
        launch();
        Breakpoint set = breakOnLine(MEMBERSHIP);
        Files.writeString(edited, "// one\n// two\n" + text);

        restart();

        assertThat(editor.changedBreakpoint().getLine()).isEqualTo(MEMBERSHIP + 2);
        StoppedEventArguments stop = editor.resume();
        assertThat(stop.getHitBreakpointIds()).containsExactly(set.getId());
        assertThat(top(stop)).isEqualTo("Interface line protocol up");
    }

    @Test
    void aRestartSaysOfABreakpointThatItsLineIsGone() throws IOException {
        launch();
        Breakpoint set = breakOnLine(1);
        Files.writeString(edited, text.substring(text.indexOf('\n') + 1));

        restart();

        assertThat(editor.changedBreakpoint()).satisfies(changed -> {
            assertThat(changed.getId()).isEqualTo(set.getId());
            assertThat(changed.isVerified()).isFalse();
            assertThat(changed.getMessage()).isEqualTo("What stood in this line is gone");
        });
    }
}
