package dmvpn.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.problem.Problem;
import dmvpn.app.scenario.ScenarioResult.ExpectationResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitXmlTest {

    private static final ExpectationResult MET =
            new ExpectationResult("loss of ping at most 0", "a.dmvpn", 4, 3, true, "0 of 9 requests", "");
    private static final ExpectationResult MISSED = new ExpectationResult("at 1s path <A> to \"B\" & C is direct", "a.dmvpn",
            5, 3, false, "A > HQ\u0001 > B", "1.000  HQ  ICMP  Echo Request");

    private static Document parse(ScenarioTestResult result) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(JunitXml.format(result).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aScenarioIsASuiteAndAnExpectationACase() throws Exception {
        Document xml = parse(new ScenarioTestResult(List.of(),
                List.of(new ScenarioResult("a.dmvpn", "Acme", "HubFailure", 42, List.of(MET, MISSED))), List.of(), false));

        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("Acme.HubFailure");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element second = (Element) xml.getElementsByTagName("testcase").item(1);
        assertThat(second.getAttribute("name")).isEqualTo(MISSED.text());
        assertThat(second.getTextContent().strip()).isEqualTo(MISSED.failure().replace('\u0001', '\ufffd'));
    }

    @Test
    void errorsOfModelsAreCasesToo() throws Exception {
        Problem error = new Problem("a.dmvpn", 1, 2, "error", "L-LINK", "No hub is called 'X'");
        Problem warning = new Problem("a.dmvpn", 1, 2, "warning", "L-RAW", "not simulated");

        Document xml = parse(new ScenarioTestResult(List.of(error, warning), List.of(), List.of("a.dmvpn"), false));

        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("error").item(0).getTextContent()).isEqualTo(error.text());
    }

    @Test
    void aFailureNamesThePlaceWhatWasFoundAndTheEvent() {
        assertThat(MISSED.failure()).startsWith("a.dmvpn:5:3: failed: ").contains("A > HQ").contains("1.000  HQ");
    }
}
