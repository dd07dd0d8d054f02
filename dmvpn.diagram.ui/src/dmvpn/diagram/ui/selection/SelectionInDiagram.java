package dmvpn.diagram.ui.selection;

import dmvpn.diagram.ui.browser.DiagramBrowser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.ui.views.properties.IPropertySource;

/**
 * Tells the workbench what is selected in the page, and the page what the workbench selects: elements, or a place in the text.
 * To be used on the thread of the user interface.
 */
public final class SelectionInDiagram implements IPostSelectionProvider {

    private final IDocument document;
    private final DrawnPlaces places;
    private final DiagramBrowser page;
    private final Function<String, IPropertySource> properties;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
    private DiagramSelection selection = DiagramSelection.none();

    /**
     * Nothing is selected at first.
     *
     * @param properties gives the properties of an element
     */
    public SelectionInDiagram(IDocument document, DrawnPlaces places, DiagramBrowser page,
            Function<String, IPropertySource> properties) {
        this.document = document;
        this.places = places;
        this.page = page;
        this.properties = properties;
    }

    /** These elements are selected in the page by now. */
    public void selected(List<String> ids) {
        if (ids.equals(selection.ids())) {
            return;
        }
        selection = selection(ids);
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        listeners.forEach(listener -> SafeRunner.run(() -> listener.selectionChanged(event)));
        postListeners.forEach(listener -> SafeRunner.run(() -> listener.selectionChanged(event)));
    }

    private DiagramSelection selection(List<String> ids) {
        ITextSelection place = ids.stream().map(places::name).flatMap(Optional::stream).findFirst().map(this::text)
                .orElseGet(TextSelection::emptySelection);
        return new DiagramSelection(ids.stream().map(id -> new DiagramElement(id, properties)).toList(), place);
    }

    /** Something else is drawn by now: what is selected stays so as far as it is there, wherever the text says it. */
    public void drawn() {
        List<String> left = selection.ids().stream().filter(places::isDrawn).toList();
        if (left.equals(selection.ids())) {
            selection = selection(left);
        } else {
            selected(left);
        }
    }

    private ITextSelection text(IRegion region) {
        return new TextSelection(document, region.getOffset(), region.getLength());
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection wanted) {
        if (wanted instanceof IStructuredSelection elements) {
            page.select(((List<?>) elements.toList()).stream().filter(DiagramElement.class::isInstance)
                    .map(element -> ((DiagramElement) element).id()).toList());
        } else if (wanted instanceof ITextSelection text) {
            page.select(text.isEmpty() ? List.of() : places.at(text.getOffset()).map(List::of).orElse(List.of()));
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.add(listener);
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.remove(listener);
    }
}
