package dmvpn.dsl.ide.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.definition.DefinitionService;
import dmvpn.dsl.ide.diagnostics.DiagnosticService;
import dmvpn.dsl.ide.folding.FoldingService;
import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.hover.HoverService;
import dmvpn.dsl.ide.lens.LensService;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.occurrences.ReferenceService;
import dmvpn.dsl.ide.rules.FindingHover;
import dmvpn.dsl.ide.selection.SelectionService;
import dmvpn.dsl.ide.semantic.SemanticTokenService;
import dmvpn.dsl.ide.symbols.SymbolService;
import dmvpn.dsl.ide.symbols.WorkspaceSymbolService;
import dmvpn.dsl.ide.testing.LoggedErrors;
import dmvpn.dsl.robustness.Watchdog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.util.CancelIndicator;

/** What holds of the answers of the services that only look, whatever the text. */
final class ServiceProperties {

    /** How many questions {@link #ask} knows. */
    static final int QUESTIONS = 12;

    private static final int NUMBERS_OF_TOKEN = 5;

    private final Watchdog watchdog;

    ServiceProperties(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** Asks one question at a place. */
    void ask(int question, OpenModel model, int offset, RandomGenerator random) {
        Position position = model.position(offset);
        switch (question) {
            case 0 -> completion(model, offset);
            case 1 -> hover(model, position);
            case 2 -> areInText(model, watchdog.operation("definition at " + offset,
                    () -> model.service(DefinitionService.class).definition(model.workspace(), model.document(), position)));
            case 3 -> areInText(model, watchdog.operation("references at " + offset,
                    () -> model.service(ReferenceService.class).references(model.workspace(), model.document(), position, true, CancelIndicator.NullImpl)));
            case 4 -> watchdog.operation("highlights at " + offset, () -> model.service(ReferenceService.class).highlights(model.document(), position))
                    .forEach(highlight -> isInText(model, highlight.getRange()));
            case 5 -> symbols(model);
            case 6 -> folding(model);
            case 7 -> semanticTokens(model);
            case 8 -> watchdog.operation("lenses", () -> model.service(LensService.class).lenses(model.document(), new LastVerdicts(() -> { }), Set.of("dmvpn.run")))
                    .forEach(lens -> isInText(model, lens.getRange()));
            case 9 -> lexicalTokens(model);
            case 10 -> selections(model, position);
            default -> watchdog.operation("workspace symbols", () -> model.service(WorkspaceSymbolService.class).symbols(model.workspace(),
                    random.nextBoolean() ? "" : "Br"));
        }
    }

    /** The problems, each in the text. */
    List<Diagnostic> diagnostics(OpenModel model) {
        List<Diagnostic> problems = watchdog.operation("diagnostics", () -> model.service(DiagnosticService.class).diagnostics(model.document()));
        problems.forEach(problem -> isInText(model, problem.getRange()));
        return problems;
    }

    /** What is proposed replaces text around the caret; nothing goes wrong behind the scenes. */
    void completion(OpenModel model, int offset) {
        int caret = model.offset(model.position(offset)); // no editor has a caret between the two characters that end a line
        List<CompletionItem> items;
        try (LoggedErrors logged = new LoggedErrors()) {
            items = watchdog.operation("completion at " + offset,
                    () -> model.service(CompletionService.class).complete(model.document(), model.position(offset), true, CancelIndicator.NullImpl));
            assertThat(logged.errors()).as("errors in the log of a completion at %d", offset).isEmpty();
        }
        for (CompletionItem item : items) {
            assertThat(item.getLabel()).as("a proposal has a label").isNotBlank();
            if (item.getTextEdit() != null && item.getTextEdit().isLeft()) {
                TextEdit edit = item.getTextEdit().getLeft();
                isInText(model, edit.getRange());
                assertThat(caret).as("a proposal replaces what is at the caret: %s", item)
                        .isBetween(model.offset(edit.getRange().getStart()), model.offset(edit.getRange().getEnd()));
            }
        }
    }

    private void hover(OpenModel model, Position position) {
        Hover word = watchdog.operation("hover at " + position, () -> model.service(HoverService.class).hover(model.document(), position)).orElse(null);
        Hover hover = watchdog.operation("rules at " + position, () -> new FindingHover().at(model.document(), position, word, rule -> Optional.empty())).orElse(null);
        if (hover != null && hover.getRange() != null) {
            isInText(model, hover.getRange());
        }
    }

    private void symbols(OpenModel model) {
        List<DocumentSymbol> symbols = watchdog.operation("symbols", () -> model.service(SymbolService.class).symbols(model.document()));
        symbols.forEach(symbol -> isNested(model, symbol));
    }

    private static void isNested(OpenModel model, DocumentSymbol symbol) {
        isInText(model, symbol.getRange());
        assertThat(symbol.getName()).as("a symbol has a name").isNotBlank();
        assertThat(model.offset(symbol.getSelectionRange().getStart())).as("a symbol's name is in it").isGreaterThanOrEqualTo(model.offset(symbol.getRange().getStart()));
        assertThat(model.offset(symbol.getSelectionRange().getEnd())).as("a symbol's name is in it").isLessThanOrEqualTo(model.offset(symbol.getRange().getEnd()));
        if (symbol.getChildren() != null) {
            symbol.getChildren().forEach(child -> isNested(model, child));
        }
    }

    private void selections(OpenModel model, Position position) {
        SelectionRange range = watchdog.operation("selection at " + position,
                () -> model.service(SelectionService.class).ranges(model.document(), List.of(position))).getFirst();
        for (; range.getParent() != null; range = range.getParent()) {
            isInText(model, range.getRange());
            int start = model.offset(range.getRange().getStart());
            int end = model.offset(range.getRange().getEnd());
            assertThat(model.offset(range.getParent().getRange().getStart())).as("a selection grows").isLessThanOrEqualTo(start);
            assertThat(model.offset(range.getParent().getRange().getEnd())).as("a selection grows").isGreaterThanOrEqualTo(end);
        }
        isInText(model, range.getRange());
    }

    private void folding(OpenModel model) {
        int lines = 1 + model.position(model.text().length()).getLine();
        for (FoldingRange range : watchdog.operation("folding", () -> model.service(FoldingService.class).ranges(model.document()))) {
            assertThat(range.getStartLine()).as("a fold starts on a line").isBetween(0, lines - 1);
            assertThat(range.getEndLine()).as("a fold ends on a line").isBetween(range.getStartLine(), lines - 1);
        }
    }

    private void semanticTokens(OpenModel model) {
        SemanticTokens tokens = watchdog.operation("semantic tokens", () -> model.service(SemanticTokenService.class).full(model.document()));
        List<Integer> data = tokens.getData();
        assertThat(data.size() % NUMBERS_OF_TOKEN).as("tokens of five numbers").isZero();
        int line = 0;
        int column = 0;
        int end = 0;
        for (int index = 0; index < data.size(); index += NUMBERS_OF_TOKEN) {
            column = data.get(index) == 0 ? column + data.get(index + 1) : data.get(index + 1);
            line += data.get(index);
            int start = model.offset(new Position(line, column));
            assertThat(start).as("semantic tokens follow each other").isGreaterThanOrEqualTo(end);
            end = start + data.get(index + 2);
            assertThat(end).as("a semantic token is in the text").isBetween(start + 1, model.text().length());
        }
    }

    private void lexicalTokens(OpenModel model) {
        int end = 0;
        for (LexicalHighlighter.Token token : watchdog.operation("colours", () -> new LexicalHighlighter().tokens(model.text()))) {
            assertThat(token.offset()).as("coloured tokens follow each other").isGreaterThanOrEqualTo(end);
            end = token.offset() + token.length();
            assertThat(end).as("a coloured token is in the text").isBetween(token.offset(), model.text().length());
        }
    }

    private static void areInText(OpenModel model, List<Location> locations) {
        locations.stream().filter(location -> location.getUri().equals(model.document().uri())).forEach(location -> isInText(model, location.getRange()));
    }

    private static void isInText(OpenModel model, Range range) {
        int start = model.offset(range.getStart());
        int end = model.offset(range.getEnd());
        assertThat(start).as("a range starts in the text: %s", range).isBetween(0, model.text().length());
        assertThat(end).as("a range ends in the text: %s", range).isBetween(start, model.text().length());
        assertThat(model.position(end)).as("a range is in normal form").isEqualTo(range.getEnd());
    }
}
