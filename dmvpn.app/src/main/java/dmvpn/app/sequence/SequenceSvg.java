package dmvpn.app.sequence;

import dmvpn.app.xml.XmlText;
import dmvpn.sim.trace.TimeText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A sequence chart as SVG, which every browser shows and every drawing programme reads. */
public final class SequenceSvg {

    private static final int TIME_WIDTH = 90;
    private static final int LIFELINE_WIDTH = 220;
    private static final int HEAD = 48;
    private static final int STUB = 46;
    private static final List<String> COLOURS = List.of("#3465a4", "#8f5902", "#4e9a06", "#75507b", "#a40000", "#06989a", "#555753", "#c17d11");

    private final SequenceChart chart;
    private final StringBuilder svg = new StringBuilder();
    /** How far down each event stands. */
    private final Map<Integer, Integer> heights = new HashMap<>();
    private final Map<String, String> colours = new HashMap<>();
    private int height = HEAD;

    private SequenceSvg(SequenceChart chart) {
        this.chart = chart;
    }

    /**
     * Draws a chart.
     *
     * @param nanosPerLine time that a line stands for on an axis of times
     */
    public static String write(SequenceChart chart, TimeAxis axis, long nanosPerLine) {
        SequenceSvg drawing = new SequenceSvg(chart);
        drawing.place(axis, nanosPerLine);
        return drawing.draw();
    }

    private void place(TimeAxis axis, long nanosPerLine) {
        TreeMap<Integer, Long> instants = new TreeMap<>();
        for (SequenceElement element : chart.elements()) {
            instants.put(element.event(), element.timeNanos());
            if (element instanceof SequenceElement.Message message) {
                instants.put(message.received(), message.receivedNanos());
            }
            colours.computeIfAbsent(element.protocol(), protocol -> COLOURS.get(colours.size() % COLOURS.size()));
        }
        long before = instants.isEmpty() ? 0 : instants.firstEntry().getValue();
        for (Map.Entry<Integer, Long> instant : instants.entrySet()) {
            height += axis.distance(instant.getValue() - before, nanosPerLine);
            heights.put(instant.getKey(), height);
            before = instant.getValue();
        }
        height += 2 * TimeAxis.LINE;
    }

    private static int x(int lifeline) {
        return TIME_WIDTH + lifeline * LIFELINE_WIDTH + LIFELINE_WIDTH / 2;
    }

    private String draw() {
        int width = TIME_WIDTH + Math.max(1, chart.lifelines().size()) * LIFELINE_WIDTH;
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">", width, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        add("<defs><marker id=\"head\" markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"3\" orient=\"auto\">"
                + "<path d=\"M0,0 L7,3 L0,6 Z\" fill=\"context-stroke\"/></marker></defs>");
        for (int lifeline = 0; lifeline < chart.lifelines().size(); lifeline++) {
            add("<line x1=\"%d\" y1=\"34\" x2=\"%d\" y2=\"%d\" stroke=\"#babdb6\"/>", x(lifeline), x(lifeline), height - 8);
            add("<text x=\"%d\" y=\"24\" text-anchor=\"middle\" font-weight=\"bold\" font-size=\"13\">%s</text>", x(lifeline),
                    XmlText.escaped(chart.lifelines().get(lifeline)));
        }
        chart.elements().forEach(this::draw);
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void draw(SequenceElement element) {
        int y = heights.get(element.event());
        String colour = colours.get(element.protocol());
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555753\">%s</text>", TIME_WIDTH - 8, y + 4, TimeText.instant(element.timeNanos()));
        String label = XmlText.escaped(element.protocol() + " " + element.label());
        int from = x(element.lifeline());
        switch (element) {
            case SequenceElement.Message message -> {
                int to = x(message.to());
                int end = heights.get(message.received());
                add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" marker-end=\"url(#head)\"/>", from, y, to, end, colour);
                text((from + to) / 2, (y + end) / 2 - 3, "middle", colour, label);
            }
            case SequenceElement.Unreceived lost -> {
                add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"4 3\" marker-end=\"url(#head)\"/>", from, y,
                        from + STUB, y, colour);
                text(from + STUB + 4, y + 4, "start", colour, label);
            }
            case SequenceElement.Occurrence occurrence -> {
                add("<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"%s\"/>", from, y, colour);
                text(from + 8, y + 4, "start", colour, label);
            }
        }
    }

    private void text(int x, int y, String anchor, String colour, String label) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\">%s</text>", x, y,
                anchor, colour, label);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
