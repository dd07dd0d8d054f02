package dmvpn.dap;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.Stop;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.progress.ProgressMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.BreakpointEventArgumentsReason;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.ContinuedEventArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.ReverseContinueArguments;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StepBackArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * The requests of an editor, each done by the one debugger of the product. Routers are threads, the layers of the event in hand
 * their frames, tables variables; steps are those of {@link Debugger}.
 */
final class DebugAdapter implements IDebugProtocolServer, DebuggedModel.Listener {

    private final DebugSessions sessions;
    private IDebugProtocolClient client;
    private Launch launch;
    /** Null before the launch. */
    private volatile DebuggedModel model;
    private final LongWork work = new LongWork();
    private final VariableStore variables = new VariableStore();
    private final AfterResponse afterResponse;
    private final Runnable ended;

    /** @param ended told when the editor has disconnected */
    DebugAdapter(DebugSessions sessions, AfterResponse afterResponse, Runnable ended) {
        this.sessions = sessions;
        this.afterResponse = afterResponse;
        this.ended = ended;
    }

    void connect(IDebugProtocolClient newClient) {
        client = newClient;
    }

    void close() {
        work.cancel();
        if (model != null) {
            model.control().close();
        }
    }

    @Override
    public CompletableFuture<Capabilities> initialize(InitializeRequestArguments arguments) {
        if (Boolean.TRUE.equals(arguments.getSupportsProgressReporting())) {
            work.showTo(client);
        }
        return CompletableFuture.completedFuture(OfferedCapabilities.all());
    }

    @Override
    public CompletableFuture<Void> launch(Map<String, Object> arguments) {
        try {
            launch = Launch.of(arguments);
        } catch (RequestException wrong) {
            throw refused(wrong.getMessage());
        }
        return work.begin("Reading " + launch.model().getFileName(), monitor -> model = read(monitor)).thenRun(client::initialized);
    }

    private DebuggedModel read(ProgressMonitor monitor) throws RequestException {
        try {
            DebuggedModel read = DebuggedModel.read(sessions, launch, variables, monitor, this);
            if (!monitor.isCancelled()) {
                return read;
            }
        } catch (RequestException refusal) {
            if (!monitor.isCancelled()) {
                throw refusal;
            }
        }
        throw new RequestException("Cancelled: nothing is debugged");
    }

    @Override
    public void tell(String line) {
        OutputEventArguments output = new OutputEventArguments();
        output.setCategory(OutputEventArgumentsCategory.CONSOLE);
        output.setOutput(line + "\n");
        client.output(output);
    }

