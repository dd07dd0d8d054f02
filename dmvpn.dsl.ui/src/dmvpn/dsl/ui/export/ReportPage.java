package dmvpn.dsl.ui.export;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What is asked before a report is written. */
final class ReportPage extends FileExportPage {

    private static final String RUN = "run";

    private Button run;

    ReportPage(List<IFile> offered, IDialogSettings settings) {
        super("Report", "One HTML page: the network, its picture, its routers, what the rules find, the scenarios", List.of(".html", ".htm"),
                offered, settings);
    }

    @Override
    void createOptions(Composite page, IDialogSettings remembered) {
        run = box(page, "Run the &scenarios and report their verdicts (may take minutes)", remembered.getBoolean(RUN));
    }

    @Override
    void rememberOptions(IDialogSettings remembered) {
        remembered.put(RUN, run.getSelection());
    }

    @Override
    ModelExport export() {
        return new ReportExport(target(), run.getSelection());
    }
}
