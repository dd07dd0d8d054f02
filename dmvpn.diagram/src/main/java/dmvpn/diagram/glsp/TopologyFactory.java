package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import org.eclipse.glsp.graph.GGraph;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.features.core.model.GModelFactory;
import org.eclipse.glsp.server.model.GModelState;

/** Draws the document each time that it is asked for. */
class TopologyFactory implements GModelFactory {

    @Inject
    private DiagramDocument document;

    @Inject
    private GModelState drawing;

    @Inject
    private ActionDispatcher dispatcher;

    @Override
    public void createGModel() {
        DocumentState state = document.state();
        GGraph graph = TopologyGraph.of(state);
        // The framework numbers drawings by the one before.
        graph.setRevision(drawing.getRoot() == null ? 0 : drawing.getRoot().getRevision());
        drawing.updateRoot(graph);
        dispatcher.dispatchAfterNextUpdate(new DocumentStateAction(state));
    }
}
