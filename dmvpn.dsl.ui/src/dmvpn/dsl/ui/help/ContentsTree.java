package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.HelpSearch;
import dmvpn.app.help.HelpTopic;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** The table of contents. Words that are searched for leave the pages that have all of them. */
final class ContentsTree {

    /** Who types on is not searched for yet. */
    private static final long MILLIS_BETWEEN_KEYS = 150;

    private final HelpLibrary library;
    private final TreeViewer tree;
    private final Text search;
    private List<HelpTopic> contents = List.of();
    private Job searching = Job.create("", (ICoreRunnable) monitor -> { });

    ContentsTree(Composite parent, HelpLibrary library, Consumer<String> onPage) {
        this.library = library;
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        search = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Search the documentation");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        tree = new TreeViewer(area, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        AccessibleNames.set(search, "Search the documentation");
        AccessibleNames.set(tree.getControl(), "Contents of the documentation");
        tree.setContentProvider(new Topics());
        tree.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((HelpTopic) element).title();
            }
        });
        tree.addSelectionChangedListener(event -> {
            if (tree.getControl().isFocusControl() && ((IStructuredSelection) event.getSelection())
                    .getFirstElement() instanceof HelpTopic topic) {
                onPage.accept(topic.path());
            }
        });
        tree.addOpenListener(event -> onPage.accept(((HelpTopic) ((IStructuredSelection) event.getSelection())
                .getFirstElement()).path()));
        search.addModifyListener(event -> search());
        search.addDisposeListener(event -> searching.cancel());
    }

    void show(List<HelpTopic> all) {
        contents = all;
        search();
    }

    void setFocus() {
        tree.getControl().setFocus();
    }

    /** The pages are read in the background; what is typed on meanwhile counts. */
    private void search() {
        searching.cancel();
        String wanted = search.getText().strip();
        if (wanted.isEmpty()) {
            tree.setInput(contents);
            return;
        }
        Display display = search.getDisplay();
        searching = Job.create("Searching the documentation", (ICoreRunnable) monitor -> {
            try {
                List<HelpTopic> found = new HelpSearch(library, wanted, monitor::isCanceled).in(contents);
                display.asyncExec(() -> showFound(wanted, found));
            } catch (CancellationException otherWords) {
                throw new OperationCanceledException();
            }
        });
        searching.schedule(MILLIS_BETWEEN_KEYS);
    }

    private void showFound(String wanted, List<HelpTopic> found) {
        if (!search.isDisposed() && search.getText().strip().equals(wanted)) {
            tree.setInput(found);
            tree.expandAll();
        }
    }

    private static final class Topics implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((HelpTopic) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((HelpTopic) element).children().isEmpty();
        }
    }
}
