package dmvpn.app.show;

import dmvpn.app.RequestException;
import dmvpn.app.console.Console;
import dmvpn.app.scenario.KnownRouters;
import dmvpn.app.scenario.Runs;
import dmvpn.app.time.Durations;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.sim.RouterView;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.trace.json.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The console of a router at an instant of a run. Beside the router's own commands it knows {@code at}, {@code step},
 * {@code back} and {@code router}, which go elsewhere in the run. Belongs to one thread.
 */
public final class RouterConsole implements Console {

    private static final List<String> OWN_COMMANDS = List.of("at T", "step", "back", "router R", "help", "exit");

    private final CompiledNetwork network;
    private final Optional<String> scenario;
    private final TimeTravel<SteppedRun> travel;
    private String router = "";

    RouterConsole(CompiledNetwork network, Optional<String> scenario, TimeTravel<SteppedRun> travel) {
        this.network = network;
        this.scenario = scenario;
        this.travel = travel;
    }

    /** The router and the instant, such as {@code HQ 12.500#}. */
    @Override
    public String prompt() {
        return router + " " + TimeText.instant(travel.simulation().nowNanos()) + "# ";
    }

    long endNanos() {
        return travel.simulation().endNanos();
    }

    /**
     * Goes to an instant.
     *
     * @throws RequestException when the run has no such instant
     */
    public void at(Duration instant) throws RequestException {
        if (instant.isNegative() || instant.compareTo(Duration.ofNanos(endNanos())) > 0) {
            throw new RequestException("The run" + scenario.map(name -> " of scenario " + name).orElse("")
                    + " has no such instant: it goes from 0s to " + TimeText.duration(endNanos()));
        }
        travel.runTo(instant);
        if (travel.simulation().nowNanos() < instant.toNanos()) {
            Runs.requireSound(travel.simulation());
        }
    }

    /**
     * Goes to a router.
     *
     * @throws RequestException when the network has none of that name; it says which it has
     */
    public void router(String name) throws RequestException {
        List<String> names = travel.simulation().routers().stream().map(RouterView::name).toList();
        router = network.devices().stream().filter(device -> device.reference().equals(name)).map(Device::name).findFirst()
                .or(() -> names.stream().filter(name::equals).findFirst())
                .orElseThrow(() -> new RequestException("Network " + network.name() + " has no router '" + name
                        + "'; " + KnownRouters.in(names)));
    }

    /** Commands of the router now, in its order; none without power. */
    public List<String> commands() {
        return RouterCommands.of(view());
    }

    @Override
    public List<String> completions(List<String> before, String begun) {
        List<String> lines = new ArrayList<>(commands());
        lines.addAll(List.of("at", "step", "back", "help", "exit"));
        network.devices().forEach(device -> lines.add("router " + device.name()));
        return CommandWords.next(before, begun, lines);
    }

    /** Prints a table, or goes elsewhere. */
    @Override
    public List<String> execute(String line) throws RequestException {
        List<String> words = CommandWords.of(line);
        if (words.isEmpty()) {
            return List.of();
        }
        String argument = line.strip().substring(words.get(0).length()).strip();
        switch (words.get(0)) {
            case "at" -> at(Durations.parse(argument));
            case "router" -> router(argument);
            case "step" -> requireMoved(travel.stepForward(), "This is the end of the run; 'back' and 'at T' lead to earlier instants");
            case "back" -> requireMoved(travel.stepBack(), "This is the start of the run; 'step' and 'at T' lead to later instants");
            case "help", "?" -> {
                return help();
            }
            default -> {
                return show(line);
            }
        }
        return List.of();
    }

    private static void requireMoved(boolean moved, String sentence) throws RequestException {
        if (!moved) {
            throw new RequestException(sentence);
        }
    }

    private List<String> help() {
        List<String> lines = new ArrayList<>(commands());
        lines.addAll(OWN_COMMANDS);
        return lines;
    }

    /**
     * The table that a command of the router prints, or the commands that a line with a question mark at its end may become.
     *
     * @throws RequestException when it has no such command now; it says which it has
     */
    public List<String> show(String command) throws RequestException {
        return RouterCommands.show(view(), command);
    }

    /**
     * The tables behind a command as JSON, one object a line with the router, the instant, the table and its rows.
     *
     * @param command a command of the router; empty for all tables
     * @throws RequestException when it has no such command now, or no power; it says which it has
     */
    public List<String> json(Optional<String> command) throws RequestException {
        RouterCommands.requirePower(view());
        List<StateTable> all = view().stateTables();
        List<StateTable> tables = command.isEmpty() ? all : ShownTables.of(full(command.get()), all);
        return tables.stream().map(this::json).toList();
    }

    private String json(StateTable table) {
        StringBuilder line = new StringBuilder();
        JsonWriter json = new JsonWriter(line).beginObject();
        json.name("type").value("table");
        json.name("router").value(router);
        json.name("timeNanos").value(travel.simulation().nowNanos());
        json.name("time").value(TimeText.instant(travel.simulation().nowNanos()));
        json.name("table").value(table.name());
        json.name("rows").beginArray();
        for (List<String> row : table.rows()) {
            json.beginObject();
            for (int column = 0; column < table.columns().size(); column++) {
                json.name(table.columns().get(column)).value(row.get(column));
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return line.toString();
    }

    private String full(String command) throws RequestException {
        return RouterCommands.full(view(), command);
    }

    private RouterView view() {
        return travel.simulation().routerNamed(router).orElseThrow();
    }
}
