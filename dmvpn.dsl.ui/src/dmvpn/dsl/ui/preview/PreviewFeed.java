package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.LineDifferences;
import dmvpn.app.preview.Preview;
import dmvpn.app.preview.PreviewLine;
import dmvpn.app.preview.PreviewRequest;
import dmvpn.app.preview.PreviewService;
import dmvpn.dsl.ui.export.ExportedFiles;
import dmvpn.dsl.ui.language.LanguageSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;

/**
 * Asks for previews in the background: the configuration is written on the language server's thread, the last export is
 * read and compared on another. Asking again cancels what was asked before. Used on the UI thread only.
 */
final class PreviewFeed {

    /** Told of what came of the last question, on the UI thread. */
    @FunctionalInterface
    interface Listener {
        /** The answer. */
        void answered(Preview preview, Comparison comparison);
    }

    private final LanguageSession session;
    private final Display display;
    private final Listener listener;
    private final PreviewService service = PreviewService.standard();
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);

    PreviewFeed(LanguageSession session, Display display, Listener listener) {
        this.session = session;
        this.display = display;
        this.listener = listener;
    }

    PreviewService service() {
        return service;
    }

    /** Asks; what was asked before and is not answered yet is not answered any more. */
    void ask(URI document, IFile model, PreviewRequest request) {
        cancel();
        CompletableFuture<Optional<Preview>> question = session.ask(document,
                open -> service.preview(open.resource(), request));
        asked = question;
        question.thenApplyAsync(found -> found.map(preview -> new Answer(preview, compared(model, request.format(), preview))))
                .whenComplete((answer, failure) -> {
                    if (failure != null && !question.isCancelled()) {
                        ILog.of(PreviewFeed.class).error("The configuration of " + model.getFullPath() + " could not be written", failure);
                    } else if (failure == null && answer.isPresent() && !display.isDisposed()) {
                        display.asyncExec(() -> answer(question, answer.get()));
                    }
                });
    }

    private record Answer(Preview preview, Comparison comparison) {
    }

    private void answer(CompletableFuture<?> question, Answer answer) {
        if (question == asked) {
            listener.answered(answer.preview(), answer.comparison());
        }
    }

    /** Nobody waits for an answer any more. */
    void cancel() {
        asked.cancel(false);
        asked = CompletableFuture.completedFuture(null);
    }

    private static Comparison compared(IFile model, String format, Preview preview) {
        Optional<Path> folder = ExportedFiles.folder(model, format);
        if (folder.isEmpty() || !(preview instanceof Preview.Written written)) {
            return Comparison.NEVER_EXPORTED;
        }
        Path file = folder.get().resolve(written.fileName());
        try {
            return new Comparison(Optional.of(file), true, LineDifferences.between(
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList(),
                    written.lines().stream().map(PreviewLine::text).toList()));
        } catch (IOException unreadable) {
            return Comparison.gone(file);
        }
    }
}
