package dmvpn.sim.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Evidence.ShowingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tests are called on the page. */
class EvidenceTest {

    @ParameterizedTest
    @CsvSource({
        "aSecondReplyIsNoError, a second reply is no error",
        "code10AReplyThatNobodyAskedFor, code 10 a reply that nobody asked for",
        "bits6To12AreIgnored, bits 6 to 12 are ignored",
        "anIpv6OverlayRegisters, an ipv6 overlay registers",
        "'', all its tests"
    })
    void aTestIsCalledByItsNameInWords(String method, String words) {
        assertThat(new ShowingTest(EvidenceTest.class, method).words()).isEqualTo(words);
    }
}
