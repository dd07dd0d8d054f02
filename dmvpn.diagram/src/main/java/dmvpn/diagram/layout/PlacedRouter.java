package dmvpn.diagram.layout;

import dmvpn.diagram.notation.RouterNode;
import java.util.List;
import java.util.Optional;

/**
 * A router in its place.
 *
 * @param node what is drawn
 * @param card the card with the texts, the foremost of a stack
 * @param bounds everything that belongs to the node, the stack of a family included
 * @param texts texts on the card
 * @param badge room of the number of members, on the card
 */
public record PlacedRouter(RouterNode node, Box card, Box bounds, List<PlacedText> texts, Optional<Box> badge) {

    /** Keeps an immutable copy of the list. */
    public PlacedRouter {
        texts = List.copyOf(texts);
    }
}
