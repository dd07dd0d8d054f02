package dmvpn.dap;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * What is done once the response to the request in hand has been written: an event of a step must not overtake the response to
 * it (Debug Adapter Protocol, requests Next and Continue). Requests are handled one after the other, so that the next response
 * is the one.
 */
final class AfterResponse {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Does something behind the response to the request that is being handled. */
    void then(Runnable task) {
        waiting.add(task);
    }

    /** To be put around the consumers of messages. */
    MessageConsumer around(MessageConsumer consumer) {
        return message -> {
            consumer.consume(message);
            if (message instanceof ResponseMessage) {
                for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                    task.run();
                }
            }
        };
    }
}
