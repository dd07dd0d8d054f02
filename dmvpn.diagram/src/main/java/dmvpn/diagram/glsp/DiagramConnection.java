package dmvpn.diagram.glsp;

import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.glsp.server.gson.ServerGsonConfigurator;
import org.eclipse.glsp.server.protocol.GLSPClient;
import org.eclipse.glsp.server.protocol.GLSPServer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/** The server's end of a connection with one client. */
public final class DiagramConnection implements AutoCloseable {

    private final SessionServer server;
    private final RemoteEndpoint client;
    private final MessageJsonHandler messages;
    private final Runnable endListening;

    DiagramConnection(DiagramDocument document, SessionServer server, ServerGsonConfigurator gson, Consumer<String> toClient) {
        this.server = server;
        var methods = ServiceEndpoints.getSupportedMethods(GLSPServer.class);
        methods.putAll(ServiceEndpoints.getSupportedMethods(GLSPClient.class));
        this.messages = new MessageJsonHandler(methods, gson::configureGsonBuilder);
        this.client = new RemoteEndpoint(message -> send(message, toClient), ServiceEndpoints.toEndpoint(server));
        messages.setMethodProvider(client);
        server.connect(ServiceEndpoints.toServiceObject(client, GLSPClient.class));
        this.endListening = document.listen(server::documentChanged);
    }

    private synchronized void send(Message message, Consumer<String> toClient) {
        toClient.accept(messages.serialize(message));
    }

    /**
     * Takes one message of the client.
     *
     * @return false when it is none that this server understands; nothing has happened then
     */
    public boolean receive(String text) {
        Message message;
        try {
            message = messages.parseMessage(text);
        } catch (JsonParseException | MessageIssueException | IllegalArgumentException unreadable) {
            return false;
        }
        client.consume(message);
        return true;
    }

    /** Selects elements in the page, and nothing else, and brings them into sight. */
    public void select(List<String> ids) {
        server.select(ids);
    }

    /** Shows an instant of a run that the page does not move by itself; with none that run is not shown any more. */
    public void show(Optional<ShownInstant> instant) {
        server.show(instant);
    }

    /** Ends the connection and its sessions. */
    @Override
    public void close() {
        endListening.run();
        server.shutdown();
    }
}
