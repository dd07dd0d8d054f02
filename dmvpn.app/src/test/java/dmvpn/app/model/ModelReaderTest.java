package dmvpn.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.dsl.DmvpnStandaloneSetup;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTest {

    @TempDir
    private Path folder;

    /** A reader of a language with a defect: it fails on every text that is read as the second one, the fourth, … */
    private static ModelReader failingOnEverySecondText() {
        var resources = new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration().getProvider(XtextResource.class);
        int[] texts = new int[1];
        return new ModelReader(new ModelLoader(() -> {
            if (++texts[0] % 2 == 0) {
                throw new IllegalStateException("defect");
            }
            return resources.get();
        }));
    }

    @Test
    void aFileThatMakesTheProductFailDoesNotHideTheOthers() throws IOException {
        Path first = Models.write(folder, "a.dmvpn", Models.WRONG);
        Path second = Models.write(folder, "b.dmvpn", Models.WRONG);
        Path third = Models.write(folder, "c.dmvpn", Models.WRONG);

        List<ReadModel> models = failingOnEverySecondText().read(List.of(first, second, third), ProgressMonitor.NONE);

        assertThat(models).extracting(ReadModel::file)
                .containsExactly(first.toString(), second.toString(), third.toString());
        assertThat(models.get(0).problems()).extracting(Problem::ruleId).contains("L-LINK");
        assertThat(models.get(1).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.text()).startsWith(second + ":1:1: error [DEFECT] ").contains("IllegalStateException");
        });
        assertThat(models.get(1).soundNetwork()).isEmpty();
        assertThat(models.get(2).problems()).extracting(Problem::ruleId).contains("L-LINK");
    }

    @Test
    void theFilesOfAFolderDoNotHideEachOtherEither() throws IOException {
        Models.write(folder, "a.dmvpn", Models.WRONG);
        Models.write(folder, "b.dmvpn", Models.WRONG);
        Models.write(folder, "c.dmvpn", Models.WRONG);

        List<ReadModel> models = failingOnEverySecondText().read(List.of(folder), ProgressMonitor.NONE);

        assertThat(models).hasSize(3).allMatch(model -> model.problems().stream().anyMatch(Problem::isError));
        assertThat(models).flatExtracting(ReadModel::problems).extracting(Problem::ruleId).contains("DEFECT", "L-LINK");
    }
}
