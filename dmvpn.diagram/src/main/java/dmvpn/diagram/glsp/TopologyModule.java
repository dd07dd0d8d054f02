package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.SaveModelActionHandler;
import org.eclipse.glsp.server.di.DiagramModule;
import org.eclipse.glsp.server.di.MultiBinding;
import org.eclipse.glsp.server.diagram.DiagramConfiguration;
import org.eclipse.glsp.server.features.core.model.GModelFactory;
import org.eclipse.glsp.server.features.core.model.SourceModelStorage;
import org.eclipse.glsp.server.features.directediting.LabelEditValidator;
import org.eclipse.glsp.server.features.toolpalette.ToolPaletteItemProvider;
import org.eclipse.glsp.server.features.undoredo.UndoRedoActionHandler;
import org.eclipse.glsp.server.operations.OperationActionHandler;
import org.eclipse.glsp.server.operations.OperationHandler;

/** The parts of a session with one page. */
class TopologyModule extends DiagramModule {

    @Override
    public String getDiagramType() {
        return DiagramServer.DIAGRAM_TYPE;
    }

    @Override
    protected Class<? extends DiagramConfiguration> bindDiagramConfiguration() {
        return TopologyConfiguration.class;
    }

    @Override
    protected Class<? extends SourceModelStorage> bindSourceModelStorage() {
        return DocumentStorage.class;
    }

    @Override
    protected Class<? extends GModelFactory> bindGModelFactory() {
        return TopologyFactory.class;
    }

    @Override
    protected Class<? extends ToolPaletteItemProvider> bindToolPaletteItemProvider() {
        return TopologyPalette.class;
    }

    @Override
    protected Class<? extends LabelEditValidator> bindLabelEditValidator() {
        return LineValidator.class;
    }

    /** The document has the history, not the session. */
    @Override
    protected void configureActionHandlers(MultiBinding<ActionHandler> handlers) {
        super.configureActionHandlers(handlers);
        handlers.remove(UndoRedoActionHandler.class);
        handlers.remove(SaveModelActionHandler.class);
        handlers.rebind(OperationActionHandler.class, DocumentOperations.class);
        handlers.add(DocumentChangedHandler.class);
        handlers.add(SelectionHandler.class);
        handlers.add(RequestRunHandler.class);
        handlers.add(FixesHandler.class);
        handlers.add(CommandsHandler.class);
        handlers.add(MoveCursorHandler.class);
        handlers.add(RequestPathHandler.class);
        handlers.add(RequestHeadersHandler.class);
    }

    /** Operations are edits of the document: see {@link DocumentOperations}. */
    @Override
    protected void configureOperationHandlers(MultiBinding<OperationHandler<?>> handlers) {
        // none
    }
}
