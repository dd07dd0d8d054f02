package dmvpn.diagram.layout;

import dmvpn.diagram.notation.NotationElement;

/**
 * A mark in its place: a host, a site, what stands between a router and its transport, a problem.
 *
 * @param element what it is
 * @param owner identifier of the node or line that it is at; of a host its own
 * @param box the shape
 * @param text what it says
 * @param title what it means, for people
 */
public record PlacedMark(NotationElement element, String owner, Box box, PlacedText text, String title) {

    private static final double HEIGHT = 17;
    private static final double PADDING = 7;
    private static final double SIZE = 10;

    /** A mark from its left edge around a horizontal line, at most so wide. */
    static PlacedMark startingAt(NotationElement element, String owner, String says, String title, double x, double centreY,
            double room) {
        PlacedText text = PlacedText.startingAt(says, x + PADDING, centreY + 3.5, SIZE, TextRole.MARK, room - 2 * PADDING);
        Box box = new Box(x, centreY - HEIGHT / 2, text.bounds().width() + 2 * PADDING, HEIGHT);
        return new PlacedMark(element, owner, box, text, title);
    }

    PlacedMark movedTo(double x) {
        PlacedText moved = new PlacedText(text.text(), text.fullText(), x + PADDING, text.baseline(), text.fontSize(), text.role());
        return new PlacedMark(element, owner, new Box(x, box.y(), box.width(), box.height()), moved, title);
    }
}
