package dmvpn.app.serve;

import dmvpn.diagram.glsp.DiagramConnection;
import dmvpn.diagram.glsp.DiagramDocument;
import dmvpn.diagram.glsp.DiagramServer;
import dmvpn.diagram.glsp.DiagramServices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What one page gets: a stream of events, one for each message of the diagram's server. */
final class PageConnection implements AutoCloseable {

    /** So often a stream shows that it lives, and notices that nobody reads it any more. */
    private static final long SECONDS_BETWEEN_SIGNS = 10;
    private static final String END = "";

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final DiagramConnection diagram;

    PageConnection(DiagramDocument document, DiagramServices services) {
        diagram = DiagramServer.connect(document, services, messages::add);
    }

    /** Takes a message of the page; false when it is none. */
    boolean receive(String message) {
        return diagram.receive(message);
    }

    /** Writes messages as they come, until the page or the server ends. */
    void stream(OutputStream page) throws IOException, InterruptedException {
        write(page, ": here\n\n");
        while (true) {
            String message = messages.poll(SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS);
            if (END.equals(message)) {
                return;
            }
            // A message is JSON in one line: it needs no further framing.
            write(page, message == null ? ": still here\n\n" : "data: " + message + "\n\n");
        }
    }

    private static void write(OutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    @Override
    public void close() {
        messages.add(END);
        diagram.close();
    }
}
