package dmvpn.app.draw.paint;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A picture that the product wrote as SVG, to be painted as something else: what is painted is what the SVG says, so that all
 * formats show the same. It knows the elements that our pictures have and no others.
 */
final class SvgPicture {

    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);
    private static final String NONE = "none";

    private final Element root;
    private final SvgStyles styles;
    private final Map<String, Element> definitions = new HashMap<>();
    private final double[] viewBox;

    private SvgPicture(Document document) {
        this.root = document.getDocumentElement();
        this.styles = new SvgStyles(first(root, "style").getTextContent());
        String[] numbers = root.getAttribute("viewBox").split(" ");
        this.viewBox = new double[numbers.length];
        for (int index = 0; index < numbers.length; index++) {
            viewBox[index] = Double.parseDouble(numbers[index]);
        }
        NodeList defined = first(root, "defs").getChildNodes();
        for (int index = 0; index < defined.getLength(); index++) {
            if (defined.item(index) instanceof Element element) {
                definitions.put(element.getAttribute("id"), element);
            }
        }
    }

    /** Reads a picture of ours. */
    static SvgPicture read(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new SvgPicture(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
        } catch (ParserConfigurationException | SAXException | IOException defect) {
            throw new IllegalStateException("This is no picture of ours", defect);
        }
    }

    private static Element first(Element root, String tag) {
        return (Element) root.getElementsByTagName(tag).item(0);
    }

    String title() {
        return first(root, "title").getTextContent();
    }

    double left() {
        return viewBox[0];
    }

    double top() {
        return viewBox[1];
    }

    double width() {
        return viewBox[2];
    }

    double height() {
        return viewBox[3];
    }

    void paint(PictureSink sink) {
        paintChildren(root, styles.of(root, Map.of()), new AffineTransform(), sink);
    }

    private void paintChildren(Element parent, Map<String, String> style, AffineTransform place, PictureSink sink) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                paint(element, styles.of(element, style), place, sink);
            }
        }
    }

    private void paint(Element element, Map<String, String> style, AffineTransform place, PictureSink sink) {
        switch (element.getTagName()) {
            case "g" -> paintChildren(element, style, place, sink);
            case "rect" -> paint(rectangle(element), style, place, sink);
            case "circle" -> paint(circle(element), style, place, sink);
            case "path" -> paintPath(element, style, place, sink);
            case "text" -> paintText(element, style, place, sink);
            case "use" -> {
                AffineTransform moved = new AffineTransform(place);
                moved.translate(number(element, "x"), number(element, "y"));
                paintChildren(definitions.get(element.getAttribute("xlink:href").substring(1)), style, moved, sink);
            }
            default -> { } // Titles, definitions and the style sheet are nothing to see.
        }
    }

    private static Shape rectangle(Element element) {
        double radius = element.hasAttribute("rx") ? number(element, "rx") : 0;
        double arc = 2 * Math.min(radius, Math.min(number(element, "width"), number(element, "height")) / 2);
        return new RoundRectangle2D.Double(number(element, "x"), number(element, "y"), number(element, "width"),
                number(element, "height"), arc, arc);
    }

    private static Shape circle(Element element) {
        double radius = number(element, "r");
        return new Ellipse2D.Double(number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static void paint(Shape shape, Map<String, String> style, AffineTransform place, PictureSink sink) {
        Shape placed = place.createTransformedShape(shape);
        String fill = style.getOrDefault("fill", "#000");
        if (!fill.equals(NONE)) {
            sink.fill(placed, rgb(fill));
        }
        String stroke = style.getOrDefault("stroke", NONE);
        if (!stroke.equals(NONE)) {
            sink.stroke(placed, new PictureSink.Pen(rgb(stroke), Double.parseDouble(style.getOrDefault("stroke-width", "1")),
                    dashes(style.getOrDefault("stroke-dasharray", "")),
                    Double.parseDouble(style.getOrDefault("stroke-opacity", "1")),
                    style.containsKey("stroke-linecap")));
        }
    }

    private static float[] dashes(String text) {
        if (text.isEmpty()) {
            return new float[0];
        }
        String[] words = text.split("[ ,]+");
        float[] dashes = new float[words.length];
        for (int index = 0; index < words.length; index++) {
            dashes[index] = Float.parseFloat(words[index]);
        }
        return dashes;
    }

    /** A colour with three or six digits. */
    static int rgb(String colour) {
        String digits = colour.substring(1).toLowerCase(Locale.ROOT);
        String six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return Integer.parseInt(six, 16);
    }

    private void paintPath(Element element, Map<String, String> style, AffineTransform place, PictureSink sink) {
        Path2D path = SvgPath.parse(element.getAttribute("d"));
        paint(path, style, place, sink);
        String marker = element.getAttribute("marker-end");
        if (!marker.isEmpty()) {
            paintArrow(definitions.get(marker.substring("url(#".length(), marker.length() - 1)), path, style, place, sink);
        }
    }

    /** The arrow's tip is at the end of the path, in its last direction. */
    private void paintArrow(Element marker, Path2D path, Map<String, String> style, AffineTransform place, PictureSink sink) {
        double[] end = new double[6];
        double fromX = 0;
        double fromY = 0;
        double toX = 0;
        double toY = 0;
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            int kind = at.currentSegment(end);
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            fromX = last == 0 ? toX : end[2];
            fromY = last == 0 ? toY : end[3];
            toX = end[last];
            toY = end[last + 1];
        }
        AffineTransform arrow = new AffineTransform(place);
        arrow.translate(toX, toY);
        arrow.rotate(Math.atan2(toY - fromY, toX - fromX));
        double scale = number(marker, "markerWidth") / Double.parseDouble(marker.getAttribute("viewBox").split(" ")[2]);
        arrow.scale(scale, scale);
        arrow.translate(-number(marker, "refX"), -number(marker, "refY"));
        // An arrow is as faint as its line in no viewer; its own rules say what it looks like.
        Map<String, String> own = new HashMap<>(style);
        own.keySet().removeIf(name -> name.startsWith("stroke") || name.equals("fill"));
        paintChildren(marker, own, arrow, sink);
    }

    /** Letters become shapes, so that a picture needs no fonts where it is looked at. */
    private static void paintText(Element element, Map<String, String> style, AffineTransform place, PictureSink sink) {
        boolean bold = "600".equals(style.get("font-weight"));
        Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) number(element, "font-size"));
        Shape letters = font.createGlyphVector(FONTS, element.getTextContent())
                .getOutline((float) number(element, "x"), (float) number(element, "y"));
        sink.fill(place.createTransformedShape(letters), rgb(style.getOrDefault("fill", "#000")));
    }
}
