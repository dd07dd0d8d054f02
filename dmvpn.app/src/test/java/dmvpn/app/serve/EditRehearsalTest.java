package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.diagram.DrawnText;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditRehearsalTest {

    private static final String MODEL = "network N\ntransport T { dhcp 198.18.0.0/16 }\nhub HQ { wan T 203.0.113.1/24  lan 10.1.0.0/16 }\n";
    private static final ModelLoader LOADER = ModelLoader.create();

    @TempDir
    private Path folder;

    private DrawnText shown(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), text);
        DrawnText shown = new DrawnText(file, LOADER);
        shown.show(text, Positions.NONE, "");
        return shown;
    }

    private int rehearse(DrawnText shown, int times) {
        AtomicInteger asked = new AtomicInteger();
        return new EditRehearsal(folder.resolve("net.dmvpn"), LOADER, shown::shown).run(() -> asked.getAndIncrement() >= times);
    }

    @Test
    void nothingIsChangedByIt() throws Exception {
        DrawnText shown = shown(MODEL);
        DrawnText.Shown before = shown.shown();

        assertThat(rehearse(shown, 3)).isEqualTo(3);

        assertThat(shown.shown()).isSameAs(before);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("net.dmvpn"));
        assertThat(folder.resolve("net.dmvpn")).content().isEqualTo(MODEL);
    }

    @Test
    void itEndsByItself() throws Exception {
        assertThat(rehearse(shown(MODEL), Integer.MAX_VALUE)).isPositive();
    }

    @Test
    void whatCannotBeEditedIsNotRehearsed() throws Exception {
        assertThat(rehearse(shown("network N\n"), 3)).as("without routers").isZero();
        assertThat(rehearse(shown(MODEL + "hub }"), 3)).as("broken").isZero();
    }
}
