package dmvpn.app.debug.console;

import dmvpn.app.debug.DebugLayer;
import dmvpn.app.debug.TimelineRow;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events and values as lines for a terminal. */
final class EventText {

    private EventText() {
    }

    /** One line: number, time, router, what happened. */
    static String line(TimelineRow row) {
        return String.format(Locale.ROOT, "#%-6d %10s  %-12s %-10s %s%s%s", row.event(), row.time(), row.router(), row.protocol(),
                row.message(), row.fields().isEmpty() ? "" : "  " + row.fields(), row.reason().isEmpty() ? "" : "  (" + row.reason() + ")");
    }

    /** The layers from the event outwards, each with its line of the model. */
    static List<String> lines(List<DebugLayer> layers) {
        List<String> lines = new ArrayList<>();
        for (DebugLayer layer : layers) {
            lines.add(layer.name() + place(layer.origin()));
            layer.variables().forEach(variable -> add(variable, "  ", lines));
        }
        return lines;
    }

    private static String place(Origin origin) {
        return origin.isKnown() ? "  [" + origin.file() + ":" + origin.line() + ", " + origin.element() + "]" : "";
    }

    /** A value with its parts below it. */
    static List<String> lines(DebugVariable variable) {
        List<String> lines = new ArrayList<>();
        add(variable, "", lines);
        return lines;
    }

    private static void add(DebugVariable variable, String indent, List<String> lines) {
        lines.add(indent + variable.name() + (variable.value().isEmpty() ? "" : " = " + variable.value()));
        variable.children().forEach(child -> add(child, indent + "  ", lines));
    }
}
