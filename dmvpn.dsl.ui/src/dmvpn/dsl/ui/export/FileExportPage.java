package dmvpn.dsl.ui.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;

/** A page for what is one file. */
abstract class FileExportPage extends ModelExportPage {

    private final List<String> endings;

    /** @param endings what the name of the file may end in, the usual one first */
    FileExportPage(String title, String description, List<String> endings, List<IFile> offered, IDialogSettings settings) {
        super(title, description, offered, settings);
        this.endings = List.copyOf(endings);
    }

    @Override
    final String targetLabel() {
        return "&File:";
    }

    @Override
    final String proposal(String modelName) {
        return modelName + endings.getFirst();
    }

    @Override
    final Optional<String> problem(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (endings.stream().noneMatch(name::endsWith)) {
            return Optional.of("Let the name of the file end in " + String.join(" or ", endings));
        }
        return Files.isDirectory(path) ? Optional.of("A folder has the name of this file: choose another one") : Optional.empty();
    }

    @Override
    final Optional<String> browse(String shown) {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(getTitle());
        dialog.setFilterExtensions(endings.stream().map(ending -> "*" + ending).toArray(String[]::new));
        int name = shown.lastIndexOf(File.separatorChar) + 1;
        dialog.setFilterPath(shown.substring(0, name));
        dialog.setFileName(shown.substring(name));
        dialog.setOverwrite(false); // it is asked about when the file is written
        return Optional.ofNullable(dialog.open());
    }

    @Override
    final Optional<String> question() {
        return Files.exists(target()) ? Optional.of("'" + target().getFileName() + "' exists already. Replace it?") : Optional.empty();
    }
}
