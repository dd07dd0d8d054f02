package dmvpn.app.debug.console;

import dmvpn.app.RequestException;
import dmvpn.app.console.Console;
import dmvpn.app.debug.Branch;
import dmvpn.app.debug.BranchComparison;
import dmvpn.app.debug.Branches;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.RouterState;
import dmvpn.app.debug.Stop;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.app.debug.breakpoint.Breakpoints.Listed;
import dmvpn.app.debug.breakpoint.Trigger;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.StateVariables;
import dmvpn.app.debug.watch.WatchCompletion;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.time.Durations;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A debugger that reads typed commands. */
public final class DebugConsole implements Console {

    private static final int EVENTS_AROUND = 5;

    private final Path model;
    private final Branches branches;
    private final List<String> watched = new ArrayList<>();
    private boolean over;
    private volatile boolean interrupted;

    /** @param model the file of the model, which line breakpoints without a file are of */
    public DebugConsole(Path model, Branches branches) {
        this.model = model;
        this.branches = branches;
    }

    /** That of the current branch. */
    private Debugger debugger() {
        return branches.current().debugger();
    }

    /** Where the run stands. */
    @Override
    public String prompt() {
        return "(" + session().timeText() + ") ";
    }

    /** True behind {@code quit}. */
    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void interrupt() {
        interrupted = true;
        debugger().interrupt();
    }

    private DebugSession session() {
        return debugger().session();
    }

    @Override
    public List<String> execute(String line) throws RequestException {
        interrupted = false;
        debugger().clearInterrupt();
        String[] words = line.strip().split("\\s+", 2);
        if (words[0].isEmpty()) {
            return List.of();
        }
        List<DebugCommand> meant = DebugCommand.meantBy(words[0]);
        if (meant.size() != 1) {
            throw new RequestException(meant.isEmpty() ? "'" + words[0] + "' is no command; 'help' lists them"
                    : "'" + words[0] + "' can mean " + String.join(", ", meant.stream().map(DebugCommand::word).toList()));
        }
        try {
            return execute(meant.get(0), words.length == 1 ? "" : words[1].strip());
        } catch (WatchException wrong) {
            throw new RequestException(wrong.getMessage());
        }
    }

    private List<String> execute(DebugCommand command, String operand) throws RequestException, WatchException {
        return switch (command) {
            case STEP -> repeated(operand, debugger()::stepInto);
            case OVER -> stopped(debugger().stepOver(router(operand)));
            case RETURN -> stopped(debugger().stepReturn());
            case BACK -> repeated(operand, debugger()::stepBack);
            case BACK_OVER -> stopped(debugger().stepBackOver(router(operand)));
            case CONTINUE -> stopped(debugger().resume());
            case REVERSE -> stopped(debugger().reverse());
            case UNTIL -> stopped(debugger().runTo(Durations.parse(operand)));
            case LINE -> line(operand);
            case GOTO -> stopped(debugger().goTo(number(operand, "an event")));
            case RESTART -> stopped(debugger().restart());
            case BREAK -> set(BreakpointText.parse(operand, model));
            case BREAKPOINTS -> debugger().breakpoints().all().stream().map(this::listed).toList();
            case DELETE -> delete(number(operand, "a breakpoint"));
            case ENABLE -> enable(number(operand, "a breakpoint"), true);
            case DISABLE -> enable(number(operand, "a breakpoint"), false);
            case SAVE -> save(operand);
            case LOAD -> load(operand);
            case PRINT -> EventText.lines(debugger().evaluate(operand).variable(operand));
            case WATCH -> watch(operand);
            case UNWATCH -> {
                watched.clear();
                yield List.of();
            }
            case WHERE -> where();
            case TABLES -> tables(operand);
            case SHOW -> show(operand);
            case EVENTS -> events(operand.isEmpty() ? EVENTS_AROUND : number(operand, "events"));
            case SET -> change(operand);
            case BRANCHES -> branches.all().stream().map(this::listed).toList();
            case BRANCH -> goToBranch(number(operand, "a branch"));
            case COMPARE -> compare(operand);
            case KEEPALIVES -> keepAlives(operand);
            case HELP -> help(operand);
            case QUIT -> {
                over = true;
                yield List.of();
            }
        };
    }

    private List<String> line(String place) throws RequestException {
        if (BreakpointText.parse("line " + place, model).trigger() instanceof Trigger.Line line) {
            return stopped(debugger().runToLine(line.file(), line.line()));
        }
        throw new RequestException("Behind 'line' stands the number of a line");
    }

