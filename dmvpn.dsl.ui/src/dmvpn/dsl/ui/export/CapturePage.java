package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.capture.CaptureBy;
import dmvpn.app.capture.CaptureRequest;
import dmvpn.app.time.Durations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What is asked before a run is captured. */
final class CapturePage extends ModelExportPage {

    private static final String BY = "by";
    private static final String CLEAR = "clear";

    private Text scenario;
    private Text length;
    private Combo by;
    private Button clear;

    CapturePage(List<IFile> offered, IDialogSettings settings) {
        super("Capture Files", "Runs the model and writes what crosses its wires as pcapng, with the keys for Wireshark", offered, settings);
    }

    @Override
    String targetLabel() {
        return "Fo&lder:";
    }

    @Override
    String proposal(String modelName) {
        return modelName + "-captures";
    }

    @Override
    Optional<String> problem(Path path) {
        return Files.isRegularFile(path) ? Optional.of("A file has the name of this folder: choose another one") : Optional.empty();
    }

    @Override
    Optional<String> browse(String shown) {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
        dialog.setText("Folder for Captures");
        dialog.setFilterPath(shown);
        return Optional.ofNullable(dialog.open());
    }

    @Override
    void createOptions(Composite page, IDialogSettings remembered) {
        scenario = text(page, "&Scenario:", "the first of the model");
        length = text(page, "L&ength:", "that of the scenario, else such as 90s or 10min");
        String last = remembered.get(BY);
        by = combo(page, "A file for &each:", List.of("router or host", "transport or local network", "network"),
                last == null ? 0 : CaptureBy.valueOf(last).ordinal());
        clear = box(page, "Packets as they would be without &IPsec", remembered.getBoolean(CLEAR));
        length.addListener(SWT.Modify, event -> check());
    }

    private static Text text(Composite page, String label, String empty) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setMessage(empty);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(text);
        return text;
    }

    @Override
    Optional<String> problemOfOptions() {
        try {
            length();
            return Optional.empty();
        } catch (RequestException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private Optional<Duration> length() throws RequestException {
        return length.getText().isBlank() ? Optional.empty() : Optional.of(Durations.parse(length.getText().strip()));
    }

    @Override
    void rememberOptions(IDialogSettings remembered) {
        remembered.put(BY, CaptureBy.values()[by.getSelectionIndex()].name());
        remembered.put(CLEAR, clear.getSelection());
    }

    @Override
    Optional<String> question() {
        String[] files = target().toFile().list((folder, name) -> name.endsWith(".pcapng"));
        return files == null || files.length == 0 ? Optional.empty()
                : Optional.of("'" + target().getFileName() + "' has captures already. Replace those of the same names?");
    }

    @Override
    ModelExport export() {
        try {
            Optional<String> name = Optional.of(scenario.getText().strip()).filter(text -> !text.isEmpty());
            return new CaptureExport(new CaptureRequest(target(), name, length(), OptionalLong.empty(),
                    CaptureBy.values()[by.getSelectionIndex()], clear.getSelection()));
        } catch (RequestException impossible) {
            throw new IllegalStateException("A page with such a length cannot be finished", impossible);
        }
    }
}
