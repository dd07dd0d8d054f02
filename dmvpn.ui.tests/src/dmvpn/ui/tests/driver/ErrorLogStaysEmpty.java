package dmvpn.ui.tests.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test during which an error or a warning of our own came into the Error Log. */
public final class ErrorLogStaysEmpty implements BeforeEachCallback, AfterEachCallback, ILogListener {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        entries.clear();
        Platform.addLogListener(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Platform.removeLogListener(this);
        assertThat(entries).as("entries in the Error Log").isEmpty();
    }

    @Override
    public void logging(IStatus status, String plugin) {
        boolean ours = plugin.startsWith("dmvpn.") || status.getPlugin().startsWith("dmvpn.");
        if (status.getSeverity() == IStatus.ERROR || ours && status.getSeverity() == IStatus.WARNING) {
            Throwable cause = status.getException();
            entries.add(status.getPlugin() + ": " + status.getMessage() + (cause == null ? "" : " (" + cause + ")"));
        }
    }
}
