package dmvpn.diagram.layout;

import dmvpn.diagram.notation.Connection;

/**
 * A line in its place: a cubic curve.
 *
 * @param connection what is drawn
 * @param colour index of the cloud's colour for tunnels, -1 for WAN attachments
 * @param start first end
 * @param startControl control point of the first end
 * @param endControl control point of the second end
 * @param end second end
 */
public record PlacedConnection(
        Connection connection, int colour, Point start, Point startControl, Point endControl, Point end) {

    /** True when the line is straight. */
    public boolean isStraight() {
        return start.equals(startControl) && end.equals(endControl);
    }
}
