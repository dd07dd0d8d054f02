package dmvpn.diagram.layout;

/**
 * A place in a picture; x grows to the right, y down. Units are those of SVG.
 *
 * @param x horizontal
 * @param y vertical
 */
public record Point(double x, double y) {
}
