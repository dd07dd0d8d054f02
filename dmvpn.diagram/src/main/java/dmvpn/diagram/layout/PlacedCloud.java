package dmvpn.diagram.layout;

import dmvpn.diagram.notation.CloudNode;
import java.util.List;

/**
 * An overlay cloud in its place.
 *
 * @param node what is drawn
 * @param colour index of the colour that the cloud's tunnels have too, from 0
 * @param bounds the shape
 * @param texts texts in it
 */
public record PlacedCloud(CloudNode node, int colour, Box bounds, List<PlacedText> texts) {

    /** Keeps an immutable copy of the list. */
    public PlacedCloud {
        texts = List.copyOf(texts);
    }
}
