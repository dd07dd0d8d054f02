package dmvpn.sim.ui.sequence;

import dmvpn.app.files.AtomicFiles;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceSvg;
import dmvpn.app.sequence.TimeAxis;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

/**
 * Writes charts into files: SVG, or PNG when the file is called so. A long one is written from the row on that is seen first, as
 * far as programmes can show it.
 */
final class ChartFile {

    /** As many rows as drawing programmes show. */
    static final int MOST_ROWS = 20_000;

    private ChartFile() {
    }

    /**
     * The rows that go into a file, from the first to before the last.
     *
     * @param first the first one
     * @param end the one behind the last one
     */
    record Part(int first, int end) {
    }

    static boolean isPng(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /** All rows, when a file can have them; else those from one on. */
    static Part part(SequenceLayout layout, int firstSeen, Path file) {
        int first = fits(layout, 0, file) == layout.count() ? 0 : Math.max(0, firstSeen);
        return new Part(first, fits(layout, first, file));
    }

    private static int fits(SequenceLayout layout, int first, Path file) {
        int end = Math.min(layout.count(), first + MOST_ROWS);
        if (isPng(file) && end > first) {
            long lowest = (first == 0 ? 0 : layout.y(first)) + ChartPicture.MOST_PIXELS - ChartFrame.HEAD - 2L * TimeAxis.LINE;
            int last = layout.rowAt(lowest);
            end = Math.min(end, Math.max(first + 1, layout.y(last) > lowest ? last : last + 1));
        }
        return end;
    }

    /** Writes an SVG file, whole or not at all. */
    static void writeSvg(SequenceLayout layout, Part part, Path file) throws IOException {
        AtomicFiles.write(file, SequenceSvg.write(layout, part.first(), part.end()));
    }

    /** Writes a PNG file, whole or not at all. */
    static void writePng(ImageData picture, Path file) throws IOException {
        Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "sequence", ".png");
        try {
            try (OutputStream out = Files.newOutputStream(made)) {
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {picture};
                loader.save(out, SWT.IMAGE_PNG);
            }
            Files.move(made, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
