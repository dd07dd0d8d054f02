package dmvpn.app.draw.paint;

import java.awt.Shape;

/** Takes shapes, in the coordinates of the picture. */
interface PictureSink {

    /**
     * Fills a shape.
     *
     * @param rgb colour
     */
    void fill(Shape shape, int rgb);

    /** Draws the outline of a shape. */
    void stroke(Shape shape, Pen pen);

    /**
     * What outlines are drawn with.
     *
     * @param rgb colour
     * @param width width of the line
     * @param dashes lengths of dashes and gaps; empty for a solid line
     * @param opacity from 0 to 1
     * @param isRound true for round ends and corners
     */
    record Pen(int rgb, double width, float[] dashes, double opacity, boolean isRound) {
    }
}
