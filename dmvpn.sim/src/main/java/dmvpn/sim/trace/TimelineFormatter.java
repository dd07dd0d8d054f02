package dmvpn.sim.trace;

import java.util.List;

/** Prints recorded events as lines of a timeline: time, router, protocol, message, key fields, reason. */
public final class TimelineFormatter {

    private static final int TIME_WIDTH = 9;
    private static final int PROTOCOL_WIDTH = 9;
    private static final int WIDEST_NODE_COLUMN = 20;

    private final int nodeWidth;

    /**
     * @param nodeNames names that the second column must hold; longer ones than 20 characters stick out
     */
    public TimelineFormatter(List<String> nodeNames) {
        this.nodeWidth = nodeNames.stream().mapToInt(String::length).filter(length -> length <= WIDEST_NODE_COLUMN)
                .max().orElse(1);
    }

    /** The line of an event, without a line end. Absent values and empty texts are left out. */
    public String format(RecordedEvent event) {
        StringBuilder line = new StringBuilder(160);
        String time = TimeText.instant(event.timeNanos());
        line.append(" ".repeat(Math.max(0, TIME_WIDTH - time.length()))).append(time).append("  ");
        appendColumn(line, event.nodeName(), nodeWidth);
        appendColumn(line, event.protocol(), PROTOCOL_WIDTH);
        line.append(event.message());
        for (RecordedField field : event.fields()) {
            if (!isEmpty(field)) {
                line.append("  ").append(field.name()).append('=').append(quoted(field.value().text()));
            }
        }
        if (!event.reason().isEmpty()) {
            line.append("  (").append(event.reason()).append(')');
        }
        return line.toString();
    }

    private static boolean isEmpty(RecordedField field) {
        return !field.isPresent() || field.value() instanceof FieldValue.Text text && text.text().isEmpty();
    }

    private static void appendColumn(StringBuilder line, String text, int width) {
        line.append(text).append(" ".repeat(Math.max(0, width - text.length()))).append("  ");
    }

    /** Texts with blanks are quoted, so that fields can be told apart. */
    private static String quoted(String text) {
        return text.indexOf(' ') >= 0 ? '"' + text + '"' : text;
    }
}
