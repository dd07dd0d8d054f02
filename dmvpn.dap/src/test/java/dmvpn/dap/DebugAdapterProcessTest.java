package dmvpn.dap;

import static dmvpn.dap.Editor.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.CompletionItem;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.DataBreakpoint;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StepBackArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.Thread;
import org.eclipse.lsp4j.debug.Variable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter in a process of its own, driven as an editor drives it (Debug Adapter Protocol, overview of the sequence). */
class DebugAdapterProcessTest {

    private static final Path MODEL = Path.of("..", "examples", "phase3-eigrp", "phase3.dmvpn").toAbsolutePath().normalize();
    private static final int HQ = 1;
    private static final int BRANCH_1 = 2;

    @TempDir
    private Path folder;
    private Editor editor;

    @BeforeEach
    void start() throws IOException {
        editor = new Editor();
        editor.initialize();
    }

    @AfterEach
    void end() {
        editor.close();
    }

    @Test
    void theAdapterOffersGoingBack() {
        assertThat(editor.initialize()).satisfies(offered -> {
            assertThat(offered.getSupportsStepBack()).isTrue();
            assertThat(offered.getSupportsDataBreakpoints()).isTrue();
            assertThat(offered.getSupportsLogPoints()).isTrue();
            assertThat(offered.getSupportsConditionalBreakpoints()).isTrue();
        });
    }

    @Test
    void aRunStopsBeforeItsFirstEventWhenAskedTo() {
        editor.launch(MODEL, "stopOnEntry", true);

        assertThat(editor.configured().getReason()).isEqualTo("entry");

        assertThat(get(editor.adapter().threads()).getThreads()).extracting(Thread::getName)
                .containsExactlyInAnyOrder("HQ", "Branch1", "Branch2");
    }

    @Test
    void aBreakpointOnALineShowsLayersWithTheirLinesAndState() {
        editor.launch(MODEL);
        assertThat(editor.breakOnLine(MODEL, 32, "event.message contains \"Registration Reply received\"", null, null).isVerified()).isTrue();

        StoppedEventArguments stop = editor.configured();

        assertThat(stop.getReason()).isEqualTo("breakpoint");
        assertThat(stop.getHitBreakpointIds()).containsExactly(1);
        assertThat(get(editor.adapter().threads()).getThreads()[0].getId()).as("the router of the event first").isEqualTo(stop.getThreadId());
        List<StackFrame> frames = editor.frames(stop.getThreadId());
        assertThat(frames.get(0).getName()).isEqualTo("NHRP Registration Reply received");
        assertThat(frames.get(0).getLine()).isEqualTo(32);
        assertThat(frames.get(0).getSource().getPath()).isEqualTo(MODEL.toString());
        assertThat(frames).extracting(StackFrame::getName).contains("GRE");
        List<Scope> scopes = editor.scopes(frames.get(0).getId());
        assertThat(editor.variables(scopes.get(0).getVariablesReference(), 0, 0)).extracting(Variable::getName).contains("time", "requestId");
        Variable cache = editor.variables(scopes.get(1).getVariablesReference(), 0, 0).stream()
                .filter(table -> table.getName().equals("NHRP cache")).findFirst().orElseThrow();
        assertThat(cache.getEvaluateName()).isEqualTo("Branch1.NHRPcache");
        Variable entry = editor.variables(cache.getVariablesReference(), 0, 0).get(0);
        assertThat(editor.evaluate(entry.getEvaluateName()).getResult()).contains("203.0.113.1");
        Variable cell = editor.variables(entry.getVariablesReference(), 0, 0).stream()
                .filter(each -> each.getName().equals("nbmaAddress")).findFirst().orElseThrow();
        assertThat(editor.evaluate(cell.getEvaluateName()).getResult()).isEqualTo("203.0.113.1");
    }

    @Test
    void stepsGoInOverOutAndBack() {
        editor.launch(MODEL);
        assertThat(editor.breakOnEvent("NHRP \"Registration Request\" sent of Branch1").isVerified()).isTrue();
        int thread = editor.configured().getThreadId();
        assertThat(thread).isEqualTo(BRANCH_1);

        get(editor.adapter().stepIn(new StepInArguments()));
        assertThat(editor.stop().getReason()).isEqualTo("step");
        get(editor.adapter().stepBack(new StepBackArguments()));
        editor.stop();
        assertThat(editor.frames(BRANCH_1).get(0).getName()).isEqualTo("NHRP Registration Request sent");
        NextArguments next = new NextArguments();
        next.setThreadId(HQ);
        get(editor.adapter().next(next));
        assertThat(editor.stop().getThreadId()).isEqualTo(HQ);
        get(editor.adapter().stepBack(new StepBackArguments()));
        editor.stop();
        get(editor.adapter().stepBack(new StepBackArguments()));
        editor.stop();
        get(editor.adapter().stepOut(new StepOutArguments()));
        assertThat(editor.stop().getThreadId()).as("the reply ends the conversation").isEqualTo(BRANCH_1);
        assertThat(editor.evaluate("HQ.nhrp[10.0.0.11].nbma").getResult()).isEqualTo("198.51.100.2");
    }

