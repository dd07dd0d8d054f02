package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.MarkdownReader;
import dmvpn.app.help.StyledPage;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.DialogTray;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A page of the documentation at the side of a dialogue, which keeps the workbench from being used. */
final class HelpTray extends DialogTray {

    private static final int WIDTH = 420;

    private final HelpLibrary library = HelpPages.library();
    private final TrayDialog dialogue;
    private String path;
    private PageText page;

    private HelpTray(TrayDialog dialogue, String path) {
        this.dialogue = dialogue;
        this.path = path;
    }

    /** Shows a page; an empty path stands for the documentation on the IDE. */
    static void open(TrayDialog dialogue, String path) {
        String shown = path.isEmpty() ? HelpLibrary.IDE : path;
        if (dialogue.getTray() instanceof HelpTray tray) {
            tray.goTo(shown);
            return;
        }
        if (dialogue.getTray() != null) {
            dialogue.closeTray();
        }
        dialogue.openTray(new HelpTray(dialogue, shown));
        keepInSight(dialogue.getShell());
    }

    /** The platform makes the dialogue wider, wherever it is. */
    private static void keepInSight(Shell shell) {
        Rectangle sight = shell.getMonitor().getClientArea();
        Rectangle bounds = shell.getBounds();
        int width = Math.min(bounds.width, sight.width);
        shell.setBounds(Math.max(sight.x, Math.min(bounds.x, sight.x + sight.width - width)), bounds.y, width, bounds.height);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        page = new PageText(area, this::follow);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(page.widget());
        Button close = new Button(area, SWT.PUSH);
        close.setText("Close &Help");
        close.addListener(SWT.Selection, event -> dialogue.closeTray());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(close);
        goTo(path);
        return area;
    }

    private void follow(String link) {
        String target = HelpLibrary.resolve(path, link);
        if (target.contains(":")) {
            if (!CommandLinks.isOne(target)) {
                Program.launch(target); // commands need the workbench, which the dialogue is in front of
            }
        } else {
            goTo(target);
        }
    }

    private void goTo(String target) {
        path = target;
        Display display = page.widget().getDisplay();
        Job.createSystem("Page of the documentation", (ICoreRunnable) monitor -> {
            StyledPage read = MarkdownReader.read(library.page(target).orElse("# Not here\n"));
            display.asyncExec(() -> {
                if (!page.widget().isDisposed() && target.equals(path)) {
                    page.show(read, target.replaceFirst("^[^#]*#?", ""));
                }
            });
        }).schedule();
    }
}
