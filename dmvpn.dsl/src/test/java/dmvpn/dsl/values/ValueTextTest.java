package dmvpn.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {

    @ParameterizedTest
    @CsvSource({"20ms,PT0.02S", "30s,PT30S", "10min,PT10M", "24h,PT24H", "1h30m,PT1H30M", "1d,PT24H", "0.5s,PT0.5S",
        "250us,PT0.00025S", "7ns,PT0.000000007S", "1h30min15s,PT1H30M15S", "0s,PT0S"})
    void durationsAreNumbersWithUnits(String text, Duration expected) {
        assertThat(DurationText.tryParse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "ms", "20 ms", "30m1h", "1h1h", "-3s", "1.2.3s", "3S", "1e3s", "99999999999999999999d", ".5s", "5.s"})
    void otherTextIsNoDuration(String text) {
        assertThat(DurationText.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100Mbps,100000000", "1.5Gbps,1500000000", "256kbps,256000", "9600bps,9600", "100MBPS,100000000"})
    void ratesAreNumbersWithUnits(String text, long bits) {
        assertThat(RateText.tryParse(text)).contains(bits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "Mbps", "100M", "0bps", "-1Mbps", "0.1bps", "99999999999999Tbps"})
    void otherTextIsNoRate(String text) {
        assertThat(RateText.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1%,0.001", "0%,0", "100%,1", "50%,0.5"})
    void percentagesAreSharesOfOne(String text, double share) {
        assertThat(PercentText.tryParse(text)).contains(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "101%", "-1%", "%"})
    void otherTextIsNoPercentage(String text) {
        assertThat(PercentText.tryParse(text)).isEmpty();
    }

    @Test
    void rangesNameTheirFirstAndLastMember() {
        assertThat(MemberRange.tryParse("1..200")).contains(new MemberRange(1, 200));
        assertThat(MemberRange.tryParse("7")).contains(new MemberRange(7, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1..", "..5", "5..1", "a..b", "1..2..3", "1..1000000", "-1..3", "1.5"})
    void otherTextIsNoRange(String text) {
        assertThat(MemberRange.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.100.{n}.0/24,10.100.7.0/24", "10.255.0.{10+n},10.255.0.17", "{n*2},14", "{(n+1)*3},24", "{n/2},3",
        "{n%4},3", "{ 10 + n },17", "{-n+10},3", "site-{n}-{n+1},site-7-8", "2001:db8:{n}::/64,2001:db8:7::/64", "plain,plain"})
    void expressionsAreComputedForTheMember(String text, String expanded) {
        assertThat(ComputedText.expand(text, 7)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{m}", "{n+}", "{(n}", "{n)}", "{1/0}", "{n%0}", "{9223372036854775807*2}",
        "{99999999999999999999}", "{n n}", "{n"})
    void whatCannotBeComputedSaysWhy(String text) {
        assertThatThrownBy(() -> ComputedText.expand(text, 1))
                .isInstanceOf(ComputedTextException.class)
                .hasMessageMatching("(?s).{10,}");
    }

    @Test
    void deepNestingIsRefusedRatherThanOverflowingTheStack() {
        String nested = "{" + "(".repeat(20_000) + "n" + ")".repeat(20_000) + "}";

        assertThatThrownBy(() -> ComputedText.expand(nested, 1)).isInstanceOf(ComputedTextException.class);
    }

    @Test
    void octetsCountThroughWithQuotientAndRemainder() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 1000; round++) {
            int member = random.nextInt(0, 65_536);

            assertThat(ComputedText.expand("10.{n/256}.{n%256}.0", member))
                    .as("member %d", member)
                    .isEqualTo("10." + (member >> 8) + "." + (member & 255) + ".0");
        }
    }
}
