package dmvpn.network.address;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Addresses and prefixes from a seed; IPv6 with runs of zero groups, which random bits hardly ever have. */
final class RandomAddresses {

    private final RandomGenerator random;

    RandomAddresses(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    IpAddress address() {
        return random.nextBoolean() ? ipv4() : ipv6();
    }

    Ipv4Address ipv4() {
        return new Ipv4Address(random.nextInt());
    }

    Ipv6Address ipv6() {
        long high = 0;
        long low = 0;
        for (int group = 0; group < 8; group++) {
            long bits = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> random.nextInt(0x10);
                default -> random.nextInt(0x10000);
            };
            if (group < 4) {
                high = high << 16 | bits;
            } else {
                low = low << 16 | bits;
            }
        }
        return new Ipv6Address(high, low);
    }

    IpPrefix prefix() {
        IpAddress address = address();
        return IpPrefix.containing(address, random.nextInt(address.bitLength() + 1));
    }

    /** An address that is in the prefix. */
    IpAddress inside(IpPrefix prefix) {
        byte[] bytes = prefix.network().toBytes();
        for (int bit = prefix.length(); bit < prefix.network().bitLength(); bit++) {
            if (random.nextBoolean()) {
                bytes[bit / 8] |= (byte) (0x80 >>> bit % 8);
            }
        }
        return IpAddress.ofBytes(bytes);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long count() {
        return random.nextLong(-1L << 40, 1L << 40);
    }
}
