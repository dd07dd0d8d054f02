package dmvpn.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.robustness.Runs;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that is computed without a text is the address that the text is read as. */
class ComputedAddressTest {

    private static final String[] PIECES = {"10", "0", "255", "256", "007", "0007", "-1", "{n}", "{n/256}", "{n%256}", "{10+n}", "{n-3}",
            "{2*n}", "{255/n}", "1{n}", "{n}{n}", "{n}1", "", " 1"};
    private static final String[] ENDS = {"", "", "/24", "/32", "/0", "/33", "/", "/024", "/0024", "/{n}", "/2{n}", "/24/24"};

    static LongStream seeds() {
        return Runs.seeds(400, 20_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatItsTextIsReadAs(long seed) {
        RandomGenerator random = Runs.random(seed);
        StringBuilder text = new StringBuilder();
        int octets = random.nextInt(8) == 0 ? 3 + 2 * random.nextInt(2) : 4;
        for (int octet = 0; octet < octets; octet++) {
            text.append(octet == 0 ? "" : ".").append(PIECES[random.nextInt(random.nextBoolean() ? PIECES.length : 12)]);
        }
        check(text.append(ENDS[random.nextInt(ENDS.length)]).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:{n}::1/64", "2001:db8::{n}", "10.0.0.1", "10.0.0.1/24", "{n}", "{n}.{n}.{n}.{n}/{n}", "/24", ".", ""})
    void whateverItsForm(String text) {
        check(text);
    }

    private static void check(String text) {
        ComputedAddress computed = ComputedAddress.prepare(text);
        for (long member : new long[] {0, 1, 3, 9, 99, 254, 255, 256, 300, 65_535, 65_536, -1}) {
            assertThat(outcome(() -> computed.address(member))).as("%s for %d", text, member)
                    .isEqualTo(outcome(() -> IpAddress.tryParse(ComputedText.expand(text, member))));
            assertThat(outcome(() -> computed.interfaceAddress(member))).as("%s for %d", text, member)
                    .isEqualTo(outcome(() -> InterfaceAddress.tryParse(ComputedText.expand(text, member))));
        }
    }

    private static Object outcome(Supplier<Optional<?>> read) {
        try {
            return read.get();
        } catch (ComputedTextException noValue) {
            return noValue.getMessage();
        }
    }
}