    private List<String> repeated(String operand, Supplier<Stop> step) throws RequestException {
        int times = operand.isEmpty() ? 1 : number(operand, "steps");
        if (times == 0) {
            return List.of();
        }
        Stop stop = step.get();
        for (int done = 1; done < times && stop.reason() == Stop.Reason.STEP; done++) {
            stop = step.get();
        }
        return stopped(stop);
    }

    private static int number(String operand, String what) throws RequestException {
        if (operand.matches("\\d{1,9}")) {
            return Integer.parseInt(operand);
        }
        throw new RequestException("'" + operand + "' is not the number of " + what);
    }

    /** Index of the router that is named, by default that of the event in hand. */
    private int router(String name) throws RequestException, WatchException {
        if (name.isEmpty()) {
            if (session().eventRouter() < 0) {
                throw new RequestException("No event is in hand yet: name a router");
            }
            return session().eventRouter();
        }
        String host = debugger().scope().requireRouter(name);
        return session().routers().stream().filter(each -> each.name().equals(host)).findFirst().map(RouterState::node).orElseThrow();
    }

    private List<String> stopped(Stop stop) {
        List<String> lines = new ArrayList<>();
        switch (stop.reason()) {
            case BREAKPOINT -> lines.add("stopped by breakpoint " + stop.breakpoint().map(this::listed).orElse(""));
            case END -> lines.add("the run is over");
            case START -> lines.add("before the first event");
            case INTERRUPTED -> lines.add("interrupted");
            case NOTHING_THERE -> lines.add("nothing begins in this line that events name: the run stays where it is");
            case STEP, PLACE -> { } // what was asked for
        }
        session().rowInHand().map(EventText::line).ifPresent(lines::add);
        for (String expression : watched) {
            lines.add("  " + expression + " = " + valueOf(expression));
        }
        return lines;
    }

    private String valueOf(String expression) {
        try {
            return debugger().evaluate(expression).text();
        } catch (WatchException wrong) {
            return "<" + wrong.getMessage() + ">";
        }
    }

    private List<String> set(Breakpoint breakpoint) throws WatchException {
        Listed set = debugger().breakpoints().add(breakpoint, debugger().scope());
        List<String> lines = new ArrayList<>(List.of(listed(set)));
        if (!set.bound()) {
            lines.add("  nothing begins in this line that events name: it stops only at other events of the line");
        }
        return lines;
    }

    private String listed(Listed each) {
        return each.number() + ": " + BreakpointText.of(each.breakpoint(), model)
                + (each.hits() == 0 ? "" : each.hits() == 1 ? "  (1 hit)" : "  (" + each.hits() + " hits)");
    }

    private List<String> delete(int number) throws RequestException {
        if (!debugger().breakpoints().remove(number)) {
            throw noBreakpoint(number);
        }
        return List.of();
    }

    private RequestException noBreakpoint(int number) {
        return new RequestException("There is no breakpoint " + number + "; 'breakpoints' lists them");
    }

    private List<String> enable(int number, boolean enabled) throws RequestException, WatchException {
        Listed found = debugger().breakpoints().all().stream().filter(each -> each.number() == number).findFirst()
                .orElseThrow(() -> noBreakpoint(number));
        debugger().breakpoints().replace(number, found.breakpoint().enabled(enabled), debugger().scope());
        return List.of();
    }

    private List<String> save(String file) throws RequestException {
        StringBuilder text = new StringBuilder();
        debugger().breakpoints().all().forEach(each -> text.append(BreakpointText.of(each.breakpoint(), model)).append('\n'));
        try {
            AtomicFiles.write(path(file), text.toString());
        } catch (IOException failed) {
            throw new RequestException("Cannot write " + file + ": " + failed.getMessage());
        }
        return List.of();
    }

    private static Path path(String file) throws RequestException {
        if (file.isEmpty()) {
            throw new RequestException("The name of a file is missing");
        }
        return Path.of(file);
    }

