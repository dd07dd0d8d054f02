package dmvpn.dsl.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.validation.Analysis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compiled once and used again is compiled anew when a fragment or a host changes what it means. */
class FragmentAndHostEditsTest {

    private static final String FILE = Models.SOUND
            .replace("spoke Branch[1..2] {\n  wan Internet dhcp\n", "fragment Line { wan Internet dhcp  use Base }\nfragment Base { loopback 10.9.0.{n}/32 }\n"
                    + "fragment Member { join Corp as 10.0.0.{10+n} via HQ }\nspoke Branch[1..2] {\n  use Line use Member\n")
            .replace("  join Corp as 10.0.0.{10+n} via HQ\n", "")
            .replace("Branch[1].lan to Branch[2].lan is direct", "Server to Branch[2].lan is direct")
            + "host Server { behind HQ address 192.168.1.50 }\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hub HQ {|hub HX {",
        "10.9.0.{n}|10.8.0.{n}",
        "use Base|",
        "fragment Base|fragment Other",
        "10.0.0.{10+n} via|10.0.0.{20+n} via",
        "192.168.1.50|192.168.1.51",
        "192.168.1.50|192.168.77.51",
        "lan 192.168.1.0/24|lan 192.168.3.0/24",
        "host Server|host Client"})
    void anEditAndItsUndoMeanWhatAFreshLoadMeans(String part, String replacement) {
        String changed = replacement == null ? "" : replacement;
        DmvpnResource resource = Models.resource(FILE);
        Analysis before = Analysis.of(resource);

        assertThat(before.findings()).isEmpty();
        resource.update(FILE.indexOf(part), part.length(), changed);
        assertSame(resource, FILE.replaceFirst(java.util.regex.Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(changed)));
        resource.update(FILE.indexOf(part), changed.length(), part);
        assertSame(resource, FILE);
    }

    private static void assertSame(DmvpnResource resource, String text) {
        assertThat(resource.text()).isEqualTo(text);
        assertThat(Analysis.of(resource).network()).isEqualTo(Models.network(text));
        assertThat(Analysis.of(resource).findings().stream().map(Models::show)).containsExactlyElementsOf(Models.findings(text));
    }
}
