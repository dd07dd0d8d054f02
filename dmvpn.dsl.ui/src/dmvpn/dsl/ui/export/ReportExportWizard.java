package dmvpn.dsl.ui.export;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;

/** {@code Export ▸ DMVPN ▸ Report}. */
public final class ReportExportWizard extends ModelExportWizard {

    /** Created by the platform. */
    public ReportExportWizard() {
        super("Export Report", "export.report");
    }

    @Override
    ModelExportPage page(List<IFile> models, IDialogSettings settings) {
        return new ReportPage(models, settings);
    }
}
