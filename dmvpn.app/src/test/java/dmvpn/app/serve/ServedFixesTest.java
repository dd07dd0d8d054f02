package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.diagram.DrawnFixes;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.glsp.OfferedFix;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quick fixes at the elements of a diagram whose model is served. */
class ServedFixesTest {

    private static final String SOUND = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
            spoke Depot { wan Internet dhcp  lan 10.3.0.0/16  join Corp as 10.255.0.3 via HQ }
            """;
    private static final String BROKEN = SOUND.replace("255.0.2 via HQ", "255.0.2 via HX");
    private static final ModelLoader LOADER = ModelLoader.create();

    @TempDir
    private Path folder;
    private Path file;
    private ServedModel model;
    private DrawnFixes fixes;

    @BeforeEach
    void serve() throws IOException {
        file = Files.writeString(folder.resolve("net.dmvpn"), BROKEN);
        model = new ServedModel(new ServedFiles(file), LOADER);
        fixes = new DrawnFixes(model.drawn(), model);
    }

    @Test
    void theElementWithTheProblemOffersItsFixesAndSaysWhatTheyMend() {
        assertThat(fixes.offers("router:Branch")).anySatisfy(fix -> {
            assertThat(fix.title()).isEqualTo("Change to 'HQ'");
            assertThat(fix.problem()).contains("No router is called 'HX'").endsWith("[L-LINK]");
        });
        assertThat(fixes.offers("router:Depot")).isEmpty();
        assertThat(fixes.offers("router:Nobody")).isEmpty();
    }

    @Test
    void aFixIsOneStepThatUndoTakesBackByteByByte() throws IOException {
        OfferedFix fix = mend("router:Branch");

        fixes.apply("router:Branch", fix.id());

        assertThat(Files.readString(file)).isEqualTo(SOUND);
        assertThat(model.state().undo()).isEqualTo(fix.title());
        assertThat(fixes.offers("router:Branch")).noneMatch(other -> other.id().equals(fix.id()));
        model.undo();
        assertThat(Files.readString(file)).isEqualTo(BROKEN);
    }

    @Test
    void aFixFitsStillWhenTheTextHasMoved() throws IOException {
        OfferedFix fix = mend("router:Branch");
        Files.writeString(file, "// One more line.\n" + BROKEN);
        model.refresh();

        fixes.apply("router:Branch", fix.id());

        assertThat(Files.readString(file)).isEqualTo("// One more line.\n" + SOUND);
    }

    @Test
    void aFixOfWhatIsMendedAlreadyIsRefusedWithAReason() throws IOException {
        OfferedFix fix = mend("router:Branch");
        Files.writeString(file, SOUND);
        model.refresh();

        assertThatThrownBy(() -> fixes.apply("router:Branch", fix.id()))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("does not fit any more");
        assertThat(Files.readString(file)).isEqualTo(SOUND);
    }

    @Test
    void aFixThatComesTogetherWithAChangeOfTheFileLosesNeither() throws IOException {
        OfferedFix fix = mend("router:Branch");
        String changed = BROKEN.replace("10.3.0.0", "10.4.0.0");
        Files.writeString(file, changed);

        assertThatThrownBy(() -> fixes.apply("router:Branch", fix.id()))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("in the same moment");
        assertThat(Files.readString(file)).isEqualTo(changed);
        fixes.apply("router:Branch", fix.id());
        assertThat(Files.readString(file)).isEqualTo(SOUND.replace("10.3.0.0", "10.4.0.0"));
    }

    @Test
    void ofABrokenTextNothingIsOfferedAndNothingChanged() throws IOException {
        OfferedFix fix = mend("router:Branch");
        Files.writeString(file, BROKEN.replace("cloud Corp {", "cloud Corp {{{"));
        model.refresh();

        assertThat(fixes.offers("router:Branch")).isEmpty();
        assertThatThrownBy(() -> fixes.apply("router:Branch", fix.id()))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("cannot be edited now");
    }

    private OfferedFix mend(String element) {
        return fixes.offers(element).stream().filter(fix -> fix.title().contains("HQ")).findFirst().orElseThrow();
    }
}
