package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.ide.rules.RulePage;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.network.rules.Rule;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** What a rule says: its explanation at once, and its whole page, with examples and mends, when that has been made. */
final class RulePageText {

    private final Text text;
    private Rule shown;

    RulePageText(Composite parent) {
        text = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL);
        AccessibleNames.set(text, "What the rule says");
    }

    Control control() {
        return text;
    }

    void clear() {
        shown = null;
        text.setText("");
    }

    void show(Rule rule) {
        if (rule.equals(shown)) {
            return;
        }
        shown = rule;
        text.setText(rule.id() + ": " + rule.title() + "\n\n" + rule.explanation() + "\n\n" + rule.source());
        Display display = text.getDisplay();
        Job.createSystem("Page of " + rule.id(), (ICoreRunnable) monitor -> {
            String page = LanguageSessions.current().newService(RulePage.class).of(rule, "");
            display.asyncExec(() -> showPage(rule, page));
        }).schedule();
    }

    private void showPage(Rule rule, String page) {
        if (!text.isDisposed() && rule.equals(shown)) {
            text.setText(page.replaceFirst("^# ", "").replace("\n## ", "\n").replace("```", "").replace("**", "").replace("\\<", "<")
                    .replace("\\|", "|").replaceAll("\n{3,}", "\n\n"));
        }
    }
}
