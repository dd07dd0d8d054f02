package dmvpn.dsl.ide.completion;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.TextRegion;

/** What may be written at a position: keywords, names that are legal there, values. */
public final class CompletionService {

    private final Provider<ContentAssistContextFactory> contextFactories;
    private final IdeContentProposalProvider proposals;
    private final OperationCanceledManager cancellation;

    /** Created by the language's injector. */
    @Inject
    public CompletionService(Provider<ContentAssistContextFactory> contextFactories,
            IdeContentProposalProvider proposals, OperationCanceledManager cancellation) {
        this.contextFactories = contextFactories;
        this.proposals = proposals;
        this.cancellation = cancellation;
    }

    /** The proposals at a position without tab stops, best first. */
    public List<CompletionItem> complete(ModelDocument document, Position position) {
        return complete(document, position, false, CancelIndicator.NullImpl);
    }

    /**
     * The proposals at a position, best first.
     *
     * @param withSnippets true when the client knows tab stops
     */
    public List<CompletionItem> complete(ModelDocument document, Position position, boolean withSnippets, CancelIndicator cancelled) {
        int offset = document.lines().offset(position);
        Collector collector = new Collector(withSnippets, cancelled);
        for (String attempt : CompletionText.attempts(document.resource(), document.text(), offset)) {
            cancellation.checkCanceled(cancelled);
            if (collector.entries.isEmpty()) {
                propose(document, attempt, offset, collector);
            }
        }
        cancellation.checkCanceled(cancelled);
        List<Ranked> ranked = collector.entries.values().stream()
                .sorted(Comparator.comparing((Ranked each) -> -each.priority)
                        .thenComparing(each -> each.entry.getProposal()))
                .toList();
        List<CompletionItem> items = new ArrayList<>(ranked.size());
        for (Ranked each : ranked) {
            CompletionItem item = item(document, offset, each.entry);
            item.setSortText(String.format(Locale.ROOT, "%04d", items.size())); // clients sort by it
            items.add(item);
        }
        return items;
    }

    private void propose(ModelDocument document, String text, int offset, Collector collector) {
        ContentAssistContextFactory factory = contextFactories.get();
        factory.setPool(new CallingThread());
        ContentAssistContext[] contexts = factory.create(text, new TextRegion(offset, 0), offset, document.resource());
        proposals.createProposals(List.of(contexts), collector);
    }

    private static CompletionItem item(ModelDocument document, int offset, ContentAssistEntry entry) {
        CompletionItem item = new CompletionItem(entry.getLabel() == null ? entry.getProposal() : entry.getLabel());
        item.setDetail(entry.getDescription());
        if (entry.getDocumentation() != null) {
            item.setDocumentation(entry.getDocumentation());
        }
        item.setKind(kind(entry.getKind()));
        int start = offset - entry.getPrefix().length();
        item.setTextEdit(Either.forLeft(new TextEdit(
                document.lines().range(start, offset - start), entry.getProposal())));
        boolean snippet = ContentAssistEntry.KIND_SNIPPET.equals(entry.getKind());
        item.setFilterText(snippet ? item.getLabel() : entry.getProposal());
        if (snippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        return item;
    }

    private static CompletionItemKind kind(String kind) {
        return switch (kind == null ? "" : kind) {
            case ContentAssistEntry.KIND_KEYWORD -> CompletionItemKind.Keyword;
            case ContentAssistEntry.KIND_REFERENCE -> CompletionItemKind.Reference;
            case ContentAssistEntry.KIND_VALUE -> CompletionItemKind.Value;
            case ContentAssistEntry.KIND_SNIPPET -> CompletionItemKind.Snippet;
            default -> CompletionItemKind.Text;
        };
    }

    private record Ranked(ContentAssistEntry entry, int priority) {
    }

    /** The same text may be proposed by several rules: the first proposal of the highest priority stays. */
    private static final class Collector implements IIdeContentProposalAcceptor {

        private static final int ENOUGH = 1_000;

        private final Map<String, Ranked> entries = new LinkedHashMap<>();
        private final boolean withSnippets;
        private final CancelIndicator cancelled;

        Collector(boolean withSnippets, CancelIndicator cancelled) {
            this.withSnippets = withSnippets;
            this.cancelled = cancelled;
        }

        @Override
        public void accept(ContentAssistEntry entry, int priority) {
            if (entry == null || !withSnippets && ContentAssistEntry.KIND_SNIPPET.equals(entry.getKind())) {
                return;
            }
            Ranked known = entries.get(entry.getProposal());
            if (known == null || known.priority < priority) {
                entries.put(entry.getProposal(), new Ranked(entry, priority));
            }
        }

        @Override
        public boolean canAcceptMoreProposals() {
            return entries.size() < ENOUGH && !cancelled.isCanceled();
        }
    }

    /** Runs tasks where they are submitted: the server's thread is the only one that may touch the model. */
    private static final class CallingThread extends AbstractExecutorService implements ExecutorService {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // Owns no thread.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
