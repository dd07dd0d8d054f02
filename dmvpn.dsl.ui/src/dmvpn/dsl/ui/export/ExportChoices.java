package dmvpn.dsl.ui.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogSettings;

/**
 * What is asked before an export.
 *
 * @param models models to export
 * @param format keyword of the format
 * @param folder folder as it was typed
 * @param keepExisting true when files that exist are left as they are
 * @param withSecrets true when values of secrets are written where they are known
 */
record ExportChoices(List<IFile> models, String format, String folder, boolean keepExisting, boolean withSecrets) {

    private static final String FORMAT = "format";
    private static final String FOLDER = "folder";
    private static final String KEEP = "keepExisting";

    ExportChoices {
        models = List.copyOf(models);
    }

    /** What was chosen the last time, for these models; secrets are asked for anew each time. */
    static ExportChoices remembered(List<IFile> models, IDialogSettings settings, String firstFormat) {
        return new ExportChoices(models, Optional.ofNullable(settings.get(FORMAT)).orElse(firstFormat),
                Optional.ofNullable(settings.get(FOLDER)).orElse(""), settings.getBoolean(KEEP), false);
    }

    void remember(IDialogSettings settings) {
        settings.put(FORMAT, format);
        settings.put(FOLDER, folder);
        settings.put(KEEP, keepExisting);
    }

    /** What is missing or wrong; empty when nothing is. */
    Optional<String> problem() {
        if (models.isEmpty()) {
            return Optional.of("Choose a model");
        }
        if (folder.isBlank()) {
            return Optional.of("Enter the folder for the configurations");
        }
        try {
            Path path = Path.of(folder);
            return !path.isAbsolute() ? Optional.of("Enter the folder with its whole path")
                    : path.toFile().isFile() ? Optional.of("A file has the name of this folder: choose another one")
                    : Optional.empty();
        } catch (InvalidPathException wrong) {
            return Optional.of("This is no name of a folder: " + wrong.getReason());
        }
    }
}
