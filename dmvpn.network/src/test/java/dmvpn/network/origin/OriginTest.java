package dmvpn.network.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Vrf;
import org.junit.jupiter.api.Test;

class OriginTest {

    private final Origin first = Origin.of("a.dmvpn", 3, 5, 40, 7, "spoke Branch[7]");
    private final Origin second = Origin.of("b.dmvpn", 9, 1, 90, 2, "hub HQ1");

    @Test
    void recordsThatSayTheSameAreEqualWhereverTheyWereWritten() {
        assertThat(new Vrf("INET", first)).isEqualTo(new Vrf("INET", second)).hasSameHashCodeAs(new Vrf("INET", second));
        assertThat(new Vrf("INET", first)).isNotEqualTo(new Vrf("CUST", first));
    }

    @Test
    void anOriginEqualsEveryOtherOriginAndNothingElse() {
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).isNotEqualTo("a.dmvpn:3:5").isNotEqualTo(null);
    }

    @Test
    void anOriginPrintsAsCompilersDo() {
        assertThat(first).hasToString("a.dmvpn:3:5");
        assertThat(Origin.NONE).hasToString("unknown place");
        assertThat(Origin.NONE.isKnown()).isFalse();
    }
}
