package dmvpn.diagram.layout;

/**
 * A rectangle.
 *
 * @param x left edge
 * @param y upper edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

    /** A rectangle around a centre line. */
    static Box centredAt(double centreX, double y, double width, double height) {
        return new Box(centreX - width / 2, y, width, height);
    }

    /** Horizontal centre. */
    public double centreX() {
        return x + width / 2;
    }

    /** Vertical centre. */
    public double centreY() {
        return y + height / 2;
    }

    /** Right edge. */
    public double right() {
        return x + width;
    }

    /** Lower edge. */
    public double bottom() {
        return y + height;
    }

    /** True when the two share more than an edge. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** True when the other rectangle is inside this one. */
    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** The smallest rectangle with both. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The rectangle with a margin on each side. */
    public Box grownBy(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }
}
