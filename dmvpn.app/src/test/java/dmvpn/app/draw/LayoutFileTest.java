package dmvpn.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.layout.Point;
import dmvpn.diagram.layout.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFileTest {

    private static final Positions POSITIONS = Positions.NONE.with("router:HQ", new Point(1, 2));

    @TempDir
    private Path folder;

    @Test
    void theFileIsBesideItsModel() throws IOException {
        Path model = folder.resolve("acme.dmvpn");
        LayoutFile.write(model, POSITIONS);

        assertThat(folder.resolve("acme.dmvpn-layout")).hasContent("dmvpn-layout 1\nrouter:HQ 1 2\n");
        assertThat(LayoutFile.read(model)).isEqualTo(POSITIONS);
        assertThat(folder).isDirectoryContaining(file -> !file.toString().endsWith(".part"));
    }

    @Test
    void withoutAFileNobodyHasAPlace() throws IOException {
        assertThat(LayoutFile.read(folder.resolve("new.dmvpn"))).isEqualTo(Positions.NONE);
    }

    @Test
    void whatSaysTheSameIsNotWrittenAgain() throws IOException {
        Path model = folder.resolve("acme.dmvpn");
        LayoutFile.write(model, POSITIONS);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(LayoutFile.of(model), before);

        LayoutFile.write(model, Positions.parse(POSITIONS.text()));
        assertThat(Files.getLastModifiedTime(LayoutFile.of(model))).isEqualTo(before);
        LayoutFile.write(model, POSITIONS.with("router:HQ", new Point(3, 2)));
        assertThat(LayoutFile.of(model)).content().contains("router:HQ 3 2");
    }

    @Test
    void withoutPlacesThereIsNoFile() throws IOException {
        Path model = folder.resolve("acme.dmvpn");
        LayoutFile.write(model, POSITIONS);
        LayoutFile.write(model, Positions.NONE);

        assertThat(LayoutFile.of(model)).doesNotExist();
    }
}
