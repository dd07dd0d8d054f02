package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on the compiled network fire through the language, at the text that broke them. */
class NetworkRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "R-AD-01|10.0.0.{10+n} via|10.0.0.11 via|join",
        "R-AD-03|as 10.0.0.1 |as 10.0.9.1 |join",
        "R-NH-15|registration no-unique||join",
        "R-NH-07|10+n} via HQ|10+n}|join",
        "R-NH-05|secret12|secret123|cloud",
        "R-AD-08|192.168.{10+n}.0/24|10.0.0.0/24|lan",
        "R-AD-09|198.51.100.0/24|198.51.100.0/30|transport",
        "R-UL-14|wan Internet dhcp|wan Other dhcp|join",
        "R-UL-15| gateway 203.0.113.254||wan",
        "R-AD-06|192.168.{10+n}.0/24|192.168.10.0/24|lan"})
    void aRuleOnTheNetworkIsReportedAtTheClauseThatBrokeIt(String id, String part, String breaking, String clause) {
        String sound = Models.SOUND.replace("as 10.0.0.1\n", "as 10.0.0.1 \n");
        sound += "\ntransport Other { dhcp 198.52.100.0/24 }\n";
        assertThat(sound).contains(part);
        String text = sound.replace(part, breaking == null ? "" : breaking);

        assertThat(Models.load(text).findings()).filteredOn(finding -> finding.rule().id().equals(id))
                .as("%s", Models.findings(text))
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(text.substring(finding.origin().offset())).startsWith(clause));
    }

    @ParameterizedTest
    @CsvSource({"hub HQ2 { wan Internet 203.0.113.1/24 lan 192.168.2.0/24 join Corp as 10.0.0.2 via HQ },R-AD-02"})
    void twoHubsWithOneNbmaAddressAreReported(String second, String id) {
        assertThat(Models.broken(Models.SOUND + second)).contains(id);
    }
}
