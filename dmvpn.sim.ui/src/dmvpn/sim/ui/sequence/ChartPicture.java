package dmvpn.sim.ui.sequence;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.sequence.Causes;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.TimeAxis;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/**
 * Draws a part of a chart as a picture of pixels. SWT draws on the UI thread alone: strip by strip, so that the window answers
 * between two of them however large the picture is.
 */
final class ChartPicture {

    /** Pictures are no wider and no higher; each pixel takes four bytes. */
    static final int MOST_PIXELS = 16_000;

    /** What is drawn at once: some tens of milliseconds of work, most of it for reading the pixels. */
    private static final int PIXELS_OF_STRIP = 150_000;
    private static final int LEAST_STRIP = 64;
    /** What reaches into a strip from above or below, such as a text, begins no farther away. */
    private static final int MARGIN = 32;

    private final SequenceLayout layout;
    private final long top;
    private final int width;
    private final int height;

    ChartPicture(SequenceLayout layout, ChartFile.Part part) {
        this.layout = layout;
        top = part.first() == 0 ? 0 : layout.y(part.first()) - TimeAxis.LINE;
        long bottom = part.end() == 0 ? 0 : layout.y(part.end() - 1);
        height = (int) Math.min(MOST_PIXELS, ChartFrame.HEAD + bottom - top + 2L * TimeAxis.LINE);
        width = Math.min(MOST_PIXELS, layout.width());
    }

    /** The picture; empty when somebody has cancelled it, or the workbench has ended. Not to be called on the UI thread. */
    Optional<ImageData> draw(Display display, IProgressMonitor monitor) {
        int rows = Math.max(LEAST_STRIP, PIXELS_OF_STRIP / width);
        monitor.beginTask("Drawing the chart", (height + rows - 1) / rows);
        ImageData whole = null;
        for (int from = 0; from < height; from += rows) {
            if (monitor.isCanceled() || display.isDisposed()) {
                return Optional.empty();
            }
            int count = Math.min(rows, height - from);
            ImageData strip = strip(from, count, display);
            if (whole == null) {
                whole = new ImageData(width, height, strip.depth, strip.palette, strip.scanlinePad, new byte[height * strip.bytesPerLine]);
            }
            System.arraycopy(strip.data, above(from) * strip.bytesPerLine, whole.data, from * strip.bytesPerLine, count * strip.bytesPerLine);
            monitor.worked(1);
        }
        return Optional.ofNullable(whole);
    }

    /** Rows of a strip that are drawn for those below them, and are no part of the picture: only the first one has the names. */
    private static int above(int from) {
        return from == 0 ? 0 : ChartFrame.HEAD + MARGIN;
    }

    private ImageData strip(int from, int count, Display display) {
        long scroll = from == 0 ? top : top + from - above(from);
        ChartFrame frame = new ChartFrame(layout, 1, 0, scroll, width, above(from) + count + MARGIN);
        AtomicReference<ImageData> strip = new AtomicReference<>();
        display.syncExec(() -> strip.set(paint(frame, display)));
        return strip.get();
    }

    private static ImageData paint(ChartFrame frame, Display display) {
        Image image = new Image(display, frame.width(), frame.height());
        GC gc = new GC(image);
        try {
            new ChartPainter(frame, ChartLook.ofPaper(display), new Highlight(DebugSession.BEFORE_FIRST_EVENT, new Causes()), gc).paint();
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
