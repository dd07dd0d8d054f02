package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.Answers.RefusedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.lsp4j.Location;
import org.eclipse.search.ui.IQueryListener;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.PlatformUI;

/** A search for the places of a name. It runs in the background, can be cancelled, and repeated after edits. */
final class ReferenceQuery implements ISearchQuery {

    private final SearchedName name;
    private final ReferenceResult result = new ReferenceResult(this);

    ReferenceQuery(SearchedName name) {
        this.name = name;
        NewSearchUI.addQueryListener(new UntilRemoved());
    }

    /** The name moves with its document for as long as the Search view remembers the search. */
    private final class UntilRemoved implements IQueryListener {

        @Override
        public void queryRemoved(ISearchQuery removed) {
            if (removed == ReferenceQuery.this) {
                NewSearchUI.removeQueryListener(this);
                name.forget();
            }
        }

        @Override
        public void queryAdded(ISearchQuery added) {
            // What is remembered is not forgotten.
        }

        @Override
        public void queryStarting(ISearchQuery started) {
            // As above.
        }

        @Override
        public void queryFinished(ISearchQuery finished) {
            // As above.
        }
    }

    @Override
    public IStatus run(IProgressMonitor monitor) {
        result.removeAll();
        AtomicReference<CompletableFuture<List<? extends Location>>> asked = new AtomicReference<>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> asked.set(name.ask()));
        ReferenceTexts texts = new ReferenceTexts();
        try {
            for (Location place : Answers.await(asked.get(), monitor)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                texts.match(place).ifPresent(result::addMatch);
            }
        } catch (RefusedException refused) {
            return Status.warning(refused.getMessage());
        }
        return Status.OK_STATUS;
    }

    String name() {
        return name.name();
    }

    @Override
    public String getLabel() {
        return "References to '" + name.name() + "'";
    }

    @Override
    public boolean canRerun() {
        return true;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public ReferenceResult getSearchResult() {
        return result;
    }
}
