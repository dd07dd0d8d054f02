package dmvpn.diagram.svg;

import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.PlacedCloud;
import dmvpn.diagram.layout.PlacedConnection;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.layout.PlacedMark;
import dmvpn.diagram.layout.PlacedRouter;
import dmvpn.diagram.layout.PlacedText;
import dmvpn.diagram.layout.PlacedTransport;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.NotationElement;
import dmvpn.diagram.notation.RouterNode;
import java.util.List;
import java.util.Locale;

/**
 * Writes a placed diagram as SVG 1.1: self-contained, readable on light and dark screens, with a title and a description
 * for screen readers and a title for each node.
 */
public final class SvgWriter {

    /** Colours of clouds repeat after so many. */
    private static final int COLOURS = 6;
    /** From here on lines become thin and faint: where many meet they still add up. */
    private static final int MANY_CONNECTIONS = 150;
    private static final double FAINTEST = 0.12;

    private final StringBuilder svg = new StringBuilder();
    private final PlacedDiagram placed;
    private final Theme theme;

    private SvgWriter(PlacedDiagram placed, Theme theme) {
        this.placed = placed;
        this.theme = theme;
    }

    /** The whole file; lines end with {@code \n}. */
    public static String write(PlacedDiagram placed) {
        return write(placed, Theme.AUTO);
    }

    /** The whole file in the colours of a theme. */
    public static String write(PlacedDiagram placed, Theme theme) {
        return new SvgWriter(placed, theme).write();
    }

