package dmvpn.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.draw.DrawService.DrawResult;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawServiceTest {

    private final DrawService service = new DrawService(ModelReader.standalone());

    @TempDir
    private Path folder;

    @Test
    void aModelIsDrawnWithItsRouters() throws Exception {
        Path svg = folder.resolve("picture.svg");

        DrawResult result = service.draw(Models.write(folder, "model.dmvpn", Models.SOUND), svg, ProgressMonitor.NONE);

        assertThat(result.hasErrors()).isFalse();
        assertThat(result.file()).contains(svg);
        assertThat(svg).content().contains("<svg", "HQ", "Branch");
    }

    @Test
    void aWrongModelIsDrawnAsFarAsItGoes() throws Exception {
        Path svg = folder.resolve("picture.svg");

        DrawResult result = service.draw(Models.write(folder, "model.dmvpn", Models.WRONG), svg, ProgressMonitor.NONE);

        assertThat(result.hasErrors()).isTrue();
        assertThat(svg).content().contains("Branch");
    }

    @Test
    void whatIsNoTextIsNotDrawn() throws Exception {
        Path svg = folder.resolve("picture.svg");

        DrawResult result = service.draw(folder.resolve("missing.dmvpn"), svg, ProgressMonitor.NONE);

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.file()).isEmpty();
        assertThat(svg).doesNotExist();
    }

    @Test
    void oneOfSeveralModelsMustBeNamed() throws Exception {
        Files.createDirectory(folder.resolve("deeper"));
        Models.write(folder, "a.dmvpn", Models.SOUND);
        Models.write(folder, "deeper/b.dmvpn", Models.SOUND);

        assertThatThrownBy(() -> service.draw(folder, folder.resolve("picture.svg"), ProgressMonitor.NONE))
                .isInstanceOf(RequestException.class).hasMessageContaining("a.dmvpn").hasMessageContaining("b.dmvpn");
    }
}