    @Test
    void aRunGoesBackwardsToTheBreakpointBefore() {
        editor.launch(MODEL);
        editor.breakOnEvent("NHRP \"Registration Request\" received of HQ");
        editor.configured();
        String first = editor.frames(HQ).get(0).getName() + editor.evaluate("time").getResult();
        editor.resume();

        assertThat(editor.reverse().getReason()).isEqualTo("breakpoint");

        assertThat(editor.frames(HQ).get(0).getName() + editor.evaluate("time").getResult()).isEqualTo(first);
        assertThat(editor.reverse().getReason()).isEqualTo("entry");
    }

    @Test
    void aValueIsWatchedForChanges() {
        editor.launch(MODEL, "stopOnEntry", true);
        editor.configured();
        DataBreakpointInfoArguments question = new DataBreakpointInfoArguments();
        question.setName("HQ.nhrp[10.0.0.11].nbma");
        DataBreakpointInfoResponse info = get(editor.adapter().dataBreakpointInfo(question));
        assertThat(info.getDataId()).isEqualTo("HQ.nhrp[10.0.0.11].nbma");
        DataBreakpoint wanted = new DataBreakpoint();
        wanted.setDataId(info.getDataId());
        SetDataBreakpointsArguments arguments = new SetDataBreakpointsArguments();
        arguments.setBreakpoints(new DataBreakpoint[] {wanted});
        assertThat(get(editor.adapter().setDataBreakpoints(arguments)).getBreakpoints()[0].isVerified()).isTrue();

        editor.resume();

        assertThat(editor.evaluate("HQ.nhrp[10.0.0.11].nbma").getResult()).isEqualTo("198.51.100.2");
        get(editor.adapter().stepBack(new StepBackArguments()));
        editor.stop();
        assertThat(editor.evaluate("HQ.nhrp[10.0.0.11].nbma").getResult()).isEqualTo("absent");
    }

    @Test
    void logPointsTellWithoutStopping() {
        editor.launch(MODEL, "until", "20s");
        editor.breakOnLine(MODEL, 32, "event.message contains \"Registration Request sent\"", null, "{event.router} registers at {time}");

        editor.configured();

        assertThat(editor.output()).contains("Branch1 registers at 1.000\n").contains("The run is over");
    }

    @Test
    void hitCountsAndWrongConditionsAreUnderstood() {
        editor.launch(MODEL, "stopOnEntry", true);
        assertThat(editor.breakOnLine(MODEL, 32, null, ">= 3", null).isVerified()).isTrue();
        assertThat(editor.breakOnLine(MODEL, 32, null, "often", null).getMessage()).isEqualTo("'often' is no number of hits: 'N' or '>= N' stops from the hit N on, '> N' behind it");
        assertThat(editor.breakOnLine(MODEL, 32, "Nobody.nhrp", null, null).getMessage()).contains("'Nobody' is no router");
        assertThat(editor.breakOnLine(MODEL, 1, null, null, null)).satisfies(comment -> {
            assertThat(comment.isVerified()).isFalse();
            assertThat(comment.getMessage()).contains("begins in this line");
        });
        assertThat(editor.breakOnEvent("NHRP of Nobody").getMessage()).contains("'Nobody' is no router");
    }

    @Test
    void largeTablesComeInPieces() throws IOException {
        Path large = folder.resolve("large.dmvpn");
        Files.writeString(large, Files.readString(MODEL).replace("Branch[1..2]", "Branch[1..150]"));
        editor.launch(large, "until", "30s");
        editor.configured();
        EvaluateResponse cache = editor.evaluate("HQ.nhrp");

        List<Variable> piece = editor.variables(cache.getVariablesReference(), 100, 20);

        assertThat(cache.getResult()).isEqualTo("150 entries");
        assertThat(piece).hasSize(20);
        assertThat(piece).isEqualTo(piece.stream().distinct().toList());
        assertThat(editor.variables(cache.getVariablesReference(), 140, 100)).hasSize(10);
        assertThat(editor.variables(cache.getVariablesReference(), 500, 10)).isEmpty();
    }

