package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.MarkdownReader;
import dmvpn.app.help.StyledPage;
import dmvpn.network.rules.Rule;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** What a rule says, in a dialogue: its explanation at once, and its whole page, with examples and mends, when it is written. */
public final class RulePageText {

    private static final StyledPage NOTHING = new StyledPage("", List.of());

    private final HelpLibrary library = HelpPages.library();
    private final PageText text;
    private Rule shown;

    /** Creates the control. */
    public RulePageText(Composite parent) {
        text = new PageText(parent, SWT.BORDER, this::follow);
    }

    /** The control. */
    public Control control() {
        return text.widget();
    }

    /** Shows nothing. */
    public void clear() {
        shown = null;
        text.show(NOTHING, "");
    }

    /** Shows a rule. */
    public void show(Rule rule) {
        if (rule.equals(shown)) {
            return;
        }
        shown = rule;
        text.show(MarkdownReader.read("# " + rule.id() + ": " + rule.title() + "\n\n" + rule.explanation() + "\n\n" + rule.source()), "");
        Display display = text.widget().getDisplay();
        Job.createSystem("Page of " + rule.id(), (ICoreRunnable) monitor -> library.page(HelpLibrary.pathOfRule(rule.id()))
                .map(MarkdownReader::read).ifPresent(page -> display.asyncExec(() -> showPage(rule, page)))).schedule();
    }

    private void showPage(Rule rule, StyledPage page) {
        if (!text.widget().isDisposed() && rule.equals(shown)) {
            text.show(page, "");
        }
    }

    private void follow(String link) {
        String target = HelpLibrary.resolve(HelpLibrary.pathOfRule(shown.id()), link);
        if (target.contains(":")) {
            Program.launch(target);
        } else {
            ContextHelp.showPage(target);
        }
    }
}
