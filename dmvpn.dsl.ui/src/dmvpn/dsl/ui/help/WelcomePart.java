package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import dmvpn.app.help.MarkdownReader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IntroPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** The welcome page of the stand-alone IDE: a page of the documentation whose links lead into the workbench. */
public final class WelcomePart extends IntroPart {

    private static final String PAGE = "welcome.md";

    private PageText page;

    @Override
    public void createPartControl(Composite parent) {
        page = new PageText(parent, this::follow);
        page.show(MarkdownReader.read(HelpPages.library().page(PAGE).orElse("")), "");
    }

    @Override
    public void standbyStateChanged(boolean standby) {
        // It looks the same beside the workbench.
    }

    @Override
    public void setFocus() {
        page.widget().setFocus();
    }

    private void follow(String link) {
        IWorkbenchPage workbenchPage = getIntroSite().getPage();
        PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
        try {
            if (CommandLinks.isOne(link)) {
                CommandLinks.run(link, workbenchPage);
            } else {
                HelpView.open(workbenchPage, HelpLibrary.resolve(PAGE, link));
            }
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        }
    }
}
