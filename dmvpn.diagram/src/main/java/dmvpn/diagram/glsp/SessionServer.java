package dmvpn.diagram.glsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.glsp.server.actions.SelectAction;
import org.eclipse.glsp.server.protocol.DefaultGLSPServer;
import org.eclipse.glsp.server.protocol.DisposeClientSessionParameters;
import org.eclipse.glsp.server.protocol.InitializeClientSessionParameters;
import org.eclipse.glsp.server.session.ClientSession;

/** Tells the sessions of a connection when the document has changed. */
class SessionServer extends DefaultGLSPServer {

    @Override
    public synchronized CompletableFuture<Void> initializeClientSession(InitializeClientSessionParameters parameters) {
        return super.initializeClientSession(parameters);
    }

    @Override
    public synchronized CompletableFuture<Void> disposeClientSession(DisposeClientSessionParameters parameters) {
        return super.disposeClientSession(parameters);
    }

    void documentChanged() {
        sessions().forEach(session -> session.getActionDispatcher().dispatch(new DocumentChangedAction()));
    }

    void select(List<String> ids) {
        sessions().forEach(session -> {
            session.getActionDispatcher().dispatch(new SelectAction(ids, true));
            session.getActionDispatcher().dispatch(new RevealAction(ids));
        });
    }

    void show(Optional<ShownInstant> instant) {
        sessions().forEach(session -> session.getActionDispatcher().dispatch(new InstantAction(instant)));
    }

    private synchronized List<ClientSession> sessions() {
        return List.copyOf(clientSessions.values());
    }
}
