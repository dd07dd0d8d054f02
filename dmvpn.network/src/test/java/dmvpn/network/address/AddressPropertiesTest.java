package dmvpn.network.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for all addresses and prefixes; a failure names its seed. */
class AddressPropertiesTest {

    private static final int ROUNDS = 2_000;

    private static void always(long seed, Consumer<RandomAddresses> law) {
        RandomAddresses random = new RandomAddresses(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try {
                law.accept(random);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + broken.getMessage(), broken);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void printedAddressesReadBack(long seed) {
        always(seed, random -> {
            IpAddress address = random.address();
            assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
            assertThat(IpAddress.ofBytes(address.toBytes())).isEqualTo(address);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void printedPrefixesReadBack(long seed) {
        always(seed, random -> {
            IpPrefix prefix = random.prefix();
            assertThat(IpPrefix.parse(prefix.toString())).isEqualTo(prefix);
            assertThat(IpPrefix.tryParse(prefix.toString())).contains(prefix);
            InterfaceAddress address = new InterfaceAddress(random.inside(prefix), prefix.length());
            assertThat(InterfaceAddress.parse(address.toString())).isEqualTo(address);
            assertThat(address.prefix()).isEqualTo(prefix);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void upperCaseAndLeadingZerosReadAsTheSameAddress(long seed) {
        always(seed, random -> {
            Ipv6Address address = random.ipv6();
            StringBuilder full = new StringBuilder();
            for (int group = 0; group < 8; group++) {
                full.append(group == 0 ? "" : ":").append(String.format("%04X", address.group(group)));
            }
            assertThat(IpAddress.parse(full.toString())).isEqualTo(address);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPrefixContainsExactlyTheAddressesWithItsFirstBits(long seed) {
        always(seed, random -> {
            IpPrefix prefix = random.prefix();
            assertThat(prefix.contains(random.inside(prefix))).isTrue();
            assertThat(prefix.contains(prefix.network())).isTrue();
            assertThat(prefix.contains(prefix.lastAddress())).isTrue();
            if (prefix.length() > 0) {
                assertThat(prefix.contains(prefix.lastAddress().plus(1))).isFalse();
                assertThat(prefix.contains(prefix.network().plus(-1))).isFalse();
            }
            IpAddress stranger = random.address();
            boolean sameBits = stranger.bitLength() == prefix.network().bitLength()
                    && stranger.masked(prefix.length()).equals(prefix.network());
            assertThat(prefix.contains(stranger)).isEqualTo(sameBits);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void prefixesNestOrAreDisjoint(long seed) {
        always(seed, random -> {
            IpPrefix outer = random.prefix();
            int longer = outer.length() + random.below(outer.network().bitLength() - outer.length() + 1);
            IpPrefix inner = IpPrefix.containing(random.inside(outer), longer);
            assertThat(outer.contains(inner)).isTrue();
            assertThat(outer.overlaps(inner)).isTrue();
            assertThat(inner.overlaps(outer)).isTrue();
            assertThat(inner.contains(outer)).isEqualTo(inner.equals(outer));
            IpPrefix other = random.prefix();
            assertThat(outer.overlaps(other)).isEqualTo(outer.contains(other) || other.contains(outer));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void netmaskAndWildcardMaskComplementEachOther(long seed) {
        always(seed, random -> {
            IpPrefix prefix = random.prefix();
            byte[] netmask = prefix.netmask().toBytes();
            byte[] wildcard = prefix.wildcardMask().toBytes();
            for (int index = 0; index < netmask.length; index++) {
                assertThat(netmask[index] ^ wildcard[index]).isEqualTo(-1);
            }
            assertThat(new BigInteger(1, netmask).bitCount()).isEqualTo(prefix.length());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void additionIsThatOfIntegersAndWraps(long seed) {
        always(seed, random -> {
            IpAddress address = random.address();
            long count = random.count();
            BigInteger sum = new BigInteger(1, address.toBytes()).add(BigInteger.valueOf(count))
                    .mod(BigInteger.ONE.shiftLeft(address.bitLength()));
            assertThat(new BigInteger(1, address.plus(count).toBytes())).isEqualTo(sum);
            assertThat(address.plus(count).plus(-count)).isEqualTo(address);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderIsFamilyThenNumber(long seed) {
        always(seed, random -> {
            IpAddress first = random.address();
            IpAddress second = random.address();
            int expected = first.bitLength() != second.bitLength()
                    ? Integer.compare(first.bitLength(), second.bitLength())
                    : new BigInteger(1, first.toBytes()).compareTo(new BigInteger(1, second.toBytes()));
            assertThat(Integer.signum(first.compareTo(second))).isEqualTo(expected);
            assertThat(first.compareTo(first)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noTextMakesTheReaderThrow(long seed) {
        String letters = "0123456789abcdefF:./x% ";
        always(seed, random -> {
            StringBuilder text = new StringBuilder();
            for (int length = random.below(20); length > 0; length--) {
                text.append(letters.charAt(random.below(letters.length())));
            }
            String noise = text.toString();
            List<Boolean> present = Stream.of(IpAddress.tryParse(noise), IpPrefix.tryParse(noise),
                    InterfaceAddress.tryParse(noise)).map(value -> value.isPresent()).toList();
            assertThat(present).hasSize(3);
        });
    }
}
