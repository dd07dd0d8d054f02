package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.capture.CaptureRequest;
import dmvpn.app.capture.CaptureResult;
import dmvpn.app.capture.CaptureService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The packets of a run.
 *
 * @param request what to capture, and where to
 */
record CaptureExport(CaptureRequest request) implements ModelExport {

    @Override
    public Path target() {
        return request.folder();
    }

    @Override
    public Path folder() {
        return request.folder();
    }

    @Override
    public String name() {
        return "the captures";
    }

    @Override
    public Written write(Path model, ProgressMonitor monitor) throws RequestException, IOException {
        CaptureResult result = new CaptureService(ModelReader.standalone()).capture(model, request, monitor);
        return new Written(result.problems(), result.isRefused() ? Optional.empty()
                : Optional.of("The captures are in " + request.folder() + ": " + result.packets() + " packets, as sent and as received"));
    }
}
