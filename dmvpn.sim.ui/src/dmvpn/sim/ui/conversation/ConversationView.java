package dmvpn.sim.ui.conversation;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.TimelineRow;
import dmvpn.app.debug.conversation.SeenConversation;
import dmvpn.app.debug.conversation.SeenConversation.Member;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.ui.packet.WiresharkAction;
import dmvpn.sim.ui.packet.WiresharkJob;
import dmvpn.sim.ui.timeline.ModelLine;
import dmvpn.sim.ui.view.ClipboardText;
import dmvpn.sim.ui.view.CursorView;
import dmvpn.sim.ui.view.ViewActions;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchCommandConstants;

/**
 * The conversation of the event at the time cursor, such as an IKE exchange or a registration: its events in their order, what came
 * of it, and the state machine behind it with its state. Opening an event moves the cursor there.
 */
public final class ConversationView extends CursorView<Optional<SeenConversation>> {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.conversation";

    private static final String[] COLUMNS = {"Time", "Since first", "Router", "Message", "Again", "Fields", "Reason"};
    private static final int[] WIDTHS = {80, 90, 90, 210, 60, 300, 240};
    private static final int[] WEIGHTS = {60, 40};

    private SashForm area;
    private Table table;
    private MachineDrawing machine;
    private IAction goToEvent;
    private IAction goToModel;
    private WiresharkAction wireshark;
    private List<Member> shown = List.of();

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.CONVERSATION.on(parent);
        area = new SashForm(parent, SWT.HORIZONTAL);
        table = new Table(area, SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Events of the conversation"));
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(WIDTHS[index]);
        }
        machine = new MachineDrawing(area);
        area.setWeights(WEIGHTS);
        ViewActions actions = new ViewActions(getViewSite());
        goToEvent = actions.add("dmvpn.sim.ui.conversation.goToEvent", "Go to Event", "timeline.svg", this::goToEvent);
        goToModel = actions.add("dmvpn.sim.ui.conversation.goToModel", "Go to Model", "model.svg",
                () -> selected().ifPresent(row -> ModelLine.open(getSite().getPage(), row.origin())));
        wireshark = new WiresharkAction(getViewSite(), this::openInWireshark);
        actions.global(IWorkbenchCommandConstants.EDIT_COPY, this::copy);
        table.addListener(SWT.Selection, event -> updateActions());
        table.addListener(SWT.DefaultSelection, event -> goToEvent());
        MenuManager menu = new MenuManager();
        menu.add(goToEvent);
        menu.add(goToModel);
        menu.add(wireshark.action());
        table.setMenu(menu.createContextMenu(table));
        updateActions();
        follow();
    }

    @Override
    protected Optional<SeenConversation> read(DebugSession session, IProgressMonitor monitor) {
        return SeenConversation.read(session);
    }

    @Override
    protected void show(Optional<SeenConversation> conversation) {
        if (conversation.isEmpty()) {
            clear();
            setContentDescription("Before the first event there is no conversation");
            return;
        }
        shown = conversation.get().members();
        table.setRedraw(false);
        table.setItemCount(shown.size());
        for (int index = 0; index < shown.size(); index++) {
            table.getItem(index).setText(cells(shown.get(index)));
            table.getItem(index).setFont(index == conversation.get().inHand() ? boldFont() : null);
        }
        table.setSelection(conversation.get().inHand());
        table.showSelection();
        table.setRedraw(true);
        machine.show(conversation.get().machine());
        setContentDescription(conversation.get().outcome());
        updateActions();
    }

    private static Font boldFont() {
        return JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
    }

    private static String[] cells(Member member) {
        TimelineRow row = member.row();
        return new String[] {row.time(), TimeText.duration(member.sinceFirstNanos()), row.router(), row.message(),
            member.again() ? "again" : "", row.fields(), row.reason()};
    }

    @Override
    protected void clear() {
        shown = List.of();
        table.removeAll();
        machine.show(Optional.empty());
        updateActions();
    }

    private Optional<TimelineRow> selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index).row());
    }

    private void updateActions() {
        goToEvent.setEnabled(selected().isPresent());
        wireshark.enable(!shown.isEmpty());
        goToModel.setEnabled(selected().filter(row -> row.origin().isKnown()).isPresent());
    }

    /** The packets of the selected events; of all of them when just one is selected. */
    private void openInWireshark() {
        List<Integer> events = table.getSelectionCount() > 1
                ? Arrays.stream(table.getSelectionIndices()).mapToObj(index -> shown.get(index).row().event()).toList()
                : shown.stream().map(member -> member.row().event()).toList();
        session().ifPresent(each -> WiresharkJob.open(each, () -> events));
    }

    private void goToEvent() {
        selected().ifPresent(row -> moveTo(row.event()));
    }

    private void copy() {
        ClipboardText.copy(shown.stream().map(ConversationView::cells).map(cells -> String.join("\t", cells)).collect(Collectors.joining("\n")));
    }

    @Override
    protected void recolour() {
        machine.redraw();
    }

    @Override
    protected Control control() {
        return table;
    }

    @Override
    public void dispose() {
        if (wireshark != null) {
            wireshark.dispose();
        }
        super.dispose();
    }
}
