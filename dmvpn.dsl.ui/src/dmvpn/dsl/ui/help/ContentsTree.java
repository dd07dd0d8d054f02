package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.HelpTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The table of contents. Words that are searched for leave the pages that have all of them. */
final class ContentsTree {

    private final HelpLibrary library;
    private final TreeViewer tree;
    private final Text search;

    ContentsTree(Composite parent, HelpLibrary library, Consumer<String> onPage) {
        this.library = library;
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        search = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Search the documentation");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        tree = new TreeViewer(area, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        named(search, "Search the documentation");
        named(tree.getControl(), "Contents of the documentation");
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
        search.addModifyListener(event -> filter());
    }

    private static void named(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    void show(List<HelpTopic> contents) {
        tree.setInput(contents);
    }

    void setFocus() {
        tree.getControl().setFocus();
    }

    private void filter() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            tree.resetFilters();
            tree.collapseAll();
        } else {
            tree.setFilters(new Searched(List.of(wanted.split("\\s+"))));
            tree.expandAll();
        }
    }

    /** Topics whose page has all words; pages are searched once for each search. */
    private final class Searched extends ViewerFilter {

        private final List<String> words;
        private final Set<String> found = new HashSet<>();
        private final Set<String> missed = new HashSet<>();

        Searched(List<String> words) {
            this.words = words;
        }

        @Override
        public boolean select(Viewer viewer, Object parent, Object element) {
            HelpTopic topic = (HelpTopic) element;
            boolean isChapter = topic.path().contains("#");
            return has(topic.title()) || !isChapter && isFound(topic.path())
                    || topic.children().stream().anyMatch(child -> select(viewer, topic, child));
        }

        private boolean isFound(String path) {
            if (!found.contains(path) && !missed.contains(path)) {
                (library.page(path).filter(this::has).isPresent() ? found : missed).add(path);
            }
            return found.contains(path);
        }

        private boolean has(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return words.stream().allMatch(lower::contains);
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
