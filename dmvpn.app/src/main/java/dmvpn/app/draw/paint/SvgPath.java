package dmvpn.app.draw.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data of a path: straight lines and cubic curves (SVG 1.1, section 8.3). */
final class SvgPath {

    private static final Pattern TOKEN = Pattern.compile("[MmLlHhVvCcZz]|-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Matcher tokens;
    private boolean more;
    private double x;
    private double y;

    private SvgPath(String data) {
        tokens = TOKEN.matcher(data);
        more = tokens.find();
    }

    static Path2D parse(String data) {
        SvgPath parser = new SvgPath(data);
        parser.parse();
        return parser.path;
    }

    private void parse() {
        char command = 'M';
        while (more) {
            if (Character.isLetter(tokens.group().charAt(0))) {
                command = tokens.group().charAt(0);
                more = tokens.find();
            }
            step(command);
            // Further pairs behind a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
    }

    private void step(char command) {
        double fromX = Character.isLowerCase(command) ? x : 0;
        double fromY = Character.isLowerCase(command) ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                moveTo(fromX + number(), fromY + number());
                path.moveTo(x, y);
            }
            case 'L' -> {
                moveTo(fromX + number(), fromY + number());
                path.lineTo(x, y);
            }
            case 'H' -> {
                moveTo(fromX + number(), y);
                path.lineTo(x, y);
            }
            case 'V' -> {
                moveTo(x, fromY + number());
                path.lineTo(x, y);
            }
            case 'C' -> {
                double x1 = fromX + number();
                double y1 = fromY + number();
                double x2 = fromX + number();
                double y2 = fromY + number();
                moveTo(fromX + number(), fromY + number());
                path.curveTo(x1, y1, x2, y2, x, y);
            }
            default -> {
                path.closePath();
                Point2D start = path.getCurrentPoint();
                moveTo(start.getX(), start.getY());
            }
        }
    }

    private void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private double number() {
        double number = Double.parseDouble(tokens.group());
        more = tokens.find();
        return number;
    }
}
