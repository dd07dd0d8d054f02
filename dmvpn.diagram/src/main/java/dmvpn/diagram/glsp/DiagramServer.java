package dmvpn.diagram.glsp;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.function.Consumer;
import org.eclipse.glsp.server.di.ServerModule;
import org.eclipse.glsp.server.gson.ServerGsonConfigurator;
import org.eclipse.glsp.server.protocol.GLSPServer;

/**
 * Serves a document to clients that draw and edit it. A connection is two functions for texts, one in each direction, so that
 * it is the same behind a socket and inside of the IDE.
 */
public final class DiagramServer {

    /** The kind of diagram that clients ask for. */
    public static final String DIAGRAM_TYPE = "dmvpn-topology";

    private DiagramServer() {
    }

    /**
     * Opens a connection for one client.
     *
     * @param toClient takes the messages of the server, each a text; called by several threads, one after the other
     */
    public static DiagramConnection connect(DiagramDocument document, Consumer<String> toClient) {
        return connect(document, DiagramServices.NONE, toClient);
    }

    /**
     * Opens a connection for one client that may do more than draw and edit.
     *
     * @param services what it may do
     * @param toClient takes the messages of the server, each a text; called by several threads, one after the other
     */
    public static DiagramConnection connect(DiagramDocument document, DiagramServices services, Consumer<String> toClient) {
        Injector injector = Guice.createInjector(new DocumentModule(document, services).configureDiagramModule(new TopologyModule()));
        SessionServer server = (SessionServer) injector.getInstance(GLSPServer.class);
        return new DiagramConnection(document, server, injector.getInstance(ServerGsonConfigurator.class), toClient);
    }

    /** The parts of a connection. */
    private static final class DocumentModule extends ServerModule {

        private final DiagramDocument document;
        private final DiagramServices services;

        DocumentModule(DiagramDocument document, DiagramServices services) {
            this.document = document;
            this.services = services;
        }

        @Override
        protected Class<? extends GLSPServer> bindGLSPServer() {
            return SessionServer.class;
        }

        @Override
        protected void configureAdditionals() {
            bind(DiagramDocument.class).toInstance(document);
            bind(DiagramRuns.class).toInstance(services.runs());
            bind(DiagramFixes.class).toInstance(services.fixes());
            bind(DiagramCommands.class).toInstance(services.commands());
        }
    }
}
