package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.features.core.model.RequestModelAction;
import org.eclipse.glsp.server.features.core.model.SourceModelStorage;
import org.eclipse.glsp.server.actions.SaveModelAction;

/** The document loads and saves itself. */
class DocumentStorage implements SourceModelStorage {

    @Override
    public void loadSourceModel(RequestModelAction action) {
        // nothing to load: the document is there
    }

    @Override
    public void saveSourceModel(SaveModelAction action) {
        // nothing to save: every edit is written at once
    }
}