    @Test
    void completionKnowsTablesAndKeys() {
        editor.launch(MODEL, "until", "30s");
        editor.configured();
        CompletionsArguments arguments = new CompletionsArguments();
        arguments.setText("time > 3 and HQ.nhrp[10.0.0.1");
        arguments.setColumn(arguments.getText().length() + 1);

        CompletionItem[] proposals = get(editor.adapter().completions(arguments)).getTargets();

        assertThat(proposals).extracting(CompletionItem::getLabel).containsExactly("10.0.0.11]", "10.0.0.12]");
        assertThat(proposals[0].getStart()).isEqualTo(21);
    }

    @Test
    void aRunIsPausedAndRestarted() throws IOException {
        Path large = folder.resolve("long.dmvpn");
        Files.writeString(large, Files.readString(MODEL).replace("Branch[1..2]", "Branch[1..200]").replaceFirst("duration \\S+", "duration 30d"));
        editor.launch(large);
        editor.adapter().configurationDone(new org.eclipse.lsp4j.debug.ConfigurationDoneArguments());

        get(editor.adapter().pause(new PauseArguments()));

        assertThat(editor.stop().getReason()).isEqualTo("pause");
        editor.breakOnEvent("NHRP");
        get(editor.adapter().restart(new RestartArguments()));
        assertThat(editor.stop().getReason()).isEqualTo("breakpoint");
    }

