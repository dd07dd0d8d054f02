package dmvpn.sim.ui.expectation;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.expectation.JudgedExpectation;
import dmvpn.app.debug.expectation.JudgedExpectation.Judgement;
import dmvpn.app.debug.expectation.JudgedExpectation.Outcome;
import dmvpn.app.debug.expectation.SessionExpectations;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.timeline.ModelLine;
import dmvpn.sim.ui.view.ClipboardText;
import dmvpn.sim.ui.view.CursorView;
import dmvpn.sim.ui.view.ViewActions;
import dmvpn.sim.ui.view.ViewHelp;
import dmvpn.sim.ui.view.ViewImages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchCommandConstants;

/**
 * What the scenario at the time cursor expects, and what is known of each: also of what is judged behind the cursor. Opening one
 * goes to the event with which it was judged.
 */
public final class ExpectationsView extends CursorView<List<JudgedExpectation>> {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.expectations";

    private static final String[] COLUMNS = {"Verdict", "Judged at", "Expectation", "What was found"};
    private static final int[] WIDTHS = {80, 80, 400, 420};

    private Table table;
    private IAction goToEvent;
    private IAction goToModel;
    private List<JudgedExpectation> shown = List.of();
    private DebugSession readSession;
    private SessionExpectations expectations;

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.EXPECTATIONS.on(parent);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Expectations of the scenario"));
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(WIDTHS[index]);
        }
        ViewActions actions = new ViewActions(getViewSite());
        goToEvent = actions.add("dmvpn.sim.ui.expectations.goToEvent", "Go to Event", "timeline.svg", this::goToEvent);
        goToModel = actions.add("dmvpn.sim.ui.expectations.goToModel", "Go to Model", "model.svg", this::goToModel);
        actions.global(IWorkbenchCommandConstants.EDIT_COPY, this::copy);
        table.addListener(SWT.Selection, event -> updateActions());
        table.addListener(SWT.DefaultSelection, event -> open());
        MenuManager menu = new MenuManager();
        menu.add(goToEvent);
        menu.add(goToModel);
        table.setMenu(menu.createContextMenu(table));
        updateActions();
        follow();
    }

    /** They are known while the run goes on, too. */
    @Override
    protected boolean isReadable(CursorPlace place) {
        return place.simulation().isPresent();
    }

    @Override
    public void simulationChanged(CursorPlace place) {
        refresh();
    }

    @Override
    protected List<JudgedExpectation> read(DebugSession session, IProgressMonitor monitor) {
        if (session != readSession) {
            readSession = session;
            expectations = new SessionExpectations(session);
        }
        return expectations.all();
    }

    @Override
    protected void show(List<JudgedExpectation> all) {
        if (!all.equals(shown)) {
            int selected = table.getSelectionIndex();
            shown = all;
            table.setRedraw(false);
            table.setItemCount(all.size());
            for (int index = 0; index < all.size(); index++) {
                JudgedExpectation each = all.get(index);
                TableItem item = table.getItem(index);
                item.setText(new String[] {each.outcome().title(), each.time(), each.text(), each.explanation()});
                item.setImage(0, ViewImages.of("expectation-" + each.outcome().name().toLowerCase(Locale.ROOT) + ".svg"));
            }
            table.setRedraw(true);
            if (selected >= 0 && selected < all.size()) {
                table.select(selected);
            }
        }
        setContentDescription(summary(all));
        updateActions();
    }

    private static String summary(List<JudgedExpectation> all) {
        if (all.isEmpty()) {
            return "Nothing is expected of this run: a scenario with expectations has some";
        }
        StringJoiner parts = new StringJoiner(", ");
        for (Outcome outcome : List.of(Outcome.MET, Outcome.VIOLATED, Outcome.OPEN)) {
            long count = all.stream().filter(each -> each.outcome() == outcome).count();
            if (count > 0) {
                parts.add(count + " " + outcome.title());
            }
        }
        return all.size() + (all.size() == 1 ? " expectation: " : " expectations: ") + parts;
    }

    @Override
    protected void clear() {
        shown = List.of();
        table.removeAll();
        updateActions();
    }

    private Optional<JudgedExpectation> selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    private Optional<Judgement> judgement() {
        return selected().flatMap(JudgedExpectation::judgement);
    }

    private void updateActions() {
        goToEvent.setEnabled(judgement().isPresent());
        goToModel.setEnabled(selected().isPresent());
    }

    private void open() {
        if (judgement().isPresent()) {
            goToEvent();
        } else {
            goToModel();
        }
    }

    private void goToEvent() {
        judgement().ifPresent(when -> moveTo(when.event()));
    }

    private void goToModel() {
        selected().ifPresent(expectation -> ModelLine.open(getSite().getPage(), expectation.origin()));
    }

    private void copy() {
        selected().ifPresent(each ->
                ClipboardText.copy(String.join("\t", each.outcome().title(), each.time(), each.text(), each.explanation())));
    }

    @Override
    protected void recolour() {
        // Its colours are those of the table.
    }

    @Override
    protected Control control() {
        return table;
    }
}
