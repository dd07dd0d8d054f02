package dmvpn.app.debug.table;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.show.RouterCommands;
import dmvpn.sim.RouterView;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a router answers at the instant at which a run stands.
 *
 * @param router name of the router
 * @param event index of the event in hand
 * @param command what was asked; empty for its tables
 * @param tables its tables; none without power, or when a command was asked
 * @param lines what the command printed
 * @param problem why there is nothing, for people; empty when there is
 */
public record RouterTables(String router, int event, String command, List<StateTable> tables, List<String> lines, String problem) {

    /** Keeps immutable copies of the lists. */
    public RouterTables {
        tables = List.copyOf(tables);
        lines = List.copyOf(lines);
    }

    /**
     * Asks a router.
     *
     * @param router index of the router
     * @param command a show command, whose words may be cut short; empty for all tables
     */
    public static RouterTables read(DebugSession session, int router, String command) {
        return session.ofRouter(router, view -> read(view, session.eventIndex(), command.strip()))
                .orElseGet(() -> new RouterTables("", session.eventIndex(), command, List.of(), List.of(), "There is no such router"));
    }

    private static RouterTables read(RouterView view, int event, String command) {
        if (!view.isPowered()) {
            return new RouterTables(view.name(), event, command, List.of(), List.of(), view.name() + " is without power now");
        }
        if (command.isEmpty()) {
            return new RouterTables(view.name(), event, command, view.stateTables(), List.of(), "");
        }
        try {
            return new RouterTables(view.name(), event, command, List.of(), RouterCommands.show(view, command), "");
        } catch (RequestException unknown) {
            return new RouterTables(view.name(), event, command, List.of(), List.of(), unknown.getMessage());
        }
    }

    /**
     * The tables with what became of them.
     *
     * @param before what the router answered at another instant
     */
    public List<ComparedTable> comparedWith(Optional<RouterTables> before) {
        Optional<RouterTables> same = before.filter(this::isComparable);
        List<ComparedTable> compared = new ArrayList<>();
        for (StateTable table : tables) {
            compared.add(ComparedTable.of(table, same.map(earlier -> earlier.table(table))));
        }
        return compared;
    }

    /** The lines with what became of them. */
    public List<ComparedLine> linesComparedWith(Optional<RouterTables> before) {
        return ComparedLine.of(lines, before.filter(this::isComparable).map(RouterTables::lines));
    }

    private boolean isComparable(RouterTables other) {
        return router.equals(other.router) && command.equals(other.command) && other.problem.isEmpty();
    }

    private StateTable table(StateTable like) {
        return tables.stream().filter(table -> table.name().equals(like.name())).findFirst()
                .orElseGet(() -> new StateTable(like.name(), like.columns(), List.of()));
    }
}
