package dmvpn.network.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.testing.NetworkBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCatalogueTest {

    private final RuleCatalogue catalogue = RuleCatalogue.ofNetwork();

    static Stream<NetworkBuilder> soundNetworks() {
        return Stream.of(NetworkBuilder.phase1(), NetworkBuilder.phase2(), NetworkBuilder.phase3());
    }

    /** The number is local to a router and never sent. */
    @Test
    void anotherNetworkIdIsWorthAHintAndNoMore() {
        NetworkBuilder network = NetworkBuilder.phase3();
        network.device("Branch1").tunnel().networkId(7);

        assertThat(catalogue.check(network.build())).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("R-NH-02");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    @ParameterizedTest
    @MethodSource("soundNetworks")
    void nothingIsFoundInASoundNetwork(NetworkBuilder network) {
        assertThat(catalogue.check(network.build())).isEmpty();
    }

    @Test
    void everyRuleExplainsItselfAndHasAnOpenSource() {
        assertThat(catalogue.rules()).hasSizeGreaterThan(30).allSatisfy(rule -> {
            assertThat(rule.id()).matches("R-[A-Z]+-\\d\\d");
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.explanation()).hasSizeGreaterThan(60).endsWith(".");
            assertThat(rule.source()).isNotBlank().doesNotContain("[", "guide chapter");
        });
    }

    @Test
    void identifiersAreUnique() {
        assertThat(catalogue.rules()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThatThrownBy(() -> catalogue.plus(List.of(catalogue.rules().getFirst())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("R-AD-01");
    }

    @Test
    void theLanguageAddsItsRulesToTheSameCatalogue() {
        Rule textRule = new Rule("T-01", Severity.WARNING, "Secrets stay out of models", "Because.", "us");

        RuleCatalogue extended = catalogue.plus(List.of(textRule));

        assertThat(extended.rules()).last().isEqualTo(textRule);
        assertThat(extended.rule("T-01")).contains(textRule);
        assertThat(extended.rule("R-AD-01")).isPresent();
        assertThat(catalogue.rule("T-01")).isEmpty();
    }

    @Test
    void aFaultThatManyRoutersReportAtOnePlaceIsOneFinding() {
        NetworkBuilder network = NetworkBuilder.phase3(7);
        network.device("HQ1").tunnel().unprotected();

        List<Finding> findings = catalogue.check(network.build());

        assertThat(findings).filteredOn(finding -> finding.rule().id().equals("R-SEC-01")).singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("(and 6 more like this here)"));
    }

    @Test
    void findingsAtDifferentPlacesStayApart() {
        NetworkBuilder network = NetworkBuilder.phase3(3);
        network.devices(DeviceRole.SPOKE).forEach(spoke -> spoke.tunnel().unique(true));

        assertThat(catalogue.check(network.build())).extracting(finding -> finding.origin().element())
                .containsExactly("Branch1", "Branch2", "Branch3");
    }

    /** A quadratic rule would need 25 million comparisons or more; the limit leaves room for a slow machine. */
    @Test
    @Timeout(10)
    void fiveThousandSpokesAreCheckedInLinearTime() {
        NetworkBuilder network = NetworkBuilder.phase3(5000);
        network.devices(DeviceRole.SPOKE).forEach(spoke -> spoke.tunnel().unique(true).mss(0));

        assertThat(catalogue.check(network.build()))// One hub for so many spokes is worth three remarks more.
                .filteredOn(finding -> !List.of("R-HUB-01", "R-SEC-10", "R-RT-12", "R-RT-13").contains(finding.rule().id()))
                .hasSize(10_000);
    }
}
