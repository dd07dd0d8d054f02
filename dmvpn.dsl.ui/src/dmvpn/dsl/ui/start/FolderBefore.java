package dmvpn.dsl.ui.start;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a folder was before the platform made a project of it: a person may have files in it. */
final class FolderBefore {

    /** What the platform writes for a project by itself, the inner ones first. */
    private static final List<String> OF_PLATFORM = List.of(".project", ".settings/org.eclipse.core.resources.prefs");
    private static final String SETTINGS = ".settings";

    private final Path folder;
    private final boolean wasThere;
    private final boolean hadSettings;
    private final Map<Path, Optional<byte[]>> ofPlatform = new LinkedHashMap<>();

    /**
     * Looks at a folder.
     *
     * @throws IOException when what is in it cannot be read
     */
    FolderBefore(Path folder) throws IOException {
        this.folder = folder;
        wasThere = Files.exists(folder);
        hadSettings = Files.exists(folder.resolve(SETTINGS));
        for (String name : OF_PLATFORM) {
            Path file = folder.resolve(name);
            ofPlatform.put(file, Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
        }
    }

    /** True when all in it has come since. */
    boolean isNew() {
        return !wasThere;
    }

    /**
     * Takes away what the platform has written since, and nothing else.
     *
     * @throws IOException when that fails
     */
    void restore() throws IOException {
        for (Map.Entry<Path, Optional<byte[]>> file : ofPlatform.entrySet()) {
            if (file.getValue().isPresent()) {
                Files.write(file.getKey(), file.getValue().get());
            } else {
                Files.deleteIfExists(file.getKey());
            }
        }
        if (!hadSettings) {
            deleteWhenEmpty(folder.resolve(SETTINGS));
        }
    }

    private static void deleteWhenEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException usedMeanwhile) {
            return; // who has put something into it wants to keep it
        }
    }
}
