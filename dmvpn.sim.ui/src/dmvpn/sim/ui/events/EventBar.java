package dmvpn.sim.ui.events;

import dmvpn.app.timeline.EventCriteria;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The line above events of a run: a filter, a search, and what both come to. */
public final class EventBar {

    /** So long people stop typing before the filter is applied. */
    private static final int PAUSE_MILLIS = 250;

    private static final int SEARCH_WIDTH = 160;

    private final Composite bar;
    private final Text filter;
    private final Text search;
    private final Label status;
    private final Runnable changed;

    /**
     * Creates the line, for a grid of one column.
     *
     * @param filterChanged told when the filter says something else
     * @param searched told to go to the next event that the search finds: true for forwards
     * @param events gets the keyboard after a search
     */
    public EventBar(Composite parent, Runnable filterChanged, Consumer<Boolean> searched, Runnable events) {
        changed = filterChanged;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(2, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        filter = field("Filter", "Filter: " + EventCriteria.HINT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        search = field("Search", "Search");
        GridDataFactory.fillDefaults().hint(SEARCH_WIDTH, SWT.DEFAULT).applyTo(search);
        status = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(status);
        filter.addListener(SWT.Modify, event -> filter.getDisplay().timerExec(PAUSE_MILLIS, changed));
        filter.addListener(SWT.KeyDown, event -> leave(event, events));
        search.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                event.doit = false;
                searched.accept((event.stateMask & SWT.SHIFT) == 0);
            } else {
                leave(event, events);
            }
        });
    }

    private Text field(String name, String hint) {
        Text field = new Text(bar, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage(hint);
        field.setToolTipText(name.equals("Filter") ? "Shows events that have all these words; " + EventCriteria.HINT
                : "Enter goes to the next event that has all these words, Shift+Enter to the one before");
        field.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name + " of events"));
        return field;
    }

    private static void leave(Event event, Runnable events) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ESC) {
            event.doit = false;
            events.run();
        }
    }

    /** Gives the keyboard to the search. */
    public void search() {
        search.setFocus();
        search.selectAll();
    }

    /** Copies what is selected in a field, when one has the keyboard: Ctrl+C is one command for the whole view. */
    public boolean copy() {
        return focused().map(field -> {
            field.copy();
            return true;
        }).orElse(false);
    }

    /** Selects all of a field, when one has the keyboard. */
    public boolean selectAll() {
        return focused().map(field -> {
            field.selectAll();
            return true;
        }).orElse(false);
    }

    private Optional<Text> focused() {
        return Stream.of(filter, search).filter(Text::isFocusControl).findFirst();
    }

    /** Which events are shown. */
    public EventCriteria filter(boolean keepAlives) {
        return EventCriteria.parse(filter.getText(), keepAlives);
    }

    /** What is searched for; among what is shown. */
    public EventCriteria searched() {
        return EventCriteria.parse(search.getText(), true);
    }

    /** The filter as it is written. */
    public String filterText() {
        return filter.getText();
    }

    /** Filters at once. */
    public void setFilter(String text) {
        filter.setText(text);
        filter.getDisplay().timerExec(-1, changed);
        changed.run();
    }

    /** Says what came of filter and search. */
    public void say(String text) {
        if (!status.isDisposed() && !text.equals(status.getText())) {
            status.setText(text);
            bar.layout();
        }
    }

    /** The line itself. */
    public Control control() {
        return bar;
    }
}
