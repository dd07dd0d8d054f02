package dmvpn.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What R-HUB-06 warns of is what a run shows: hubs that route beside the cloud send no redirects. */
class HubsBesideTheCloudTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"breaks,'is via HQ1, HQ2'", "sound,is direct"})
    void spokesOfTwoHubsMeetDirectlyOnlyWhenTheHubsMeetInTheCloud(String example, String path) throws Exception {
        String text;
        try (var stream = Rule.class.getResourceAsStream("/rule-examples/redundancy/R-HUB-06/" + example + ".dmvpn")) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = new ArrayList<>();
        SimulateResult result = new SimulateService(ModelReader.standalone()).simulate(Models.write(folder, "model.dmvpn", text + """
                scenario Meet {
                  duration 2min
                  at 60s ping every 1s from East[1].lan to West[1].lan
                  expect at 59s East[1].lan reaches West[1].lan
                  expect at 110s path East[1].lan to West[1].lan %s
                }
                """.formatted(path)), SimulateRequest.DEFAULT, lines::add, ProgressMonitor.NONE);

        assertThat(result.failedExpectations()).as("%s", lines.subList(Math.max(0, lines.size() - 5), lines.size())).isZero();
        assertThat(result.ran()).isTrue();
    }
}
