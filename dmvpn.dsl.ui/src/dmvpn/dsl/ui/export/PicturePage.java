package dmvpn.dsl.ui.export;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** What is asked before a picture is drawn. */
final class PicturePage extends FileExportPage {

    private static final String COLOURS = "colours";
    private static final List<String> THEMES = List.of("auto", "light", "dark");

    private Combo colours;

    PicturePage(List<IFile> offered, IDialogSettings settings) {
        super("Topology Picture", "The ending of the file says the format: SVG, PNG or PDF", List.of(".svg", ".png", ".pdf"), offered, settings);
    }

    @Override
    void createOptions(Composite page, IDialogSettings remembered) {
        colours = combo(page, "&Colours:", List.of("as the reader's screen (SVG; else light)", "light", "dark"),
                THEMES.indexOf(Optional.ofNullable(remembered.get(COLOURS)).orElse("")));
    }

    @Override
    void rememberOptions(IDialogSettings remembered) {
        remembered.put(COLOURS, THEMES.get(colours.getSelectionIndex()));
    }

    @Override
    ModelExport export() {
        return new PictureExport(target(), THEMES.get(colours.getSelectionIndex()));
    }
}
