package dmvpn.dap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.ProgressEndEventArguments;
import org.eclipse.lsp4j.debug.ProgressStartEventArguments;
import org.eclipse.lsp4j.debug.ProgressUpdateEventArguments;
import org.eclipse.lsp4j.debug.ReverseContinueArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** An editor that talks to a debug adapter in a process of its own. */
final class Editor implements IDebugProtocolClient, AutoCloseable {

    private static final long SECONDS = 60;

    private final Process process;
    private final IDebugProtocolServer adapter;
    private final CompletableFuture<Void> initialized = new CompletableFuture<>();
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();
    private final BlockingQueue<StoppedEventArguments> stops = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> progress = new LinkedBlockingQueue<>();
    private final BlockingQueue<Breakpoint> changedBreakpoints = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();

    Editor() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Launcher<IDebugProtocolServer> launcher = DSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
        adapter = launcher.getRemoteProxy();
        launcher.startListening();
    }

    /** The adapter, for requests. */
    IDebugProtocolServer adapter() {
        return adapter;
    }

    Capabilities initialize() {
        InitializeRequestArguments arguments = new InitializeRequestArguments();
        arguments.setAdapterID("dmvpn");
        arguments.setSupportsProgressReporting(true);
        return get(adapter.initialize(arguments));
    }

    /** Launches a model, up to where breakpoints are set. */
    void launch(Path model, Object... namesAndValues) {
        Map<String, Object> arguments = new HashMap<>(Map.of("program", model.toString()));
        for (int index = 0; index < namesAndValues.length; index += 2) {
            arguments.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        get(adapter.launch(arguments));
        get(initialized);
    }

    /** All breakpoints are set: waits for the first stop. */
    StoppedEventArguments configured() {
        get(adapter.configurationDone(new ConfigurationDoneArguments()));
        return stop();
    }

    /** Waits for the next stop. */
    StoppedEventArguments stop() {
        return next("stop", stops);
    }

    /** Waits for the next breakpoint that the adapter says has changed. */
    Breakpoint changedBreakpoint() {
        return next("changed breakpoint", changedBreakpoints);
    }

    private static <T> T next(String what, BlockingQueue<T> queue) {
        try {
            T next = queue.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No " + what + " within " + SECONDS + " s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Waits for the end of the session. */
    void awaitTerminated() {
        get(terminated);
    }

    /** Waits for the next thing that is told of a progress: {@code begin TITLE}, a message, or {@code end}. */
    String progress() {
        return next("progress", progress);
    }

    /** What the adapter told so far. */
    synchronized String output() {
        return String.join("", output);
    }

    /** An answer; its error when the request was refused. */
    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new IllegalArgumentException(refused.getCause().getMessage(), refused.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    Breakpoint breakOnLine(Path model, int line, String condition, String hits, String log) {
        SourceBreakpoint wanted = new SourceBreakpoint();
        wanted.setLine(line);
        wanted.setCondition(condition);
        wanted.setHitCondition(hits);
        wanted.setLogMessage(log);
        Source source = new Source();
        source.setPath(model.toString());
        SetBreakpointsArguments arguments = new SetBreakpointsArguments();
        arguments.setSource(source);
        arguments.setBreakpoints(new SourceBreakpoint[] {wanted});
        return get(adapter.setBreakpoints(arguments)).getBreakpoints()[0];
    }

    Breakpoint breakOnEvent(String event) {
        FunctionBreakpoint wanted = new FunctionBreakpoint();
        wanted.setName(event);
        SetFunctionBreakpointsArguments arguments = new SetFunctionBreakpointsArguments();
        arguments.setBreakpoints(new FunctionBreakpoint[] {wanted});
        return get(adapter.setFunctionBreakpoints(arguments)).getBreakpoints()[0];
    }

    List<StackFrame> frames(int thread) {
        StackTraceArguments arguments = new StackTraceArguments();
        arguments.setThreadId(thread);
        return List.of(get(adapter.stackTrace(arguments)).getStackFrames());
    }

    List<Scope> scopes(int frame) {
        ScopesArguments arguments = new ScopesArguments();
        arguments.setFrameId(frame);
        return List.of(get(adapter.scopes(arguments)).getScopes());
    }

    List<Variable> variables(int reference, int start, int count) {
        VariablesArguments arguments = new VariablesArguments();
        arguments.setVariablesReference(reference);
        arguments.setStart(start);
        arguments.setCount(count);
        return List.of(get(adapter.variables(arguments)).getVariables());
    }

    EvaluateResponse evaluate(String expression) {
        EvaluateArguments arguments = new EvaluateArguments();
        arguments.setExpression(expression);
        return get(adapter.evaluate(arguments));
    }

    StoppedEventArguments resume() {
        get(adapter.continue_(new ContinueArguments()));
        return stop();
    }

    StoppedEventArguments reverse() {
        get(adapter.reverseContinue(new ReverseContinueArguments()));
        return stop();
    }

    /** Disconnects and waits for the end of the process, which does not wait for the stream to be closed. */
    int disconnect() throws InterruptedException {
        get(adapter.disconnect(new DisconnectArguments()));
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The adapter did not end within " + SECONDS + " s");
        }
        return process.exitValue();
    }

    /** Goes away without a word, and waits for the end of the process. */
    int closeStream() throws InterruptedException, IOException {
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The adapter did not end within " + SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void initialized() {
        initialized.complete(null);
    }

    @Override
    public void stopped(StoppedEventArguments stop) {
        stops.add(stop);
    }

    @Override
    public void breakpoint(BreakpointEventArguments event) {
        changedBreakpoints.add(event.getBreakpoint());
    }

    @Override
    public synchronized void output(OutputEventArguments told) {
        output.add(told.getOutput());
    }

    @Override
    public void progressStart(ProgressStartEventArguments begin) {
        progress.add("begin " + begin.getTitle());
    }

    @Override
    public void progressUpdate(ProgressUpdateEventArguments update) {
        progress.add(update.getMessage());
    }

    @Override
    public void progressEnd(ProgressEndEventArguments end) {
        progress.add("end");
    }

    @Override
    public void terminated(TerminatedEventArguments arguments) {
        terminated.complete(null);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
