package dmvpn.app.debug.branch;

import dmvpn.app.RequestException;
import dmvpn.app.debug.value.TunnelSettings;
import dmvpn.app.debug.watch.PartPath;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import dmvpn.app.debug.watch.WatchScope;
import dmvpn.app.debug.watch.WatchValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a person wants to be another one, such as {@code Branch1.settings[Tunnel100].holdingTime = 30s}, as the action of
 * a scenario that makes it so. Few values can be changed: what follows from others, as a cache does, cannot.
 */
public final class ChangedValue {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)\\s*(\\S+?)\\.([\\w]+)\\[([^\\]]+)\\]\\.(\\w+)\\s*=\\s*(\\S.*)");
    private static final List<String> LINE_STATES = List.of("up", "down");
    private static final Pattern VALUE = Pattern.compile("[\\w.%-]+");

    private ChangedValue() {
    }

    /** True for a text that gives a value to something, not for an action of the language. */
    public static boolean isOne(String text) {
        return ASSIGNMENT.matcher(text).matches();
    }

    /**
     * Whether a value can be changed.
     *
     * @param path the expression that leads to it, with the table and the column by their names
     */
    public static boolean isChangeable(String path) {
        return PartPath.cell(path).map(cell -> isChangeable(cell.table(), cell.column())).orElse(false);
    }

    private static boolean isChangeable(String table, String column) {
        return table.equals("Interfaces") && column.equals("lineProtocol") || table.equals(TunnelSettings.TABLE) && TunnelSettings.isChangeable(column);
    }

    /**
     * Whether a value can become another one, as far as that can be said without looking at the run.
     *
     * @param path as with {@link #isChangeable}
     */
    public static boolean accepts(String path, String value) {
        return PartPath.cell(path).filter(cell -> isChangeable(cell.table(), cell.column()) && VALUE.matcher(value.strip()).matches())
                .filter(cell -> cell.table().equals(TunnelSettings.TABLE) || LINE_STATES.contains(value.strip())).isPresent();
    }

    /**
     * The action that gives a value.
     *
     * @param scope the run
     * @param referenceOf how the model refers to a router
     * @throws RequestException when nothing is called so, when it cannot be changed, or not to that value
     */
    public static String action(String text, WatchScope scope, UnaryOperator<String> referenceOf) throws RequestException {
        Matcher parts = ASSIGNMENT.matcher(text);
        if (!parts.matches()) {
            throw new RequestException("A value is changed as in Branch1.interfaces[Tunnel100].lineProtocol = down");
        }
        String value = parts.group(5).strip();
        if (!VALUE.matcher(value).matches()) {
            throw new RequestException("'" + value + "' is no value");
        }
        try {
            String router = scope.requireRouter(parts.group(1));
            String reference = referenceOf.apply(router);
            String path = router + "." + parts.group(2);
            if (!(WatchExpression.parse(path).evaluate(scope) instanceof WatchValue.Table table)) {
                throw new RequestException(router + " has no power");
            }
            if (!(WatchExpression.parse(path + "[" + parts.group(3) + "]").evaluate(scope) instanceof WatchValue.Row row)) {
                throw new RequestException(path + " has no row " + parts.group(3));
            }
            String column = column(row.columns(), parts.group(4));
            return action(reference, table.table().name(), row, column, value);
        } catch (WatchException wrong) {
            throw new RequestException(wrong.getMessage());
        }
    }

    private static String column(List<String> columns, String written) throws RequestException {
        Optional<String> exact = columns.stream().filter(written::equalsIgnoreCase).findFirst();
        return exact.or(() -> columns.stream().filter(each -> each.toLowerCase(Locale.ROOT)
                .startsWith(written.toLowerCase(Locale.ROOT))).findFirst())
                .orElseThrow(() -> new RequestException("'" + written + "' is no column; there are " + String.join(", ", columns)));
    }

    private static String action(String router, String table, WatchValue.Row row, String column, String value) throws RequestException {
        if (!isChangeable(table, column)) {
            throw new RequestException("'" + column + "' of " + table + " follows from other things and cannot be changed itself");
        }
        String name = row.cells().get(0);
        if (!table.equals(TunnelSettings.TABLE)) {
            return switch (value) {
                case "up" -> "restore " + router + "." + name;
                case "down" -> "fail " + router + "." + name;
                default -> throw new RequestException("A line is up or down, not '" + value + "'");
            };
        }
        String cloud = row.cells().get(row.columns().indexOf(TunnelSettings.CLOUD));
        return "change " + router + " in " + cloud + " { " + TunnelSettings.clause(column, value) + " }";
    }
}
