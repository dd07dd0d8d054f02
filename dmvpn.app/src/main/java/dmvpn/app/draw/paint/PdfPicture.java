package dmvpn.app.draw.paint;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * A picture as one page of a PDF 1.4 file (ISO 32000-1): paths alone, letters included, so that it needs neither fonts nor
 * images; and no date, so that the same picture is the same file.
 */
public final class PdfPicture {

    /** Points for each unit: 96 units and 72 points are an inch. */
    private static final double SCALE = 0.75;
    /** The longest side that a page may have (ISO 32000-1, annex C). */
    private static final double LONGEST_SIDE = 14_400;

    private PdfPicture() {
    }

    /** The bytes of a PDF file that shows a picture of ours. */
    public static byte[] of(String svg) {
        SvgPicture picture = SvgPicture.read(svg);
        double scale = Math.min(SCALE, LONGEST_SIDE / Math.max(picture.width(), picture.height()));
        PageContent page = new PageContent();
        page.operator("cm", scale, 0, 0, -scale, -picture.left() * scale, (picture.top() + picture.height()) * scale);
        picture.paint(page);
        byte[] content = deflated(page.text.toString().getBytes(StandardCharsets.US_ASCII));
        PdfFile file = new PdfFile();
        file.object("<< /Type /Catalog /Pages 2 0 R >>");
        file.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(picture.width() * scale) + " "
                + number(picture.height() * scale) + "] /Resources << /ExtGState << " + page.states()
                + ">> >> /Contents 4 0 R >>");
        file.stream(content);
        file.object("<< /Title <" + hex(picture.title()) + "> >>");
        return file.bytes();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    /** A text of any script, in UTF-16 with its mark. */
    private static String hex(String text) {
        StringBuilder hex = new StringBuilder("FEFF");
        for (byte each : text.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append(String.format(Locale.ROOT, "%02X", each));
        }
        return hex.toString();
    }

    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        long absolute = Math.abs(hundredths);
        return (hundredths < 0 ? "-" : "") + absolute / 100
                + (absolute % 100 == 0 ? "" : "." + absolute % 100 / 10 + absolute % 10);
    }

    /** The operators of the page. */
    private static final class PageContent implements PictureSink {

        private final StringBuilder text = new StringBuilder();
        private final Map<Double, String> opacities = new LinkedHashMap<>();

        void operator(String name, double... operands) {
            for (double operand : operands) {
                text.append(number(operand)).append(' ');
            }
            text.append(name).append('\n');
        }

        String states() {
            StringBuilder states = new StringBuilder();
            opacities.forEach((opacity, name) ->
                    states.append('/').append(name).append(" << /CA ").append(number(opacity)).append(" >> "));
            return states.toString();
        }

        @Override
        public void fill(Shape shape, int rgb) {
            colour("rg", rgb);
            PathIterator path = shape.getPathIterator(null);
            boolean evenOdd = path.getWindingRule() == PathIterator.WIND_EVEN_ODD;
            append(path);
            operator(evenOdd ? "f*" : "f");
        }

        @Override
        public void stroke(Shape shape, Pen pen) {
            operator("q");
            if (pen.opacity() < 1) {
                text.append('/').append(opacities.computeIfAbsent(pen.opacity(), each -> "S" + opacities.size())).append(" gs\n");
            }
            colour("RG", pen.rgb());
            operator("w", pen.width());
            int end = pen.isRound() ? 1 : 0;
            operator("J", end);
            operator("j", end);
            if (pen.dashes().length > 0) {
                text.append('[');
                for (float dash : pen.dashes()) {
                    text.append(number(dash)).append(' ');
                }
                text.append("] 0 d\n");
            }
            append(shape.getPathIterator(null));
            operator("S");
            operator("Q");
        }

        private void colour(String operator, int rgb) {
            for (int shift = 16; shift >= 0; shift -= 8) {
                text.append(String.format(Locale.ROOT, "%.3f ", (rgb >> shift & 0xff) / 255.0));
            }
            operator(operator);
        }

        private void append(PathIterator path) {
            double[] at = new double[6];
            double x = 0;
            double y = 0;
            for (; !path.isDone(); path.next()) {
                switch (path.currentSegment(at)) {
                    case PathIterator.SEG_MOVETO -> operator("m", at[0], at[1]);
                    case PathIterator.SEG_LINETO -> operator("l", at[0], at[1]);
                    // PDF has cubic curves alone: the control points stand at two thirds of the way to the quadratic one.
                    case PathIterator.SEG_QUADTO -> operator("c", x + 2 * (at[0] - x) / 3, y + 2 * (at[1] - y) / 3,
                            at[2] + 2 * (at[0] - at[2]) / 3, at[3] + 2 * (at[1] - at[3]) / 3, at[2], at[3]);
                    case PathIterator.SEG_CUBICTO -> operator("c", at[0], at[1], at[2], at[3], at[4], at[5]);
                    default -> operator("h");
                }
                int kind = path.currentSegment(at);
                int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
                if (kind != PathIterator.SEG_CLOSE) {
                    x = at[last];
                    y = at[last + 1];
                }
            }
        }
    }

    /** The objects of the file, and where they are. */
    private static final class PdfFile {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> offsets = new ArrayList<>();

        PdfFile() {
            write("%PDF-1.4\n");
            // Four characters beyond ASCII tell programs that the file is binary.
            bytes.writeBytes(new byte[] {'%', (byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
        }

        private void write(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        private void begin() {
            offsets.add(bytes.size());
            write(offsets.size() + " 0 obj\n");
        }

        void object(String text) {
            begin();
            write(text + "\nendobj\n");
        }

        void stream(byte[] content) {
            begin();
            write("<< /Length " + content.length + " /Filter /FlateDecode >>\nstream\n");
            bytes.writeBytes(content);
            write("\nendstream\nendobj\n");
        }

        byte[] bytes() {
            int table = bytes.size();
            write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
            offsets.forEach(offset -> write(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
            write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R /Info " + offsets.size() + " 0 R >>\nstartxref\n"
                    + table + "\n%%EOF\n");
            return bytes.toByteArray();
        }
    }
}
