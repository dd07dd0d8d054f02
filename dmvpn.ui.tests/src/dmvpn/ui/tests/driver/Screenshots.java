package dmvpn.ui.tests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** Pictures of the workbench for people to look at; nothing is asserted with them. */
public final class Screenshots {

    private static final Path FOLDER = Path.of(System.getProperty("dmvpn.screenshots", "target/screenshots"));

    private Screenshots() {
    }

    /** Takes a picture of the whole display. */
    public static void take(String name) {
        Ui.run(() -> {
            Display display = Display.getCurrent();
            while (display.readAndDispatch()) {
                continue; // what is to be drawn is drawn
            }
            save(display, FOLDER.resolve(name + ".png"));
        });
    }

    private static void save(Display display, Path file) throws IOException {
        Rectangle area = display.getBounds();
        Image image = new Image(display, area.width, area.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, area.x, area.y);
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageLoader loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
