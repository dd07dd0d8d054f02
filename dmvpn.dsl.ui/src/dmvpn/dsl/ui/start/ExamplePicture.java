package dmvpn.dsl.ui.start;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.ModelPicture;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** A picture of the network that a starting point is about, drawn from its model in the background. */
final class ExamplePicture extends Canvas {

    private StartingPoint shown;
    private Image picture;

    ExamplePicture(Composite parent) {
        super(parent, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        AccessibleNames.set(this, "Picture of the network");
        addPaintListener(event -> paint(event.gc));
        addDisposeListener(event -> forget());
    }

    /** Shows another one; null shows nothing. */
    void show(StartingPoint point) {
        shown = point;
        forget();
        redraw();
        if (point != null && !point.group().equals(Templates.GROUP) && !point.models().isEmpty()) {
            Path model = point.files().get(point.models().getFirst());
            Display display = getDisplay();
            Job job = Job.createSystem("Drawing " + point.title(), (ICoreRunnable) monitor -> draw(model, point.title())
                    .ifPresent(data -> display.asyncExec(() -> drawn(point, data))));
            job.schedule();
        }
    }

    private static Optional<ImageData> draw(Path model, String title) {
        List<ReadModel> read = ModelReader.standalone().read(List.of(model), ProgressMonitor.NONE);
        Optional<String> svg = read.stream().findFirst().flatMap(ReadModel::text).map(text -> ModelPicture.svg(text, title));
        try {
            return svg.map(InlinedStyles::of)
                    .map(text -> new ImageData(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (SWTException noReader) {
            return Optional.empty(); // an installation without a reader of SVG shows no pictures
        }
    }

    private void drawn(StartingPoint point, ImageData data) {
        if (!isDisposed() && point == shown) {
            forget();
            picture = new Image(getDisplay(), data);
            redraw();
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        if (picture != null && area.width > 0 && area.height > 0) {
            Rectangle size = picture.getBounds();
            double scale = Math.min(1, Math.min((double) area.width / size.width, (double) area.height / size.height));
            int width = Math.max(1, (int) (size.width * scale));
            int height = Math.max(1, (int) (size.height * scale));
            gc.setAntialias(SWT.ON);
            gc.setInterpolation(SWT.HIGH);
            gc.drawImage(picture, 0, 0, size.width, size.height, (area.width - width) / 2, (area.height - height) / 2,
                    width, height);
        }
    }

    private void forget() {
        if (picture != null) {
            picture.dispose();
            picture = null;
        }
    }
}
