package dmvpn.diagram.ui.browser;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;

/** The browser engine of the system, which not every one has. */
final class BrowserEngine {

    /** Makes the engine look missing, for a test of what people see then. */
    private static final String MISSING = "dmvpn.diagram.ui.noBrowser";

    private BrowserEngine() {
    }

    static Browser create(Composite parent) throws NoBrowserException {
        if (Boolean.getBoolean(MISSING)) {
            throw new NoBrowserException(whatToInstall());
        }
        try {
            return new Browser(parent, SWT.NONE);
        } catch (SWTError noEngine) {
            throw new NoBrowserException(whatToInstall());
        }
    }

    private static String whatToInstall() {
        String what = switch (Platform.getOS()) {
            case Platform.OS_LINUX -> "Install WebKitGTK and open the diagram again. On Debian and Ubuntu:\n\n"
                    + "    sudo apt-get install -y libwebkit2gtk-4.1-0\n\non Fedora:\n\n    sudo dnf install webkit2gtk4.1";
            case Platform.OS_WIN32 -> "Install the WebView2 runtime of Microsoft Edge and open the diagram again.";
            default -> "The system's browser engine could not be started.";
        };
        return "The diagram is drawn by the browser engine of the system, and there is none.\n\n" + what
                + "\n\nUntil then './dmvpn serve' shows the same diagram in a web browser, and './dmvpn draw' makes a picture.";
    }
}
