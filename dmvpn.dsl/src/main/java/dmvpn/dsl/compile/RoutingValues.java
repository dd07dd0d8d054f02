package dmvpn.dsl.compile;

import dmvpn.dsl.values.DecimalText;
import dmvpn.dsl.values.RateText;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.SeedMetric;
import java.util.Optional;

/** Values that only routing has, as they are written. */
final class RoutingValues {

    private static final long HIGHEST = 0xffff_ffffL;
    private static final int BITS_PER_KILOBIT = 1000;
    /** Components behind the bandwidth: tens of microseconds, reliability, load and MTU of an idle, reliable Ethernet. */
    private static final long[] EIGRP_DEFAULTS = {0, 100, 255, 1, 1500};
    private static final long[] EIGRP_HIGHEST = {HIGHEST, HIGHEST, 255, 255, 65_535};

    private RoutingValues() {
    }

    /** {@code type-1} or {@code type-2}, as numbers. */
    static Optional<Integer> externalType(String text) {
        return switch (text) {
            case "type-1" -> Optional.of(1);
            case "type-2" -> Optional.of(2);
            default -> Optional.empty();
        };
    }

    /** An OSPF area: a number, or the same number in the form of an address. */
    static Optional<Long> area(String text) {
        return DecimalText.tryParseWhole(text).filter(number -> number <= HIGHEST)
                .or(() -> IpAddress.tryParse(text).filter(Ipv4Address.class::isInstance).map(RoutingValues::number));
    }

    private static long number(IpAddress address) {
        long number = 0;
        for (String octet : address.toString().split("\\.")) {
            number = number * 256 + Integer.parseInt(octet);
        }
        return number;
    }

    /** EIGRP's components, the later ones left out at will: {@code 100000/100/255/1/1400}, {@code 100Mbps}. */
    static Optional<SeedMetric> eigrpMetric(String text, Origin origin) {
        long[] parts = EIGRP_DEFAULTS.clone();
        String[] written = text.split("/", -1);
        for (int index = 0; index < written.length; index++) {
            int position = index;
            Optional<Long> value = DecimalText.tryParseWhole(written[index])
                    .or(() -> position == 0 ? RateText.tryParse(written[0]).map(bits -> bits / BITS_PER_KILOBIT) : Optional.empty());
            if (index >= parts.length || value.isEmpty() || value.get() > EIGRP_HIGHEST[index]) {
                return Optional.empty();
            }
            parts[index] = value.get();
        }
        return parts[0] == 0 ? Optional.empty()
                : Optional.of(new SeedMetric.Eigrp(parts[0], parts[1], (int) parts[2], (int) parts[3], (int) parts[4], origin));
    }
}
