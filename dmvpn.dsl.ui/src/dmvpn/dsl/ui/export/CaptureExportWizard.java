package dmvpn.dsl.ui.export;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;

/** {@code Export ▸ DMVPN ▸ Capture Files}. */
public final class CaptureExportWizard extends ModelExportWizard {

    /** Created by the platform. */
    public CaptureExportWizard() {
        super("Export Capture Files", "export.capture");
    }

    @Override
    ModelExportPage page(List<IFile> models, IDialogSettings settings) {
        return new CapturePage(models, settings);
    }
}
