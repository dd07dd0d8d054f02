package dmvpn.sim.ui.table;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.RouterState;
import dmvpn.app.debug.table.RouterTables;
import dmvpn.app.show.RouterCommands;
import dmvpn.sim.ui.view.CursorView;
import dmvpn.sim.ui.view.ViewActions;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;

/**
 * What a router answers at the time cursor: its tables, or what a show command prints. What has become of rows and lines since the
 * router was shown last is highlighted.
 */
public final class TablesView extends CursorView<TablesView.Answer> {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.tables";

    private static final String COMMAND = "command";
    private static final int MOST_REMEMBERED = 256;

    /**
     * What a router answered.
     *
     * @param session who was asked
     * @param routers names of all routers
     * @param tables its answer
     * @param commands commands that it has
     */
    record Answer(DebugSession session, List<String> routers, RouterTables tables, List<String> commands) {
    }

    /** Of which router, and to what. */
    private record Question(DebugSession session, String router, String command) {
    }

    private final Map<Question, RouterTables> latest = new LinkedHashMap<>();
    private final Map<Question, RouterTables> before = new LinkedHashMap<>();
    private String savedCommand = "";
    private QuestionBar question;
    private Composite area;
    private StackLayout pages;
    private TablePages tables;
    private CommandText text;
    private IAction onlyChanges;
    private Answer shown;
    private volatile Optional<String> router = Optional.empty();
    private volatile String command = "";

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        savedCommand = memento == null || memento.getString(COMMAND) == null ? "" : memento.getString(COMMAND);
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(COMMAND, command);
    }

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.ROUTER_TABLES.on(parent);
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        whole.setLayout(layout);
        command = savedCommand;
        question = new QuestionBar(whole, command, this::asked);
        area = new Composite(whole, SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pages = new StackLayout();
        area.setLayout(pages);
        tables = new TablePages(area);
        text = new CommandText(area);
        pages.topControl = tables.control();
        ViewActions actions = new ViewActions(getViewSite());
        onlyChanges = actions.addToggle("dmvpn.sim.ui.tables.onlyChanges", "Show Only Changes", "only-changes.svg", only -> showAnswer());
        actions.global(IWorkbenchCommandConstants.EDIT_COPY, this::copy);
        follow();
    }

    private void asked() {
        router = question.router();
        command = question.command();
        refresh();
    }

    private void copy() {
        if (question.hasFocus()) {
            question.copy();
        } else if (pages.topControl == text.control()) {
            text.copy();
        } else {
            tables.copy();
        }
    }

    @Override
    protected Answer read(DebugSession session, IProgressMonitor monitor) {
        List<RouterState> routers = session.routers();
        int ofEvent = Math.max(0, session.eventRouter());
        int asked = router.flatMap(name -> routers.stream().filter(each -> each.name().equals(name)).findFirst())
                .map(RouterState::node).orElse(ofEvent);
        RouterTables answer = RouterTables.read(session, asked, command);
        List<String> commands = session.ofRouter(asked, RouterCommands::of).orElse(List.of());
        return new Answer(session, routers.stream().map(RouterState::name).toList(), answer, commands);
    }

    @Override
    protected void show(Answer answer) {
        shown = answer;
        remember(new Question(answer.session(), answer.tables().router(), answer.tables().command()), answer.tables());
        question.offer(answer.routers(), answer.commands());
        showAnswer();
    }

    /** What was shown at another event is what it is compared with; the same event again does not replace it. */
    private void remember(Question asked, RouterTables answer) {
        RouterTables earlier = latest.put(asked, answer);
        if (earlier != null && earlier.event() != answer.event()) {
            before.put(asked, earlier);
        }
        forgetOldest(latest);
        forgetOldest(before);
    }

    private static void forgetOldest(Map<Question, RouterTables> answers) {
        if (answers.size() > MOST_REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    private void showAnswer() {
        if (shown == null) {
            return;
        }
        RouterTables answer = shown.tables();
        Optional<RouterTables> earlier = Optional.ofNullable(before.get(new Question(shown.session(), answer.router(), answer.command())));
        boolean isText = !answer.command().isEmpty();
        if (isText) {
            text.show(answer.linesComparedWith(earlier), onlyChanges.isChecked());
        } else {
            tables.show(answer.comparedWith(earlier), onlyChanges.isChecked());
        }
        pages.topControl = isText ? text.control() : tables.control();
        area.layout();
        setContentDescription(answer.problem().isEmpty() ? answer.router() + " at " + shown.session().timeText()
                + (earlier.isEmpty() ? "" : ", compared with when it was shown before") : answer.problem());
    }

    @Override
    protected void clear() {
        shown = null;
        latest.clear();
        before.clear();
        tables.show(new ArrayList<>(), false);
        text.show(List.of(), false);
    }

    @Override
    protected void recolour() {
        showAnswer();
    }

    @Override
    protected Control control() {
        return pages.topControl;
    }

    @Override
    public void setFocus() {
        if (pages.topControl == text.control()) {
            text.control().setFocus();
        } else {
            tables.setFocus();
        }
    }
}
