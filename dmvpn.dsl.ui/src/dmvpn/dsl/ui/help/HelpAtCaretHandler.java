package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** F1 in the editor of a model: what the word at the caret means, and the rules that its line breaks. */
public final class HelpAtCaretHandler extends AbstractHandler {

    private static final Pattern KEYWORD = Pattern.compile("\\*\\*([^*]+)\\*\\*:");

    private final HelpLibrary library = HelpPages.library();

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        if (page.getActiveEditor() instanceof ITextEditor editor
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection caret) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            OpenDocuments.uri(document).ifPresent(uri -> ask(page, document, uri, caret.getOffset()));
        }
        return null;
    }

    private void ask(IWorkbenchPage page, IDocument document, URI uri, int offset) {
        try {
            LanguageSession session = LanguageSessions.current();
            Position position = Positions.position(document, offset);
            Set<String> rules = rulesAt(session, uri, position);
            Display display = Display.getCurrent();
            session.documents().hover(new HoverParams(new TextDocumentIdentifier(uri.toString()), position))
                    .thenApplyAsync(hover -> text(hover, rules))
                    .whenComplete((text, failure) -> {
                        if (failure != null) {
                            ILog.of(HelpAtCaretHandler.class).error("The help of a place could not be written", failure);
                        } else {
                            display.asyncExec(() -> show(page, text));
                        }
                    });
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The rules that the line of the caret breaks; those at the caret itself when there are such. */
    private static Set<String> rulesAt(LanguageSession session, URI uri, Position caret) {
        Set<String> onLine = new LinkedHashSet<>();
        Set<String> atCaret = new LinkedHashSet<>();
        for (Diagnostic problem : session.diagnostics(uri)) {
            Position start = problem.getRange().getStart();
            Position end = problem.getRange().getEnd();
            if (start.getLine() == caret.getLine() && problem.getCode() != null && problem.getCode().isLeft()) {
                onLine.add(problem.getCode().getLeft());
                boolean ends = end.getLine() > caret.getLine() || end.getCharacter() >= caret.getCharacter();
                if (start.getCharacter() <= caret.getCharacter() && ends) {
                    atCaret.add(problem.getCode().getLeft());
                }
            }
        }
        return atCaret.isEmpty() ? onLine : atCaret;
    }

    private String text(Hover hover, Set<String> rules) {
        StringBuilder text = new StringBuilder();
        Optional<String> meaning = Optional.ofNullable(hover).filter(found -> found.getContents().isRight())
                .map(found -> found.getContents().getRight().getValue().split("\n---\n")[0]);
        meaning.ifPresent(words -> {
            Matcher keyword = KEYWORD.matcher(words);
            boolean isKeyword = keyword.find();
            text.append(isKeyword ? "# " + keyword.group(1) + "\n\n" : "").append(words).append("\n\n* [The language](")
                    .append(isKeyword ? library.pathOfWord(keyword.group(1)) : HelpLibrary.LANGUAGE).append(")\n");
        });
        for (String rule : rules) {
            library.page(HelpLibrary.pathOfRule(rule)).ifPresent(page -> text.append('\n')
                    .append(page.replace("](README.md)", "](" + HelpLibrary.RULES + ")").replace("](../", "](")).append('\n'));
        }
        if (text.isEmpty()) {
            text.append("# Nothing is known of this place\n\nPut the caret on a word of the language, on a name, or on a problem, "
                    + "and press F1 again.\n\n* [The language](").append(HelpLibrary.LANGUAGE).append(")\n* [Tutorial](")
                    .append(HelpLibrary.TUTORIAL).append(")\n* [Rules](").append(HelpLibrary.RULES).append(")\n");
        }
        return text.toString();
    }

    private static void show(IWorkbenchPage page, String text) {
        try {
            HelpView.openText(page, text);
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        }
    }
}