    @Test
    void aChangedValueStartsABranchInWhichTheRunGoesOn() {
        editor.launch(MODEL, "stopOnEntry", true);
        editor.configured();
        editor.breakOnEvent("NHRP \"Registration Request\" sent of Branch1");
        editor.resume();
        SetExpressionArguments change = new SetExpressionArguments();
        change.setExpression("HQ.interfaces[Tunnel100].lineProtocol");
        change.setValue("down");

        assertThat(get(editor.adapter().setExpression(change)).getValue()).isEqualTo("down");

        DataBreakpoint wanted = new DataBreakpoint();
        wanted.setDataId(change.getExpression());
        SetDataBreakpointsArguments arguments = new SetDataBreakpointsArguments();
        arguments.setBreakpoints(new DataBreakpoint[] {wanted});
        get(editor.adapter().setDataBreakpoints(arguments));
        editor.breakOnEvent("NHRP of HQ");
        editor.resume();
        assertThat(editor.evaluate("HQ.interfaces[Tunnel100].lineProtocol").getResult()).isEqualTo("down");
        assertThat(editor.output()).contains("Branch 1: fail HQ.Tunnel100 at ");
        change.setExpression("HQ.nhrp[10.0.0.11].state");
        assertThatThrownBy(() -> get(editor.adapter().setExpression(change))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLaunchIsCancelledWhileItsModelIsRead() throws Exception {
        Path large = folder.resolve("large.dmvpn");
        Files.writeString(large, Files.readString(MODEL).replace("Branch[1..2]", "Branch[1..150]"));

        CompletableFuture<Void> launched = editor.adapter().launch(Map.of("program", large.toString()));
        assertThat(editor.progress()).isEqualTo("begin Reading large.dmvpn");
        assertThatThrownBy(() -> get(editor.adapter().stepBack(new StepBackArguments()))).hasMessageContaining("No model is being debugged yet");
        get(editor.adapter().cancel(new CancelArguments()));

        assertThatThrownBy(() -> get(launched)).hasMessage("Cancelled: nothing is debugged");
        editor.launch(MODEL);
        assertThat(editor.configured().getReason()).as("another launch").isNotNull();
    }

    @Test
    void aChangeTellsHowFarItIsAndIsCancelled() throws Exception {
        Path large = folder.resolve("large.dmvpn");
        String text = Files.readString(MODEL).replace("Branch[1..2]", "Branch[1..60]");
        Files.writeString(large, text.substring(0, text.indexOf("scenario FirstPacket")));
        editor.launch(large, "until", "20min");
        assertThat(List.of(editor.progress(), editor.progress(), editor.progress())).startsWith("begin Reading large.dmvpn").endsWith("end");
        editor.configured(); // stands at its end: far from the beginning of a branch
        get(editor.adapter().stepBack(new StepBackArguments()));
        editor.stop();
        SetExpressionArguments change = new SetExpressionArguments();
        change.setExpression("HQ.interfaces[Tunnel100].lineProtocol");
        change.setValue("down");

        CompletableFuture<SetExpressionResponse> changed = editor.adapter().setExpression(change);
        assertThat(editor.progress()).isEqualTo("begin Changing the run");
        assertThat(editor.progress()).isEqualTo("Reading the changed model");
        assertThat(editor.progress()).startsWith("Going to ");
        assertThatThrownBy(() -> get(editor.adapter().stepBack(new StepBackArguments()))).hasMessageContaining("being changed");
        CancelArguments cancel = new CancelArguments();
        cancel.setProgressId("work");
        get(editor.adapter().cancel(cancel));

        assertThatThrownBy(() -> get(changed)).hasMessage("Cancelled: the run stays as it is");
        assertThat(editor.progress()).isEqualTo("end");
        assertThat(editor.evaluate("HQ.interfaces[Tunnel100].lineProtocol").getResult()).isEqualTo("up");
        get(editor.adapter().stepBack(new StepBackArguments()));
        assertThat(editor.stop().getReason()).isEqualTo("step");
    }

    @Test
    void aRunIsOnThePlatformOfItsLaunch() throws IOException {
        editor.launch(MODEL, "until", "99s", "platform", "frr");
        editor.configured();

        assertThat(editor.evaluate("Branch1.settings[gre100].holdingTime").getResult()).isEqualTo("600s");
        try (Editor other = new Editor()) {
            other.initialize();
            assertThatThrownBy(() -> other.launch(MODEL, "platform", "nobody")).hasMessage("'nobody' is no platform; there are cisco-iosxe, frr");
        }
    }

    @Test
    void aRowThatSharesItsKeyIsWatchedByItself() {
        editor.launch(MODEL, "until", "110s");
        editor.configured();
        EvaluateResponse table = editor.evaluate("Branch1.ipsec");

        List<Variable> rows = editor.variables(table.getVariablesReference(), 0, 0);

        assertThat(rows).extracting(Variable::getName).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        for (Variable row : rows) {
            assertThat(editor.evaluate(row.getEvaluateName()).getResult()).as(row.getEvaluateName()).endsWith(row.getValue());
        }
    }

    @Test
    void anExpectationThatIsNotMetStopsTheRun() throws IOException {
        Path failing = folder.resolve("failing.dmvpn");
        Files.writeString(failing, Files.readString(MODEL).replaceFirst("(scenario \\w+ \\{)", "$1 expect at 50s path Branch[1].lan to HQ.lan is via Branch[2]\n"));
        editor.launch(failing);
        SetExceptionBreakpointsArguments arguments = new SetExceptionBreakpointsArguments();
        arguments.setFilters(new String[] {"expectation"});
        get(editor.adapter().setExceptionBreakpoints(arguments));

        assertThat(editor.configured().getReason()).isEqualTo("breakpoint");

        assertThat(editor.evaluate("event.message").getResult()).isEqualTo("expectation violated");
    }

    @Test
    void requestsThatMeanNothingAreRefusedWithAReason() throws IOException {
        assertThatThrownBy(() -> get(editor.adapter().threads())).hasMessageContaining("No model is being debugged yet");
        assertThatThrownBy(() -> editor.launch(folder.resolve("none.dmvpn"))).hasMessageContaining("none.dmvpn");
        assertThatThrownBy(() -> editor.launch(MODEL, "scenario", "None")).hasMessageContaining("FirstPacket");
        assertThatThrownBy(() -> editor.launch(MODEL, "seed", "x")).hasMessageContaining("no whole number");
        Path wrong = Files.writeString(folder.resolve("wrong.dmvpn"), "network Wrong\nspoke B { join Nowhere as 10.0.0.1 }\n");
        assertThatThrownBy(() -> editor.launch(wrong)).hasMessageContaining("has errors");
        assertThat(editor.output()).contains("Nowhere");
        editor.launch(MODEL, "until", "2s");
        editor.configured();
        assertThatThrownBy(() -> editor.evaluate("Nobody.nhrp")).hasMessageContaining("'Nobody' is no router");
    }

    @Test
    void theProcessEndsWithTheEditor() throws Exception {
        editor.launch(MODEL);
        editor.configured();
        get(editor.adapter().terminate(new TerminateArguments()));
        editor.awaitTerminated();

        assertThat(editor.disconnect()).isZero();
    }

    @Test
    void aRunThatWasTerminatedTellsNothingMoreAndRefusesToGoOn() throws Exception {
        editor.launch(MODEL);
        editor.configured();
        get(editor.adapter().terminate(new TerminateArguments()));

        assertThatThrownBy(() -> get(editor.adapter().stepIn(new StepInArguments()))).hasMessageContaining("The run was terminated");
    }

    @Test
    void theProcessEndsWhenTheStreamDoes() throws Exception {
        editor.launch(MODEL, "stopOnEntry", true);

        assertThat(editor.closeStream()).isZero();
    }

    @Test
    void helpAndWrongUsageAreTold() throws Exception {
        for (String argument : List.of("--help", "--port")) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), Main.class.getName(), argument).redirectErrorStream(true).start();
            try (Stream<String> lines = process.inputReader().lines()) {
                assertThat(lines).anyMatch(line -> line.startsWith("Usage: dmvpn dap"));
            }
            assertThat(process.waitFor()).isEqualTo(argument.equals("--help") ? 0 : 2);
        }
    }
}
