package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** Where the links of hovers lead to: to the page of a rule in the help, or out into the web. */
public final class Links {

    private static final String RULE = "dmvpn-rule:";

    /** The server names a rule that a place breaks in bold, with a colon behind. Words of the language are not in capitals. */
    private static final Pattern RULE_NAMED = Pattern.compile("\\*\\*([A-Z]+(?:-[A-Z0-9]+)+)\\*\\*:");

    private Links() {
    }

    /** The text with a link at each rule that it names. */
    public static String toRules(String markdown) {
        return RULE_NAMED.matcher(markdown).replaceAll(named -> Matcher.quoteReplacement(
                "**[" + named.group(1) + "](" + RULE + named.group(1) + ")**:"));
    }

    /** Follows a link. On the UI thread. */
    public static void open(String target) {
        try {
            if (target.startsWith(RULE)) {
                ContextHelp.open(HelpLibrary.pathOfRule(target.substring(RULE.length())));
            } else {
                PlatformUI.getWorkbench().getBrowserSupport().createBrowser("dmvpn.links").openURL(URI.create(target).toURL());
            }
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        } catch (MalformedURLException | IllegalArgumentException notAnAddress) {
            return; // a link that leads nowhere does nothing
        }
    }
}
