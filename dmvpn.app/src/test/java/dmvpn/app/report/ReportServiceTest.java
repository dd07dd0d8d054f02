package dmvpn.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.ScenarioResult;
import dmvpn.app.testing.Models;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportServiceTest {

    private final ReportService service = new ReportService(ModelReader.standalone());

    @TempDir
    private Path folder;

    private ReportResult report(String text, boolean run) throws Exception {
        return service.report(Models.write(folder, "model.dmvpn", text), new ReportRequest(page(), run), ProgressMonitor.NONE);
    }

    private Path page() {
        return folder.resolve("out/report.html");
    }

    private String text() throws IOException {
        return Files.readString(page());
    }

    /** The page as the JDK's parser of XML reads it. */
    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(page())));
    }

    private List<String> texts(String element) throws Exception {
        List<String> texts = new ArrayList<>();
        NodeList found = parsed().getElementsByTagName(element);
        for (int index = 0; index < found.getLength(); index++) {
            texts.add(found.item(index).getTextContent().strip().replaceAll("\\s*\n\\s*", " | "));
        }
        return texts;
    }

    @Test
    void aReportSaysWhatTheNetworkIs() throws Exception {
        ReportResult result = report(Models.SOUND, false);

        assertThat(result.file()).contains(page());
        assertThat(result.isGood()).isTrue();
        assertThat(texts("h1")).containsExactly("Test");
        assertThat(texts("title")).contains("Test: DMVPN report");
        assertThat(texts("tr"))
                .contains("Internet | latency 10ms · DHCP 198.51.100.0/24")
                .contains("Corp | 10.0.0.0/24 | Phase 3 · EIGRP 100 · unprotected | 1 | 1")
                .anyMatch(row -> row.startsWith("HQ | hub, cisco-iosxe | ") && row.contains(": 203.0.113.1/24 on Internet")
                        && row.contains("192.168.1.1/24") && row.contains("Corp: 10.0.0.1/24 on Tunnel"))
                .anyMatch(row -> row.startsWith("Branch | spoke, cisco-iosxe | ") && row.contains(": DHCP on Internet")
                        && row.endsWith("HQ: 10.0.0.1 at 203.0.113.1 in Corp"));
        assertThat(texts("footer").getFirst()).startsWith("Written by dmvpn ").endsWith(" from model.dmvpn.");
    }

    @Test
    void theTopologyIsAPictureInThePage() throws Exception {
        report(Models.SOUND, false);

        Element picture = (Element) parsed().getElementsByTagName("svg").item(0);
        assertThat(picture.getParentNode().getNodeName()).isEqualTo("figure");
        assertThat(picture.getTextContent()).contains("HQ", "Branch", "Corp");
    }

    @Test
    void protectionIsToldWithoutKeys() throws Exception {
        service.report(Models.EXAMPLES.resolve("phase3-eigrp"), new ReportRequest(page()), ProgressMonitor.NONE);

        assertThat(texts("tr")).anyMatch(row -> row.contains("IKEv2 · aes-gcm-256") && row.contains("group 19")
                && row.contains("one pre-shared key") && row.contains("ESP aes-gcm-256 · transport mode · lifetime 1h"));
        assertThat(text()).doesNotContain("wan-psk").doesNotContain("dmvpnkey");
    }

    @Test
    void findingsHaveSeverityRuleAndPlace() throws Exception {
        ReportResult result = report(Models.SOUND.replace("network-id 1", "network-id 1  holdtime 2h"), false);

        assertThat(result.isGood()).isTrue();
        assertThat(texts("tr")).anyMatch(row -> row.matches("warning \\| R-NH-19 \\| .+ \\| model\\.dmvpn:\\d+:\\d+ \\| .+"));
    }

    @Test
    void whatTheModelAcceptsIsThereWithItsReason() throws Exception {
        report(Models.SOUND.replace("cloud Corp", "// suppress R-SEC-20: the lines are slow\ncloud Corp"), false);

        assertThat(texts("h3")).contains("Accepted in the model");
        assertThat(texts("tr")).anyMatch(row -> row.contains("R-SEC-20") && row.endsWith("the lines are slow"));
    }

    @Test
    void aModelWithErrorsIsReportedWithThem() throws Exception {
        ReportResult result = report(Models.WRONG, true);

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.file()).contains(page());
        assertThat(texts("p")).anyMatch(text -> text.startsWith("The model has errors"))
                .anyMatch(text -> text.startsWith("They were not run: a model with errors"));
        assertThat(texts("tr")).anyMatch(row -> row.startsWith("error | L-LINK") && row.contains("Nobody"))
                .anyMatch(row -> row.startsWith("HQ | hub"));
    }

    @Test
    void halfAModelIsReportedToo() throws Exception {
        report("network Half\ncloud Corp {\n overlay 10.0.0", false);

        assertThat(texts("h1")).containsExactly("Half");
        assertThat(texts("tr")).anyMatch(row -> row.startsWith("error |"));
    }

    @Test
    void whatIsNoTextIsNotReported() throws Exception {
        ReportResult result = service.report(folder.resolve("missing.dmvpn"), new ReportRequest(page()), ProgressMonitor.NONE);

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.file()).isEmpty();
        assertThat(page()).doesNotExist();
    }

    @Test
    void scenariosAreListedAndOnlyRunWhenAskedFor() throws Exception {
        report(Models.SOUND, false);
        assertThat(texts("h3")).contains("Calm");
        assertThat(texts("p")).contains("They were not run for this report.", "30s, seed 7, 0 actions");
        assertThat(texts("li")).containsExactly("at 25s path Branch.lan to HQ.lan is direct");

        ReportResult result = report(Models.SOUND, true);
        assertThat(result.scenarios()).extracting(ScenarioResult::passed).containsExactly(true);
        assertThat(texts("tr")).anyMatch(row -> row.startsWith("at 25s path Branch.lan to HQ.lan is direct | met | "));
        assertThat(texts("strong")).containsExactly("passed");
    }

    @Test
    void anExpectationThatIsNotMetIsSaid() throws Exception {
        ReportResult result = report(Models.SOUND.replace("is direct", "is via Branch"), true);

        assertThat(result.hasErrors()).isFalse();
        assertThat(result.isGood()).isFalse();
        assertThat(texts("strong")).containsExactly("failed");
        assertThat(texts("tr")).anyMatch(row -> row.contains(" | not met | "));
    }

    @Test
    void whatStandsInTheModelIsNeverMarkup() throws Exception {
        String evil = "<script>alert(1)</script> & \"more\"";
        report(Models.SOUND.replace("cloud Corp", "// suppress R-SEC-20: " + evil + "\ncloud Corp"), false);

        assertThat(parsed().getElementsByTagName("script").getLength()).isZero();
        assertThat(texts("tr")).anyMatch(row -> row.endsWith(evil));
        assertThat(text()).contains("&lt;script&gt;").contains("default-src 'none'");
    }

    @Test
    void neitherAreTheNameOfItsFileAndWhatIsWrongInIt() throws Exception {
        Path model = Models.write(folder, "a&b.dmvpn", Models.SOUND.replace("via HQ", "via HQ lan <b>"));
        service.report(model, new ReportRequest(page()), ProgressMonitor.NONE);

        assertThat(parsed().getElementsByTagName("b").getLength()).isZero();
        assertThat(texts("footer").getFirst()).endsWith(" from a&b.dmvpn.");
        assertThat(texts("tr")).anyMatch(row -> row.startsWith("error | ") && row.contains("<"));
    }

    @Test
    void theSameModelGivesTheSamePageAndNothingComesFromOutside() throws Exception {
        report(Models.SOUND, true);
        String first = text();
        report(Models.SOUND, true);

        assertThat(text()).isEqualTo(first);
        assertThat(first.replace("http://www.w3.org/", "")).doesNotContain("http:").doesNotContain("https:").doesNotContain("src=")
                .doesNotContain("url(h");
        assertThat(first).contains("@media screen and (prefers-color-scheme:dark)", "@media print").doesNotContain(folder.toString());
    }

    @Test
    void classesOfThePageAndOfItsPictureDoNotMeet() {
        assertThat(ReportStyle.TEXT.replaceAll("\\.report-[a-z-]+", "").replaceAll("\\.\\d", "")).doesNotContain(".");
    }

    @Test
    void aNetworkOfVeryManyRoutersIsReportedByExamples() throws Exception {
        report(Models.SOUND.replace("spoke Branch {", "spoke Branch[1..3000] {").replace("192.168.11.0/24", "10.{100+n/200}.{n%200}.0/24")
                .replace("overlay 10.0.0.0/24", "overlay 172.16.0.0/16").replace("as 10.0.0.1 ", "as 172.16.250.1 ")
                .replace("as 10.0.0.11", "as 172.16.{1+n/200}.{1+n%200}").replace("198.51.100.0/24", "198.18.0.0/15")
                .replace("path Branch.lan to HQ.lan", "path Branch[1].lan to HQ.lan"), false);

        assertThat(texts("tr")).hasSizeLessThan(200).anyMatch(row -> row.matches("and \\d+ more like it, Branch\\d+ to Branch3000"))
                .anyMatch(row -> row.startsWith("Corp | ") && row.endsWith("| 1 | 3000"));
    }

    @Test
    void aCancelledReportIsNotWritten() throws Exception {
        Path model = Models.write(folder, "model.dmvpn", Models.SOUND);
        List<String> begun = new ArrayList<>();

        ReportResult result = service.report(model, new ReportRequest(page(), true), new ProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return begun.size() > 1; // not while the model is read
            }

            @Override
            public void begin(String what) {
                begun.add(what);
            }
        });

        assertThat(begun).anyMatch(what -> what.startsWith("run scenario Calm"));
        assertThat(result.cancelled()).isTrue();
        assertThat(page()).doesNotExist();
    }

    @Test
    void aReportThatIsCancelledAtOnceIsNoWrongUsage() throws Exception {
        ReportResult result = service.report(Models.write(folder, "model.dmvpn", Models.SOUND), new ReportRequest(page()), () -> true);

        assertThat(result.cancelled()).isTrue();
        assertThat(page()).doesNotExist();
    }

    @Test
    void theModelIsNotOverwritten() throws Exception {
        Path model = Models.write(folder, "model.dmvpn", Models.SOUND);

        assertThatThrownBy(() -> service.report(model, new ReportRequest(folder.resolve("../" + folder.getFileName() + "/model.dmvpn")),
                ProgressMonitor.NONE)).isInstanceOf(RequestException.class).hasMessageContaining("is the model");
        assertThat(model).content().isEqualTo(Models.SOUND);
    }

    @Test
    void allExamplesCanBeReported() throws Exception {
        for (Path example : examples()) {
            service.report(example, new ReportRequest(page()), ProgressMonitor.NONE);

            assertThat(parsed().getElementsByTagName("svg").getLength()).as(example.toString()).isEqualTo(1);
            assertThat(text()).as(example.toString()).doesNotContain("Optional[").doesNotContain("null");
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Models.EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
        }
    }
}
