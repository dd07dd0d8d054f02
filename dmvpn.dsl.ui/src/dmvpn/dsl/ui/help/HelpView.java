package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.HelpTopic;
import dmvpn.app.help.MarkdownReader;
import dmvpn.app.help.StyledPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/**
 * The documentation: its contents, and a page. The pages are those of the folder docs and of the rule catalogue; they are
 * drawn as text, so neither a browser nor a web server is needed.
 */
public final class HelpView extends ViewPart {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.dsl.ui.help.view";

    private static final int[] WEIGHTS = {30, 70};

    private final HelpLibrary library = HelpPages.library();
    private final Deque<Shown> back = new ArrayDeque<>();
    private final Deque<Shown> forward = new ArrayDeque<>();
    private ContentsTree contents;
    private PageText page;
    private Shown shown;
    private Action goBack;
    private Action goForward;

    /** A page that is shown: one of the library, or what somebody asked about. */
    private record Shown(String path, Optional<String> text) {
    }

    /**
     * Opens the view on a page.
     *
     * @param path path of the page; empty to leave the page that is shown
     */
    public static void open(IWorkbenchPage workbenchPage, String path) throws PartInitException {
        HelpView view = (HelpView) workbenchPage.showView(ID);
        if (!path.isEmpty()) {
            view.goTo(new Shown(path, Optional.empty()));
        }
    }

    /** Opens the view beside the part that is active on a text of its own. */
    static void openText(IWorkbenchPage workbenchPage, String markdown) throws PartInitException {
        HelpView view = (HelpView) workbenchPage.showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
        view.goTo(new Shown("", Optional.of(markdown)));
    }

    @Override
    public void createPartControl(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        contents = new ContentsTree(sash, library, path -> goTo(new Shown(path, Optional.empty())));
        page = new PageText(sash, this::follow);
        sash.setWeights(WEIGHTS);
        goBack = history("Back", "org.eclipse.ui.navigate.backwardHistory", ISharedImages.IMG_TOOL_BACK, back, forward);
        goForward = history("Forward", "org.eclipse.ui.navigate.forwardHistory", ISharedImages.IMG_TOOL_FORWARD, forward, back);
        shown = new Shown(HelpLibrary.TUTORIAL, Optional.empty());
        display(shown);
        load(parent.getDisplay());
    }

    /** Writing the pages of the rules takes a second the first time. */
    private void load(Display display) {
        Job.createSystem("Contents of the documentation", (ICoreRunnable) monitor -> {
            List<HelpTopic> topics = library.contents();
            library.page(HelpLibrary.RULES);
            display.asyncExec(() -> {
                if (!page.widget().isDisposed()) {
                    contents.show(topics);
                }
            });
        }).schedule();
    }

    private Action history(String name, String command, String image, Deque<Shown> from, Deque<Shown> to) {
        Action action = new Action(name) {
            @Override
            public void run() {
                if (!from.isEmpty()) {
                    to.push(shown);
                    shown = from.pop();
                    display(shown);
                }
            }
        };
        action.setToolTipText(name);
        action.setActionDefinitionId(command);
        action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image));
        IActionBars bars = getViewSite().getActionBars();
        bars.getToolBarManager().add(action);
        bars.getMenuManager().add(action);
        getViewSite().getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
        return action;
    }

    private void follow(String link) {
        String target = HelpLibrary.resolve(shown.path(), link);
        if (CommandLinks.isOne(target)) {
            CommandLinks.run(target, getSite().getPage());
        } else if (target.contains(":")) {
            Program.launch(target);
        } else {
            goTo(new Shown(target, Optional.empty()));
        }
    }

    private void goTo(Shown next) {
        if (!next.equals(shown)) {
            back.push(shown);
            forward.clear();
        }
        shown = next;
        display(next);
    }

    private void display(Shown what) {
        goBack.setEnabled(!back.isEmpty());
        goForward.setEnabled(!forward.isEmpty());
        if (what.text().isPresent()) {
            page.show(MarkdownReader.read(what.text().get()), "");
            return;
        }
        // The page of a rule may have to be written first: not here.
        Display display = page.widget().getDisplay();
        Job.createSystem("Page of the documentation", (ICoreRunnable) monitor -> {
            StyledPage read = MarkdownReader.read(library.page(what.path())
                    .orElse("# Not here\n\n`" + what.path() + "` is no page of the documentation that is shipped with the IDE."));
            display.asyncExec(() -> {
                if (!page.widget().isDisposed() && what.equals(shown)) {
                    page.show(read, what.path().contains("#") ? what.path().substring(what.path().indexOf('#') + 1) : "");
                }
            });
        }).schedule();
    }

    @Override
    public void setFocus() {
        page.widget().setFocus();
    }
}
