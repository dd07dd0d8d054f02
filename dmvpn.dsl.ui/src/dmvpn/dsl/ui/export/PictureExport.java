package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.draw.DrawRequest;
import dmvpn.app.draw.DrawService;
import dmvpn.app.draw.DrawService.DrawResult;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The picture of a model.
 *
 * @param target file, whose ending says the format
 * @param colours {@code auto}, {@code light} or {@code dark}
 */
record PictureExport(Path target, String colours) implements ModelExport {

    @Override
    public String name() {
        return "the picture";
    }

    @Override
    public Written write(Path model, ProgressMonitor monitor) throws RequestException, IOException {
        DrawResult result = new DrawService(ModelReader.standalone()).draw(model, target,
                new DrawRequest(colours, List.of(), List.of(), List.of(), List.of()), monitor);
        return new Written(result.problems(), result.file().map(file -> "The picture is written to " + file));
    }
}
