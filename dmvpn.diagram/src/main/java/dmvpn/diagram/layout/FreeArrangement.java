package dmvpn.diagram.layout;

import java.util.List;
import java.util.Map;

/** Arranges a few nodes by what connects them, whatever they are: for parts of a diagram that have a shape of their own. */
@FunctionalInterface
public interface FreeArrangement {

    /**
     * Two nodes that belong near each other.
     *
     * @param upper identifier of the one that belongs above
     * @param lower identifier of the other one
     */
    record Link(String upper, String lower) {
    }

    /**
     * Arranges.
     *
     * @param nodes size of each node by its identifier; where it stands does not matter
     * @param links between some of them
     * @return upper left corner of each node, so that none overlap; where the whole begins is not said
     */
    Map<String, Point> arrange(Map<String, Box> nodes, List<Link> links);
}
