package dmvpn.dsl.ui.export;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;

/** {@code Export ▸ DMVPN ▸ Topology Picture}. */
public final class PictureExportWizard extends ModelExportWizard {

    /** Created by the platform. */
    public PictureExportWizard() {
        super("Export Topology Picture", "export.picture");
    }

    @Override
    ModelExportPage page(List<IFile> models, IDialogSettings settings) {
        return new PicturePage(models, settings);
    }
}
