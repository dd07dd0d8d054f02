package dmvpn.diagram.svg;

import dmvpn.diagram.layout.Box;

/** The outline of a cloud that fills a rectangle. */
final class CloudShape {

    private CloudShape() {
    }

    /** Seven arcs around the rectangle; the middle of it is free for text. */
    static String path(Box box) {
        double x = box.x();
        double y = box.y();
        double w = box.width();
        double h = box.height();
        return "<path class=\"outline\" d=\"M" + at(x + 0.14 * w, y + h)
                + curve(x - 0.03 * w, y + h, x - 0.03 * w, y + 0.36 * h, x + 0.12 * w, y + 0.34 * h)
                + curve(x + 0.15 * w, y - 0.02 * h, x + 0.32 * w, y - 0.02 * h, x + 0.37 * w, y + 0.12 * h)
                + curve(x + 0.45 * w, y - 0.06 * h, x + 0.66 * w, y - 0.06 * h, x + 0.72 * w, y + 0.16 * h)
                + curve(x + 0.82 * w, y + 0.04 * h, x + 0.92 * w, y + 0.12 * h, x + 0.9 * w, y + 0.38 * h)
                + curve(x + 1.02 * w, y + 0.42 * h, x + 1.02 * w, y + h, x + 0.87 * w, y + h) + "z\"/>";
    }

    private static String curve(double x1, double y1, double x2, double y2, double x, double y) {
        return "C" + at(x1, y1) + " " + at(x2, y2) + " " + at(x, y);
    }

    private static String at(double x, double y) {
        return Numbers.of(x) + "," + Numbers.of(y);
    }
}
