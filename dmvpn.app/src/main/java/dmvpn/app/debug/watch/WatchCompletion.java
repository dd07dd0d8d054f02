package dmvpn.app.debug.watch;

import dmvpn.app.debug.value.RowNames;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can stand at a place of an expression.
 *
 * @param start characters in front of what is replaced
 * @param proposals what may stand there, in the order of the run
 */
public record WatchCompletion(int start, List<String> proposals) {

    /** Words that begin a value, besides the names of routers. */
    private static final List<String> WORDS = List.of(WatchPath.EVENT, WatchPath.TIME, "not", "exists", "absent");

    /** The way that ends at the caret: names behind dots, keys in brackets, the last one perhaps without its end. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][\\w-]*(?:\\.[\\w-]*|\\[[^\\]\\[]*\\])*(?:\\[[^\\]\\[]*)?$");

    /** @param before the expression in front of the caret */
    public static WatchCompletion at(String before, WatchScope scope) {
        Matcher matcher = PATH.matcher(before);
        String path = matcher.find() ? matcher.group() : "";
        int key = openBracket(path);
        int begun = (key >= 0 ? key : path.lastIndexOf('.')) + 1;
        String word = path.substring(begun);
        List<String> proposals = begun == 0 ? first(scope) : behind(path.substring(0, begun - 1), path.charAt(begun - 1), scope);
        String plain = word.toLowerCase(Locale.ROOT);
        return new WatchCompletion(before.length() - word.length(),
                proposals.stream().filter(each -> each.toLowerCase(Locale.ROOT).startsWith(plain)).toList());
    }

    /** Where the key begins that has no end yet; -1 when there is none. */
    private static int openBracket(String path) {
        int open = path.lastIndexOf('[');
        return open > path.lastIndexOf(']') ? open : -1;
    }

    private static List<String> first(WatchScope scope) {
        List<String> all = new ArrayList<>(scope.routers());
        all.addAll(WORDS);
        return all;
    }

    private static List<String> behind(String path, char separator, WatchScope scope) {
        if (path.equals(WatchPath.EVENT)) {
            List<String> parts = new ArrayList<>(WatchPath.EVENT_PARTS);
            scope.event().ifPresent(event -> event.fields().forEach(field -> parts.add(field.name())));
            return parts;
        }
        try {
            return behind(WatchExpression.parse(path).evaluate(scope), separator);
        } catch (WatchException nothingThere) {
            return List.of();
        }
    }

    private static List<String> behind(WatchValue value, char separator) {
        return switch (value) {
            case WatchValue.Router router -> separator == '.'
                    ? router.tables().stream().map(table -> Names.written(table.name())).toList() : List.of();
            case WatchValue.Table table -> separator == '.' ? List.of(WatchPath.COUNT) : keys(table.table());
            case WatchValue.Row row -> separator == '.' ? row.columns() : List.of();
            default -> List.of();
        };
    }

    private static List<String> keys(StateTable table) {
        return RowNames.of(table).stream().distinct()
                .map(name -> (name.endsWith("/32") ? name.substring(0, name.length() - 3) : name) + "]").toList();
    }
}
