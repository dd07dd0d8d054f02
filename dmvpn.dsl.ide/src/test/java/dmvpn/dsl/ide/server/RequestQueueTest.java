package dmvpn.dsl.ide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.xtext.util.CancelIndicator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

    private static final long PATIENCE_SECONDS = 30;

    private final List<RuntimeException> defects = new ArrayList<>();
    private final RequestQueue queue = new RequestQueue(defects::add);

    @AfterEach
    void end() {
        queue.shutdown();
    }

    @Test
    void aQuestionHearsWhileItIsAnsweredThatItWasCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        CompletableFuture<String> answer = queue.answer(cancelled -> workUntil(cancelled, begun, heard), () -> "");
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        answer.cancel(true);

        assertThat(heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.answer(() -> "the next one", () -> "").get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("the next one");
        assertThat(answer).isCancelled();
        assertThat(defects).isEmpty();
    }

    private static String workUntil(CancelIndicator cancelled, CountDownLatch begun, CountDownLatch heard) {
        begun.countDown();
        while (!cancelled.isCanceled()) {
            Thread.onSpinWait();
        }
        heard.countDown();
        throw new IllegalStateException("This was cancelled");
    }

    @Test
    void aQuestionThatIsCancelledBeforeItsTurnIsNotAsked() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        List<String> asked = new ArrayList<>();
        queue.answer(() -> await(released), () -> false);
        CompletableFuture<Boolean> second = queue.answer(() -> asked.add("second"), () -> false);

        second.cancel(true);
        released.countDown();

        queue.answer(() -> asked.add("third"), () -> false).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(asked).containsExactly("third");
    }

    private static boolean await(CountDownLatch released) {
        try {
            return released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void aQuestionThatFailsSaysWhy() {
        CompletableFuture<String> answer = queue.answer(() -> {
            throw new IllegalStateException("no such thing");
        }, () -> "");

        assertThatThrownBy(() -> answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .cause().isInstanceOf(IllegalStateException.class).hasMessage("no such thing");
    }
}
