package dmvpn.diagram.layout;

import dmvpn.diagram.notation.TransportNode;
import java.util.List;

/**
 * A transport as a band across the picture.
 *
 * @param node what is drawn
 * @param band the band
 * @param texts texts at its left end, where no line crosses it
 */
public record PlacedTransport(TransportNode node, Box band, List<PlacedText> texts) {

    /** Keeps an immutable copy of the list. */
    public PlacedTransport {
        texts = List.copyOf(texts);
    }
}
