package dmvpn.dsl.ui.language;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers of the server that are soon asked for again. Until problems are published anew, who asks the same gets the same
 * answer, or waits for it together with who asked before. Any thread may ask.
 */
public final class KeptAnswers {

    private static final int MOST = 20;

    private final Map<Question, CompletableFuture<?>> kept = new LinkedHashMap<>();

    private record Question(URI document, Object details) {
    }

    KeptAnswers() {
    }

    /**
     * The answer to a question.
     *
     * @param document the document that it is about
     * @param details what tells it from other questions about the document, among them its text; the type of the answer goes with
     *     the type of the details
     * @param asking asks the server
     */
    @SuppressWarnings("unchecked")
    public synchronized <T> CompletableFuture<T> get(URI document, Object details, Supplier<CompletableFuture<T>> asking) {
        Question question = new Question(document, details);
        CompletableFuture<?> known = kept.get(question);
        if (known != null && !known.isCompletedExceptionally()) {
            return (CompletableFuture<T>) known;
        }
        CompletableFuture<T> answer = asking.get();
        kept.put(question, answer);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return answer;
    }

    /** Done when all that was asked about a document is answered, or failed. */
    public synchronized CompletableFuture<Void> whenAnswered(URI document) {
        return CompletableFuture.allOf(kept.entrySet().stream().filter(each -> each.getKey().document().equals(document))
                .map(each -> each.getValue().handle((answer, failure) -> null)).toArray(CompletableFuture[]::new));
    }

    /** Something has changed: from now on answers may be others. */
    synchronized void forget() {
        kept.values().removeIf(CompletableFuture::isDone);
    }
}
