package dmvpn.diagram.glsp;

import dmvpn.diagram.layout.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.glsp.graph.GNode;

/**
 * Places a node that is moved exactly where the line of alignment is that the page shows: the page shows one as soon as edges or
 * middles are nearly in line, since a hand moves in steps.
 */
final class Alignment {

    /** Half a step of the page's grid; the page has the same number. */
    static final double NEARLY = 5;

    private final GNode moved;
    private final List<GNode> others;

    /** @param others the nodes that it may be aligned with */
    Alignment(GNode moved, List<GNode> others) {
        this.moved = moved;
        this.others = others;
    }

    /** Where the upper left corner goes that was let go at a place. */
    Point of(Point corner) {
        double width = moved.getSize().getWidth();
        double height = moved.getSize().getHeight();
        return new Point(corner.x() + nearest(corner.x(), width, node -> node.getPosition().getX(), node -> node.getSize().getWidth()),
                corner.y() + nearest(corner.y(), height, node -> node.getPosition().getY(), node -> node.getSize().getHeight()));
    }

    /** The shortest way on to where the beginnings, middles or ends of two nodes are in line; 0 when none is short enough. */
    private double nearest(double start, double length, ToDoubleFunction<GNode> starts, ToDoubleFunction<GNode> lengths) {
        double shortest = Double.POSITIVE_INFINITY;
        for (GNode other : others) {
            for (double share : new double[] {0, 0.5, 1}) {
                double way = starts.applyAsDouble(other) + share * lengths.applyAsDouble(other) - start - share * length;
                shortest = Math.abs(way) < Math.abs(shortest) ? way : shortest;
            }
        }
        return Math.abs(shortest) <= NEARLY ? shortest : 0;
    }
}
