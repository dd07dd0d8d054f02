package dmvpn.app.serve;

import dmvpn.app.files.AtomicFiles;
import dmvpn.app.serve.EditHistory.Texts;
import dmvpn.diagram.layout.Positions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A model's file and the file with the places beside it. */
final class ServedFiles {

    private final Path model;
    private final Path positions;

    ServedFiles(Path model) {
        this.model = model;
        this.positions = model.resolveSibling(model.getFileName() + Positions.FILE_ENDING);
    }

    Path model() {
        return model;
    }

    Texts read() throws IOException {
        String text = Files.readString(model);
        try {
            // A character that is broken costs one place and not the diagram.
            return new Texts(text, new String(Files.readAllBytes(positions), StandardCharsets.UTF_8));
        } catch (NoSuchFileException nothingMoved) {
            return new Texts(text, "");
        }
    }

    /** Writes what has changed. When the model cannot be written the places are as they were. */
    void write(Texts before, Texts after) throws IOException {
        writePositions(before.positions(), after.positions());
        if (!after.model().equals(before.model())) {
            try {
                AtomicFiles.write(model, after.model());
            } catch (IOException failure) {
                writePositions(after.positions(), before.positions());
                throw failure;
            }
        }
    }

    private void writePositions(String before, String after) throws IOException {
        if (after.equals(before)) {
            return;
        }
        if (after.isEmpty()) {
            Files.deleteIfExists(positions);
        } else {
            AtomicFiles.write(positions, after);
        }
    }
}
