package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.ui.help.HelpContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.IPreferencePageContainer;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;

/** {@code Preferences ▸ DMVPN}: leads to the pages below it, and to the colours. */
public final class RootPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {

    /** Creates the page; it has nothing to restore or to apply. */
    public RootPreferencePage() {
        noDefaultAndApplyButton();
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is needed of it.
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        HelpContext.PREFERENCES.on(page);
        link(page, "<a>Rules</a>: which of them are errors, warnings or nothing", "dmvpn.dsl.ui.preferences.rules");
        link(page, "<a>Formatter</a>: whether models are formatted when they are saved", "dmvpn.dsl.ui.formatter");
        link(page, "<a>Simulation</a>: seed and length of runs, and what the timeline shows", "dmvpn.sim.ui.preferences.simulation");
        link(page, "<a>Colors and Fonts</a>: the colours of the editor, under 'DMVPN'", "org.eclipse.ui.preferencePages.ColorsAndFonts");
        return page;
    }

    private void link(Composite page, String text, String target) {
        Link link = new Link(page, SWT.NONE);
        link.setText(text);
        GridDataFactory.fillDefaults().applyTo(link);
        link.addListener(SWT.Selection, event -> {
            IPreferencePageContainer container = getContainer();
            if (container instanceof IWorkbenchPreferenceContainer preferences) {
                preferences.openPage(target, null);
            }
        });
    }
}
