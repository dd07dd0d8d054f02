package dmvpn.dsl.ide.completion;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.util.TextRegion;

/** What may be written at a position: keywords, names that are legal there, values. */
public final class CompletionService {

    private final Provider<ContentAssistContextFactory> contextFactories;
    private final IdeContentProposalProvider proposals;

    /** Created by the language's injector. */
    @Inject
    public CompletionService(Provider<ContentAssistContextFactory> contextFactories,
            IdeContentProposalProvider proposals) {
        this.contextFactories = contextFactories;
        this.proposals = proposals;
    }

    /** The proposals at a position, best first. */
    public List<CompletionItem> complete(ModelDocument document, Position position) {
        int offset = document.lines().offset(position);
        ContentAssistContextFactory factory = contextFactories.get();
        factory.setPool(new CallingThread());
        ContentAssistContext[] contexts =
                factory.create(document.text(), new TextRegion(offset, 0), offset, document.resource());
        Collector collector = new Collector();
        proposals.createProposals(List.of(contexts), collector);
        return collector.entries.values().stream()
                .sorted(Comparator.comparing((Ranked ranked) -> -ranked.priority)
                        .thenComparing(ranked -> ranked.entry.getProposal()))
                .map(ranked -> item(document, offset, ranked.entry))
                .toList();
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
        item.setFilterText(entry.getProposal());
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

        @Override
        public void accept(ContentAssistEntry entry, int priority) {
            if (entry == null) {
                return;
            }
            Ranked known = entries.get(entry.getProposal());
            if (known == null || known.priority < priority) {
                entries.put(entry.getProposal(), new Ranked(entry, priority));
            }
        }

        @Override
        public boolean canAcceptMoreProposals() {
            return entries.size() < ENOUGH;
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
