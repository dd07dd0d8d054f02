package dmvpn.app.sequence;

import dmvpn.app.xml.XmlText;
import dmvpn.sim.trace.TimeText;
import java.util.List;
import java.util.Locale;

/** A sequence chart as SVG, which every browser shows and every drawing programme reads. */
public final class SequenceSvg {

    private static final int HEAD = 48;
    /** From a lifeline to a text beside it. */
    private static final int BESIDE = 8;
    /** From a text down to the line below it. */
    private static final int ABOVE = 2;
    private static final String TIME_COLOUR = "#555753";

    private final SequenceLayout layout;
    private final StringBuilder svg = new StringBuilder();
    private final long top;
    private final int height;

    private SequenceSvg(SequenceLayout layout, int firstRow, int endRow) {
        this.layout = layout;
        top = firstRow == 0 ? 0 : layout.y(firstRow) - TimeAxis.LINE;
        height = (int) (HEAD + (endRow == 0 ? 0 : layout.y(endRow - 1) - top) + 2L * TimeAxis.LINE);
    }

    /** Draws a chart whose rows are placed. */
    public static String write(SequenceLayout layout) {
        return write(layout, 0, layout.count());
    }

    /**
     * Draws some rows of it.
     *
     * @param firstRow the first one
     * @param endRow the one behind the last one
     */
    public static String write(SequenceLayout layout, int firstRow, int endRow) {
        return new SequenceSvg(layout, firstRow, endRow).draw(firstRow, endRow);
    }

    private String draw(int firstRow, int endRow) {
        List<Lifeline> lifelines = layout.lifelines().all();
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">",
                layout.width(), height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        add("<defs><marker id=\"head\" markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"3\" orient=\"auto\">"
                + "<path d=\"M0,0 L7,3 L0,6 Z\" fill=\"context-stroke\"/></marker></defs>");
        for (int lifeline = 0; lifeline < lifelines.size(); lifeline++) {
            int x = layout.x(lifeline);
            add("<line x1=\"%d\" y1=\"34\" x2=\"%d\" y2=\"%d\" stroke=\"#babdb6\"/>", x, x, height - 8);
            add("<text x=\"%d\" y=\"24\" text-anchor=\"middle\" font-weight=\"bold\" font-size=\"13\">%s</text>", x,
                    XmlText.escaped(lifelines.get(lifeline).name()));
        }
        for (int row = firstRow; row < endRow; row++) {
            layout.figuresOf(row).forEach(this::draw);
        }
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void draw(SequenceFigure figure) {
        long y = y(figure.y());
        String colour = SequenceColours.LIGHT.of(figure.protocol(), layout.rows().protocols());
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>", SequenceLayout.TIME_WIDTH - 8, y + 4, TIME_COLOUR,
                TimeText.instant(layout.rows().timeNanos(figure.row())));
        String label = XmlText.escaped(figure.text());
        int x = figure.x();
        switch (figure) {
            case SequenceFigure.Arrow arrow -> {
                long endY = y(arrow.endY());
                add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" marker-end=\"url(#head)\"/>", x, y, arrow.endX(), endY, colour);
                text(arrow.isTextOnTheLeft() ? x - BESIDE : x + BESIDE, y - ABOVE, arrow.isTextOnTheLeft() ? "end" : "start", colour, label);
            }
            case SequenceFigure.Stub stub -> {
                int endX = x + SequenceLayout.STUB;
                add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"4 3\" marker-end=\"url(#head)\"/>", x, y,
                        endX, y, colour);
                text(endX + 4, y + 4, "start", colour, label);
            }
            case SequenceFigure.Mark mark -> {
                add("<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"%s\"/>", x, y, colour);
                text(x + BESIDE, y + 4, "start", colour, label);
            }
        }
    }

    private long y(long y) {
        return y - top + HEAD;
    }

    private void text(int x, long y, String anchor, String colour, String label) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\">%s</text>", x, y,
                anchor, colour, label);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
