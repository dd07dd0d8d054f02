package dmvpn.dsl.ui.help;

import org.eclipse.help.IContext;
import org.eclipse.ui.help.AbstractHelpUI;

/** Help of the stand-alone IDE, which has no other help system: everything leads to our own pages. */
public final class ProductHelp extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        ContextHelp.open("");
    }

    @Override
    public void displayDynamicHelp() {
        ContextHelp.open("");
    }

    @Override
    public void displaySearch() {
        ContextHelp.open("");
    }

    @Override
    public void displayHelpResource(String href) {
        ContextHelp.open(href.replaceFirst("^/?[\\w.]+/docs/", ""));
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        ContextHelp.show(context);
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }
}
