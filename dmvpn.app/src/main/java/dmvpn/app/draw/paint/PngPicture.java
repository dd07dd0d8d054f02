package dmvpn.app.draw.paint;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture as pixels. */
public final class PngPicture {

    /** Two pixels for each unit, for screens of today. */
    private static final double SCALE = 2;
    /** Neither side may be longer: beyond it viewers give up. */
    private static final double LONGEST_SIDE = 16_000;
    /** How many pixels there may be, at four bytes each. */
    private static final double MOST_PIXELS = 100_000_000;

    private PngPicture() {
    }

    /** The bytes of a PNG file that shows a picture of ours. */
    public static byte[] of(String svg) {
        SvgPicture picture = SvgPicture.read(svg);
        double scale = Math.min(SCALE, Math.min(LONGEST_SIDE / Math.max(picture.width(), picture.height()),
                Math.sqrt(MOST_PIXELS / (picture.width() * picture.height()))));
        BufferedImage image = new BufferedImage((int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.translate(-picture.left(), -picture.top());
        picture.paint(new Pixels(graphics));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing into memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private record Pixels(Graphics2D graphics) implements PictureSink {

        @Override
        public void fill(Shape shape, int rgb) {
            graphics.setComposite(AlphaComposite.SrcOver);
            graphics.setColor(new Color(rgb));
            graphics.fill(shape);
        }

        @Override
        public void stroke(Shape shape, Pen pen) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) pen.opacity()));
            graphics.setColor(new Color(pen.rgb()));
            int cap = pen.isRound() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
            int join = pen.isRound() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
            float[] dashes = pen.dashes().length == 0 ? null : pen.dashes();
            graphics.setStroke(new BasicStroke((float) pen.width(), cap, join, 4, dashes, 0));
            graphics.draw(shape);
        }
    }
}
