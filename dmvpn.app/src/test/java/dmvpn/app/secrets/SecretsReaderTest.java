package dmvpn.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportResult;
import dmvpn.app.export.ExportService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsReaderTest {

    private static final String MODEL = "secrets \"site.secrets\"\n" + Models.SOUND.replace("network-id 1", "network-id 1 authentication secret \"wan-psk\"");

    @TempDir
    private Path folder;

    private ExportResult export(boolean withSecrets) throws Exception {
        return ExportService.standard(ModelReader.standalone()).export(Models.write(folder, "model.dmvpn", MODEL),
                new ExportRequest(List.of("HQ"), "cisco", folder.resolve("out"), withSecrets), ProgressMonitor.NONE);
    }

    @Test
    void aLineIsANameAndAValue() {
        SecretValues read = SecretsReader.parse("site.secrets", "\uFEFF# keys\n\n wan-psk = s3cr=t#1 \nother=x\n");

        assertThat(read.valuesByName()).containsEntry("wan-psk", "s3cr=t#1").containsEntry("other", "x").hasSize(2);
        assertThat(read.problems()).isEmpty();
        assertThat(read.toString()).doesNotContain("s3cr");
    }

    @Test
    void aBadLineIsReportedAtItsNumber() {
        assertThat(SecretsReader.parse("site.secrets", "wan-psk s3cret\n= x\ny =\na = 1\na = 2\n").problems())
                .extracting(Problem::text).containsExactly(
                        "site.secrets:1:1: error [SECRETS-FILE] This line is not understood: write name = value",
                        "site.secrets:2:1: error [SECRETS-FILE] This line is not understood: write name = value",
                        "site.secrets:3:1: error [SECRETS-FILE] This line is not understood: write name = value",
                        "site.secrets:5:1: error [SECRETS-FILE] The secret a has a value above: remove one of them");
    }

    @Test
    void anExportHasValuesOnlyWhenItIsAskedForThem() throws Exception {
        Files.writeString(folder.resolve("site.secrets"), "wan-psk = V4lue\n");

        assertThat(export(true).files().getFirst()).content().contains("ip nhrp authentication V4lue\n");
        assertThat(export(false).files().getFirst()).content().contains("<secret wan-psk>").doesNotContain("V4lue");
    }

    @Test
    void aFileThatIsNotThereIsAProblemOfTheModelAndNothingIsWritten() throws Exception {
        ExportResult result = export(true);

        assertThat(result.isRefused()).isTrue();
        assertThat(result.files()).isEmpty();
        assertThat(result.problems()).extracting(Problem::text).anyMatch(text ->
                text.contains("model.dmvpn:1:1: error [SECRETS-FILE] The file of secrets site.secrets cannot be read"));
    }

    @Test
    void withoutAskingForValuesTheFileIsNotNeeded() throws Exception {
        assertThat(export(false).isRefused()).isFalse();
    }
}
