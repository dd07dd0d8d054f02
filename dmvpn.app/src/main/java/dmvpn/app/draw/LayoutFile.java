package dmvpn.app.draw;

import dmvpn.app.files.AtomicFiles;
import dmvpn.diagram.layout.Positions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file beside a model that has the places of its nodes: {@code acme.dmvpn-layout} beside {@code acme.dmvpn}. */
public final class LayoutFile {

    private LayoutFile() {
    }

    /** The file's path. */
    public static Path of(Path model) {
        return model.resolveSibling(model.getFileName() + Positions.FILE_ENDING);
    }

    /**
     * The places that the file has; none when there is no file.
     *
     * @throws IOException when there is one that cannot be read
     */
    public static Positions read(Path model) throws IOException {
        try {
            // A character that is broken costs one place and not the picture.
            return Positions.parse(new String(Files.readAllBytes(of(model)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException nobodyMovedAnything) {
            return Positions.NONE;
        }
    }

    /**
     * Writes the places, whole or not at all; an unchanged file stays as it is, and without places there is no file.
     *
     * @throws IOException when that fails; the file is then as it was
     */
    public static void write(Path model, Positions positions) throws IOException {
        if (positions.isEmpty()) {
            Files.deleteIfExists(of(model));
        } else if (!Files.exists(of(model)) || !positions.equals(read(model))) {
            AtomicFiles.write(of(model), positions.text());
        }
    }
}