    private String write() {
        Box bounds = placed.bounds();
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\""
                + Numbers.of(bounds.x()) + " " + Numbers.of(bounds.y()) + " " + size(bounds.width()) + " "
                + size(bounds.height()) + "\" width=\"" + size(bounds.width()) + "\" height=\"" + size(bounds.height())
                + "\" role=\"img\" aria-labelledby=\"title description\">");
        line("<title id=\"title\">" + XmlText.escaped(placed.diagram().title()) + "</title>");
        line("<desc id=\"description\">" + XmlText.escaped(description(placed.diagram())) + "</desc>");
        line("<style>");
        svg.append(StyleSheet.text(theme));
        line("</style>");
        writeDefinitions();
        line("<rect class=\"paper\" x=\"" + Numbers.of(bounds.x()) + "\" y=\"" + Numbers.of(bounds.y()) + "\" width=\""
                + size(bounds.width()) + "\" height=\"" + size(bounds.height()) + "\" rx=\"14\"/>");
        placed.transports().forEach(this::writeBand);
        line("<g class=\"lines\"" + thinning() + ">");
        placed.connections().forEach(this::writeConnection);
        line("</g>");
        placed.clouds().forEach(this::writeCloud);
        placed.routers().forEach(this::writeRouter);
        placed.marks().forEach(this::writeMark);
        placed.texts().forEach(this::writeText);
        line("</svg>");
        return svg.toString();
    }

    private String thinning() {
        int count = placed.connections().size();
        if (count <= MANY_CONNECTIONS) {
            return " stroke-width=\"2\"";
        }
        double opacity = Math.max(FAINTEST, (double) MANY_CONNECTIONS / count);
        return " stroke-width=\"1\" stroke-opacity=\"" + Numbers.hundredths(opacity) + "\"";
    }

    /** The picture may be a fraction larger than its content, never smaller. */
    private static String size(double value) {
        return Numbers.of(Math.ceil(value));
    }

    private static String description(Diagram diagram) {
        long spokes = diagram.spokes().stream().mapToLong(RouterNode::members).sum();
        return "DMVPN network " + diagram.title() + ": " + counted(diagram.clouds().size(), "cloud") + ", "
                + counted(diagram.hubs().stream().mapToLong(RouterNode::members).sum(), "hub") + ", "
                + counted(spokes, "spoke") + ", " + others(diagram) + counted(diagram.transports().size(), "transport") + ".";
    }

    private static String others(Diagram diagram) {
        return (diagram.plainRouters().isEmpty() ? "" : counted(diagram.plainRouters().size(), "other router") + ", ")
                + (diagram.hosts().isEmpty() ? "" : counted(diagram.hosts().size(), "host") + ", ");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void writeDefinitions() {
        line("<defs>");
        for (int colour = 0; colour < Math.min(COLOURS, Math.max(1, placed.clouds().size())); colour++) {
            line("<marker id=\"arrow" + colour + "\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\""
                    + " markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"arrow c" + colour
                    + "\" d=\"M0,0.8 10,5 0,9.2 2.4,5z\"/></marker>");
        }
        line("<g id=\"router\"><circle cx=\"12\" cy=\"12\" r=\"11\"/><path class=\"glyph\" d=\"M12,10.4V5.2m-2,2"
                + " 2-2 2,2M12,13.6v5.2m-2-2 2,2 2-2M4.8,12h5.2m-2-2 2,2-2,2M19.2,12h-5.2m2-2-2,2 2,2\"/></g>");
        line("</defs>");
    }

    private void writeBand(PlacedTransport transport) {
        svg.append("<g class=\"transport\"><title>").append(XmlText.escaped(title(transport))).append("</title>")
                .append(rectangle("band", transport.band(), transport.band().height() / 2));
        transport.texts().forEach(this::writeText);
        line("</g>");
    }

    private static String title(PlacedTransport transport) {
        String details = transport.node().details();
        return "transport " + transport.node().label() + (details.isEmpty() ? "" : ": " + details);
    }

    private void writeCloud(PlacedCloud cloud) {
        svg.append("<g class=\"cloud c").append(cloud.colour() % COLOURS).append("\"><title>")
                .append(XmlText.escaped("cloud " + cloud.node().label() + ", " + cloud.node().overlay() + ", "
                        + cloud.node().details()))
                .append("</title>").append(CloudShape.path(cloud.bounds()));
        cloud.texts().forEach(this::writeText);
        line("</g>");
    }

    private void writeRouter(PlacedRouter router) {
        String kind = router.node().kind().name().toLowerCase(Locale.ROOT);
        svg.append("<g class=\"").append(kind).append("\"><title>")
                .append(XmlText.escaped(title(kind, router.node()))).append("</title>");
        Box card = router.card();
        if (router.node().isFamily()) {
            double step = (router.bounds().width() - card.width()) / 2;
            for (int sheet = 2; sheet >= 1; sheet--) {
                svg.append(rectangle("sheet", new Box(card.x() + sheet * step, card.y() - sheet * step, card.width(),
                        card.height()), 10));
            }
        }
        svg.append(rectangle("card", card, 10));
        svg.append("<use class=\"icon\" xlink:href=\"#router\" x=\"").append(Numbers.of(card.x() + 12)).append("\" y=\"")
                .append(Numbers.of(card.y() + 10)).append("\"/>");
        router.badge().ifPresent(badge -> svg.append(rectangle("badge", badge, badge.height() / 2)));
        router.texts().forEach(this::writeText);
        line("</g>");
    }

    private static String title(String kind, RouterNode node) {
        return kind + " " + node.label() + ": tunnel " + joined(node.tunnelAddresses()) + ", WAN "
                + joined(node.wanAddresses()) + ", LAN " + joined(node.localNetworks());
    }

    private static String joined(List<String> values) {
        return values.isEmpty() ? "none" : String.join(" ", values);
    }

    private void writeConnection(PlacedConnection line) {
        int colour = Math.floorMod(line.colour(), COLOURS);
        svg.append("<path class=\"").append(lineClass(line.connection(), colour)).append("\" d=\"M").append(point(line.start()));
        if (line.isStraight()) {
            svg.append("L").append(point(line.end()));
        } else {
            svg.append("C").append(point(line.startControl())).append(" ").append(point(line.endControl())).append(" ")
                    .append(point(line.end()));
        }
        if (line.connection() instanceof Connection.Tunnel || line.connection() instanceof Connection.CloudRelation) {
            svg.append("\" marker-end=\"url(#arrow").append(colour).append(")");
        }
        svg.append("\"><title>").append(XmlText.escaped(line.connection().description())).append("</title></path>");
        if (line.connection() instanceof Connection.WanAttachment) {
            svg.append("<circle class=\"plug\" cx=\"").append(Numbers.of(line.end().x())).append("\" cy=\"")
                    .append(Numbers.of(line.end().y())).append("\" r=\"4\"/>");
        }
        svg.append('\n');
    }

    private static String lineClass(Connection connection, int colour) {
        return switch (connection) {
            case Connection.WanAttachment wan -> "wan";
            case Connection.TransportLink link -> "link";
            case Connection.CloudRelation relation -> "relation tunnel c" + colour;
            case Connection.Tunnel tunnel -> "tunnel c" + colour + switch (tunnel.kind()) {
                case MULTIPOINT -> "";
                case POINT_TO_POINT -> " p2p";
                case BACKUP -> " backup";
            } + (tunnel.isProtected() ? "" : " open");
        };
    }

    private void writeMark(PlacedMark mark) {
        svg.append("<g class=\"mark ").append(mark.element().name().toLowerCase(Locale.ROOT)).append("\"><title>")
                .append(XmlText.escaped(mark.title())).append("</title>")
                .append(rectangle("chip", mark.box(), mark.element() == NotationElement.FIREWALL ? 2 : mark.box().height() / 2));
        writeText(mark.text());
        line("</g>");
    }

    private static String point(Point point) {
        return Numbers.of(point.x()) + "," + Numbers.of(point.y());
    }

    private void writeText(PlacedText text) {
        svg.append("<text class=\"").append(text.role().name().toLowerCase(Locale.ROOT)).append("\" x=\"")
                .append(Numbers.of(text.x())).append("\" y=\"").append(Numbers.of(text.baseline()))
                .append("\" font-size=\"").append(Numbers.of(text.fontSize())).append("\">")
                .append(XmlText.escaped(text.text())).append("</text>");
        svg.append('\n');
    }

    private static String rectangle(String className, Box box, double radius) {
        return "<rect class=\"" + className + "\" x=\"" + Numbers.of(box.x()) + "\" y=\"" + Numbers.of(box.y())
                + "\" width=\"" + Numbers.of(box.width()) + "\" height=\"" + Numbers.of(box.height()) + "\" rx=\""
                + Numbers.of(radius) + "\"/>";
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