    private List<String> load(String file) throws RequestException, WatchException {
        List<String> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path(file))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.addAll(set(BreakpointText.parse(line, model)));
                }
            }
        } catch (IOException failed) {
            throw new RequestException("Cannot read " + file + ": it is missing or no text in UTF-8");
        }
        return lines;
    }

    private List<String> watch(String expression) throws WatchException {
        List<String> lines = EventText.lines(debugger().evaluate(expression).variable(expression));
        watched.add(expression);
        return lines;
    }

    private List<String> where() {
        if (session().event().isEmpty()) {
            return List.of(session().timeText());
        }
        List<String> lines = new ArrayList<>(session().rowInHand().map(EventText::line).stream().toList());
        session().seen().causes().forEach(cause -> lines.add("  caused by " + EventText.line(cause)));
        lines.addAll(EventText.lines(session().seen().layers(session().eventRouter())));
        return lines;
    }

    private List<String> tables(String router) throws RequestException, WatchException {
        int node = router(router);
        List<String> lines = new ArrayList<>();
        for (DebugVariable table : session().seen().stateOf(node)) {
            lines.addAll(EventText.lines(new DebugVariable(table.name(), table.value(), StateVariables.withoutParts(table.children()))));
        }
        return lines;
    }

    private List<String> show(String operand) throws RequestException, WatchException {
        String[] words = operand.split("\\s+", 2);
        Optional<String> named = debugger().scope().router(words[0]);
        String command = "show " + (named.isPresent() ? words.length == 1 ? "" : words[1] : operand);
        int node = router(named.orElse(""));
        return session().seen().show(node, command);
    }

    private List<String> events(int around) {
        int here = session().rowCount(Math.max(session().eventIndex(), 0));
        int from = Math.max(0, here - around);
        return session().rows(from, here + around + 1 - from).stream()
                .map(row -> (row.event() == session().eventIndex() ? "> " : "  ") + EventText.line(row)).toList();
    }

    private List<String> change(String text) throws RequestException {
        if (text.isEmpty()) {
            throw new RequestException("Behind 'set' stands what a scenario can do, such as 'fail HQ' or 'loss 5% on Internet', or a value, "
                    + "as in Branch1.interfaces[Tunnel100].lineProtocol = down");
        }
        return List.of(listed(branches.change(branches.current(), text, () -> interrupted)));
    }

    private String listed(Branch branch) {
        return (branch.number() == branches.current().number() ? "> " : "  ") + branch.number() + ": " + branch.title() + "  ("
                + branch.debugger().session().timeText() + ")";
    }

    private List<String> goToBranch(int number) throws RequestException {
        return Stream.concat(Stream.of(listed(branches.select(number))), session().rowInHand().map(EventText::line).stream()).toList();
    }

    /** With the branch that is named, by default the one that the current one left; up to an instant, by default that of here. */
    private List<String> compare(String operand) throws RequestException {
        String[] words = operand.isEmpty() ? new String[0] : operand.split("\\s+");
        Branch here = branches.current();
        Branch other = branches.requireBranch(words.length == 0 ? here.parent() : number(words[0], "a branch"));
        Duration instant = words.length > 1 ? Durations.parse(words[1])
                : Duration.ofNanos(session().event().map(RecordedEvent::timeNanos).orElse(0L));
        return BranchComparison.of(other, here, instant, () -> interrupted)
                .map(comparison -> ComparisonText.lines(other, here, comparison)).orElse(List.of("interrupted"));
    }

    private List<String> keepAlives(String operand) throws RequestException {
        switch (operand) {
            case "on" -> session().showKeepAlives(true);
            case "off" -> session().showKeepAlives(false);
            default -> throw new RequestException("Behind 'keepalives' stands 'on' or 'off'");
        }
        return List.of();
    }

    private static List<String> help(String operand) {
        if (operand.equals(DebugCommand.BREAK.word())) {
            List<String> lines = new ArrayList<>(BreakpointText.FORMS.stream().map(form -> "break " + form).toList());
            lines.add("behind each: of ROUTER, hits N, tell \"TEXT with {EXPRESSION}\", disabled, and at the end when EXPRESSION");
            return lines;
        }
        return Stream.of(DebugCommand.values()).filter(each -> operand.isEmpty() || each.word().startsWith(operand))
                .map(each -> String.format(Locale.ROOT, "%-24s %s", each.usage(), each.help())).toList();
    }

    @Override
    public List<String> completions(List<String> before, String begun) {
        if (before.isEmpty()) {
            return Stream.of(DebugCommand.values()).map(DebugCommand::word).filter(word -> word.startsWith(begun)).toList();
        }
        List<DebugCommand> meant = DebugCommand.meantBy(before.get(0));
        if (meant.size() != 1) {
            return List.of();
        }
        return switch (meant.get(0)) {
            case PRINT, WATCH -> expressions(begun);
            case OVER, BACK_OVER, TABLES, SHOW -> before.size() > 1 ? List.of()
                    : debugger().scope().routers().stream().filter(name -> name.startsWith(begun)).toList();
            case BREAK -> before.size() == 1
                    ? BreakpointText.FORMS.stream().map(form -> form.split(" ")[0]).filter(word -> word.startsWith(begun)).toList()
                    : before.contains("change") || before.contains("when") ? expressions(begun)
                    : Stream.of("of", "hits", "tell", "when", "sent", "received").filter(word -> word.startsWith(begun)).toList();
            default -> List.of();
        };
    }

    private List<String> expressions(String begun) {
        WatchCompletion completion = WatchCompletion.at(begun, debugger().scope());
        return completion.proposals().stream().map(each -> begun.substring(0, completion.start()) + each).toList();
    }
}