    static ResponseErrorException refused(String sentence) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, sentence, null));
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    /** @throws ResponseErrorException when nothing has been launched yet */
    private void requireLaunched() {
        if (model == null) {
            throw refused("No model is being debugged yet");
        }
    }

    /** @throws ResponseErrorException while a value is being changed */
    private void requireNoChange() {
        if (work.isUnderWay()) {
            throw refused("A value is being changed: wait for it, or cancel it");
        }
    }

    private AdapterExpressions expressions() {
        return new AdapterExpressions(model.debugger(), variables);
    }

    private CompletableFuture<Void> run(Function<Debugger, Stop> command) {
        requireLaunched();
        if (model.control().isClosed()) {
            throw refused("The run was terminated");
        }
        requireNoChange();
        variables.clear();
        afterResponse.then(() -> model.control().run(command));
        return done();
    }

    @Override
    public void stopped(Stop stop) {
        if (stop.reason() == Stop.Reason.END) {
            tell("The run is over; it can be walked through backwards.");
        }
        StoppedEventArguments event = new StoppedEventArguments();
        event.setReason(reason(stop));
        event.setDescription(stop.breakpoint().map(hit -> hit.breakpoint().title()).orElse(null));
        stop.breakpoint().ifPresent(hit -> event.setHitBreakpointIds(new Integer[] {hit.number()}));
        event.setThreadId(model.frames().currentThread());
        event.setAllThreadsStopped(true);
        client.stopped(event);
    }

    private static String reason(Stop stop) {
        return switch (stop.reason()) {
            case BREAKPOINT -> StoppedEventArgumentsReason.BREAKPOINT;
            case INTERRUPTED -> StoppedEventArgumentsReason.PAUSE;
            case START -> StoppedEventArgumentsReason.ENTRY;
            case PLACE -> StoppedEventArgumentsReason.GOTO;
            case STEP, END, NOTHING_THERE -> StoppedEventArgumentsReason.STEP;
        };
    }

    @Override
    public void failed(Throwable defect) {
        tell("The simulation broke off, which is a defect of dmvpn: " + defect);
        client.terminated(new TerminatedEventArguments());
    }

    @Override
    public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
        requireLaunched();
        return run(launch.stopOnEntry() ? Debugger::restart : Debugger::resume);
    }

    @Override
    public CompletableFuture<SetBreakpointsResponse> setBreakpoints(SetBreakpointsArguments arguments) {
        requireLaunched();
        SourceBreakpoint[] wanted = arguments.getBreakpoints() == null ? new SourceBreakpoint[0] : arguments.getBreakpoints();
        SetBreakpointsResponse response = new SetBreakpointsResponse();
        response.setBreakpoints(array(model.breakpoints().setLines(Path.of(arguments.getSource().getPath()), wanted)));
        return CompletableFuture.completedFuture(response);
    }

    private static Breakpoint[] array(List<Breakpoint> set) {
        return set.toArray(Breakpoint[]::new);
    }

    @Override
    public CompletableFuture<SetFunctionBreakpointsResponse> setFunctionBreakpoints(SetFunctionBreakpointsArguments arguments) {
        requireLaunched();
        SetFunctionBreakpointsResponse response = new SetFunctionBreakpointsResponse();
        response.setBreakpoints(array(model.breakpoints().setEvents(arguments.getBreakpoints())));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(SetExceptionBreakpointsArguments arguments) {
        requireLaunched();
        boolean wanted = List.of(arguments.getFilters()).contains(AdapterBreakpoints.EXPECTATIONS);
        SetExceptionBreakpointsResponse response = new SetExceptionBreakpointsResponse();
        response.setBreakpoints(array(model.breakpoints().setExpectations(wanted)));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<DataBreakpointInfoResponse> dataBreakpointInfo(DataBreakpointInfoArguments arguments) {
        requireLaunched();
        return CompletableFuture.completedFuture(expressions().watchable(arguments));
    }

    @Override
    public CompletableFuture<SetDataBreakpointsResponse> setDataBreakpoints(SetDataBreakpointsArguments arguments) {
        requireLaunched();
        SetDataBreakpointsResponse response = new SetDataBreakpointsResponse();
        response.setBreakpoints(array(model.breakpoints().setChanges(arguments.getBreakpoints())));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<ThreadsResponse> threads() {
        requireLaunched();
        ThreadsResponse response = new ThreadsResponse();
        response.setThreads(model.frames().threads());
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
        requireLaunched();
        int start = arguments.getStartFrame() == null ? 0 : arguments.getStartFrame();
        int count = arguments.getLevels() == null ? 0 : arguments.getLevels();
        return CompletableFuture.completedFuture(model.frames().stackTrace(arguments.getThreadId(), start, count));
    }

    @Override
    public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
        requireLaunched();
        SourceResponse response = new SourceResponse();
        response.setContent(model.sources().text(arguments.getSourceReference()).orElseThrow(() -> refused("There is no such text")));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
        requireLaunched();
        ScopesResponse response = new ScopesResponse();
        response.setScopes(model.frames().scopes(arguments.getFrameId()));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
        VariablesResponse response = new VariablesResponse();
        int start = arguments.getStart() == null ? 0 : arguments.getStart();
        int count = arguments.getCount() == null ? 0 : arguments.getCount();
        response.setVariables(variables.parts(arguments.getVariablesReference(), start, count).toArray(Variable[]::new));
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments) {
        requireLaunched();
        try {
            return CompletableFuture.completedFuture(expressions().evaluate(arguments));
        } catch (WatchException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    @Override
    public CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
        requireLaunched();
        SetVariableResponse response = new SetVariableResponse();
        response.setValue(arguments.getValue());
        return change(variables.expression(arguments.getVariablesReference(), arguments.getName())
                .orElseThrow(() -> refused("This is a value of a past event, which cannot be changed")) + " = " + arguments.getValue())
                .thenApply(changed -> response);
    }

    @Override
    public CompletableFuture<SetExpressionResponse> setExpression(SetExpressionArguments arguments) {
        requireLaunched();
        SetExpressionResponse response = new SetExpressionResponse();
        response.setValue(arguments.getValue());
        return change(arguments.getExpression() + " = " + arguments.getValue()).thenApply(changed -> response);
    }

    private CompletableFuture<Void> change(String text) {
        DebuggedModel left = model;
        if (left.control().isRunning()) {
            throw refused("The run goes on: pause it, then change values");
        }
        return work.begin("Changing the run", monitor -> {
            model = left.changed(text, monitor);
            left.control().close();
        });
    }

    @Override
    public CompletableFuture<Void> cancel(CancelArguments arguments) {
        work.cancel(); // nothing else can be cancelled: a run is paused
        return done();
    }

    @Override
    public CompletableFuture<CompletionsResponse> completions(CompletionsArguments arguments) {
        requireLaunched();
        return CompletableFuture.completedFuture(expressions().completions(arguments));
    }

    @Override
    public CompletableFuture<ContinueResponse> continue_(ContinueArguments arguments) {
        ContinueResponse response = new ContinueResponse();
        response.setAllThreadsContinued(true);
        return run(Debugger::resume).thenApply(nothing -> response);
    }

    @Override
    public CompletableFuture<Void> reverseContinue(ReverseContinueArguments arguments) {
        return run(Debugger::reverse);
    }

    @Override
    public CompletableFuture<Void> next(NextArguments arguments) {
        requireLaunched();
        int router = Frames.router(arguments.getThreadId());
        if (model.debugger().session().routers().stream().noneMatch(each -> each.node() == router)) {
            throw refused("There is no thread " + arguments.getThreadId());
        }
        return run(each -> each.stepOver(router));
    }

    @Override
    public CompletableFuture<Void> stepIn(StepInArguments arguments) {
        return run(Debugger::stepInto);
    }

    @Override
    public CompletableFuture<Void> stepOut(StepOutArguments arguments) {
        return run(Debugger::stepReturn);
    }

    @Override
    public CompletableFuture<Void> stepBack(StepBackArguments arguments) {
        return run(Debugger::stepBack);
    }

    @Override
    public CompletableFuture<Void> pause(PauseArguments arguments) {
        requireLaunched();
        model.control().interrupt();
        return done();
    }

    @Override
    public CompletableFuture<Void> restart(RestartArguments arguments) {
        requireLaunched();
        requireNoChange();
        DebuggedModel former = model;
        try {
            model = DebuggedModel.read(sessions, launch, variables, ProgressMonitor.NONE, this); // its text may be another one now
        } catch (RequestException wrong) {
            throw refused("The run goes on as it is: " + wrong.getMessage());
        }
        former.control().close();
        variables.clear();
        List<Breakpoint> changed = model.breakpoints().takeOver(former.breakpoints());
        afterResponse.then(() -> {
            changed.forEach(this::changed);
            if (!launch.stopOnEntry()) {
                client.continued(continued());
            }
            model.control().run(launch.stopOnEntry() ? Debugger::restart : Debugger::resume);
        });
        return done();
    }

    private void changed(Breakpoint breakpoint) {
        BreakpointEventArguments event = new BreakpointEventArguments();
        event.setReason(BreakpointEventArgumentsReason.CHANGED);
        event.setBreakpoint(breakpoint);
        client.breakpoint(event);
    }

    private ContinuedEventArguments continued() {
        ContinuedEventArguments event = new ContinuedEventArguments();
        event.setThreadId(model.frames().currentThread());
        event.setAllThreadsContinued(true);
        return event;
    }

    @Override
    public CompletableFuture<Void> terminate(TerminateArguments arguments) {
        close();
        afterResponse.then(() -> client.terminated(new TerminatedEventArguments()));
        return done();
    }

    @Override
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        close();
        afterResponse.then(ended);
        return done();
    }
}
