package dmvpn.bench.language;

import dmvpn.bench.harness.CpuTime;
import java.io.IOException;
import org.eclipse.xtext.resource.XtextResource;

/** An open file in which one digit changes back and forth: parse, link and validate after each edit. */
final class EditSession {

    private final LanguageSetup setup;
    private final XtextResource resource;
    private final int offset;
    private boolean changed;

    EditSession(LanguageSetup setup, String text, int offset) throws IOException {
        this.setup = setup;
        this.resource = setup.open(text);
        this.offset = offset;
        setup.check(resource);
    }

    /** Nanoseconds of this thread for one edit. */
    double edit() throws Exception {
        changed = !changed;
        return CpuTime.ofThread(() -> {
            resource.update(offset, 1, changed ? "1" : "0");
            setup.check(resource);
        });
    }
}
