package dmvpn.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import dmvpn.dsl.words.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @Test
    void theSketchOfTheDesignParsesAsItIsWritten() {
        Model model = Models.model(Models.sketch());

        assertThat(model.eResource().getErrors()).isEmpty();
        assertThat(model.getElements()).hasSize(10);
        assertThat(model.getStray()).isEmpty();
        assertThat(((ScenarioDeclaration) model.getElements().get(9)).getExpectations()).hasSize(4);
    }

    @Test
    void theSketchOfTheDesignHasNoErrors() {
        assertThat(Models.load(Models.sketch()).hasErrors()).isFalse();
    }

    @Test
    void newlinesAndSemicolonsMeanNothing() {
        String flat = Models.SOUND.replace('\n', ' ');
        String separated = Models.SOUND.replace("\n", ";\r\n");

        assertThat(Models.network(flat)).isEqualTo(Models.network(Models.SOUND));
        assertThat(Models.network(separated)).isEqualTo(Models.network(Models.SOUND));
    }

    @Test
    void settingsComeInAnyOrder() {
        String other = Models.sound("overlay 10.0.0.0/24 phase 3 network-id 1", "network-id 1 phase 3 overlay 10.0.0.0/24");

        assertThat(Models.network(other)).isEqualTo(Models.network(Models.SOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lan", "wan", "phase", "ping", "overlay", "dhcp", "direct", "from", "vrf", "dmvpn", "has", "loss"})
    void keywordsAreNames(String keyword) {
        String text = Models.SOUND.replaceAll("\\bHQ\\b", keyword).replaceAll("\\bInternet\\b", keyword);

        assertThat(Models.findings(text)).isEmpty();
        assertThat(Models.network(text).deviceNamed(keyword)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "spoke", "cloud", "crypto", "transport", "scenario", "network", "at", "expect", "path", "every"})
    void reservedWordsAreNamesWhenEscaped(String reserved) {
        String text = Models.SOUND.replaceAll("\\bHQ\\b", "^" + reserved);

        assertThat(Models.findings(text)).isEmpty();
        assertThat(Models.network(text).deviceNamed(reserved)).isPresent();
    }

    @Test
    void aFamilyWithoutBlankBeforeItsBlockIsRead() {
        SpokeDeclaration spoke = (SpokeDeclaration) Models.model("spoke Branch[1..20]{lan 10.{n}.0.0/16}").getElements().getFirst();

        assertThat(spoke.getName()).isEqualTo("Branch");
        assertThat(spoke.getMembers()).containsExactly("1..20");
        assertThat(spoke.getLans().getFirst().getPrefix()).isEqualTo("10.{n}.0.0/16");
    }

    @Test
    void subinterfacesAndMixedIpv6TextAreOneValue() {
        HubDeclaration hub = (HubDeclaration) Models.model(
                "hub A { lan 10.0.0.0/24 interface Gi0/0/0.123  loopback fd00::10.0.0.1/128 }").getElements().getFirst();

        assertThat(hub.getLans().getFirst().getInterface()).isEqualTo("Gi0/0/0.123");
        assertThat(hub.getLoopbacks().getFirst().getAddress()).isEqualTo("fd00::10.0.0.1/128");
    }

    @Test
    void rawLinesAreKeptVerbatim() {
        HubDeclaration hub = (HubDeclaration) Models.model(
                "hub A { raw cisco-iosxe <<<\n! \"x\" // y\n>>> lan 10.0.0.0/24 }").getElements().getFirst();

        assertThat(hub.getRaw().getFirst().getText()).isEqualTo("\n! \"x\" // y\n");
        assertThat(hub.getLans()).hasSize(1);
    }

    @Test
    void everyExpectationOfTheLanguageIsRead() {
        String text = Models.sound("  expect at 20s path Branch[1].lan to Branch[2].lan is direct\n", """
                  at 11s ping once from 192.168.1.10 to Branch[2].tunnel
                  at 30s fail HQ  at 40s restore HQ
                  at 50s fail path Branch[1] to Branch[2]  at 60s restore path Branch[1] to Branch[2]
                  expect at 20s path Branch[1].lan to Branch[2].lan is via HQ
                  expect at 20s path Branch[1].lan to Branch[2].lan is direct
                  expect after 20s longest gap of ping below 1s
                  expect loss of ping at most 5
                  expect at 20s every spoke has nhs HQ up
                  expect at 35s Branch[1] has nhs HQ down
                  expect at 20s Branch[1].lan reaches HQ.lan
                  expect at 35s Branch[1].lan does not reach HQ.lan
                  expect at 20s Branch[1] has nhrp 10.0.0.12
                  expect at 20s Branch[1] has no nhrp 192.168.12.0/24
                  expect at 20s Branch[1] has route 192.168.0.0/16 via 10.0.0.1
                  expect at 20s Branch[1] has no route 192.168.99.0/24
                  expect always no overlay packet in clear on Internet
                """).replace("ping every 1s", "ping every 1s count 20").replace("ping once", "ping second once");

        assertThat(Models.findings(text)).isEmpty();
        assertThat(Models.network(text).scenarios().getFirst().expectations()).hasSize(13);
        assertThat(Models.network(text).scenarios().getFirst().actions()).hasSize(6);
    }

    @Test
    void theTablesOfSettingsAgreeWithTheGrammar() {
        DmvpnGrammarAccess grammar = Models.resource("").getResourceServiceProvider().get(DmvpnGrammarAccess.class);
        Set<String> keywords = new TreeSet<>(GrammarUtil.getAllKeywords(grammar.getGrammar()));
        List<String> unknown = new ArrayList<>();
        for (String block : Settings.blocks()) {
            Settings.of(block).stream().filter(setting -> !keywords.contains(setting)).forEach(unknown::add);
        }
        assertThat(unknown).isEmpty();
    }
}
