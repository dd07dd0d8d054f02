package dmvpn.app.draw;

import dmvpn.app.RequestException;
import dmvpn.app.draw.paint.PdfPicture;
import dmvpn.app.draw.paint.PngPicture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Formats of pictures, chosen by the ending of a file's name. */
public enum PictureFormat {
    /** Scalable, as text. */
    SVG,
    /** Pixels. */
    PNG,
    /** One page. */
    PDF;

    /**
     * The format of a file; that of names with another ending or none is SVG.
     *
     * @param file file to be written
     */
    public static PictureFormat of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") ? PNG : name.endsWith(".pdf") ? PDF : SVG;
    }

    byte[] bytes(String svg) throws RequestException {
        try {
            return switch (this) {
                case SVG -> svg.getBytes(StandardCharsets.UTF_8);
                case PNG -> PngPicture.of(svg);
                case PDF -> PdfPicture.of(svg);
            };
        } catch (RuntimeException | InternalError | NoClassDefFoundError | ExceptionInInitializerError failure) {
            // Java looks for fonts when the first letter is painted, and fails in several ways where there are none.
            if (isAboutFonts(failure)) {
                throw new RequestException("This machine has no fonts to paint " + this + " with: install some, such as"
                        + " fonts-dejavu-core, or draw a file that ends in .svg");
            }
            throw failure;
        }
    }

    private static boolean isAboutFonts(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            for (StackTraceElement frame : at.getStackTrace()) {
                String name = frame.getClassName();
                if (name.startsWith("sun.font.") || name.startsWith("sun.awt.FontConfiguration")) {
                    return true;
                }
            }
        }
        return false;
    }
}
