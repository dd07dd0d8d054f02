package dmvpn.network.rules.membership;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.AddressRange;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides for which alike members of families a few examples can stand when rules are checked.
 *
 * <p>Alike members differ in addresses alone, and a rule compares an address with other addresses and with prefixes: is it the
 * same, does it lie in there, do the two overlap. So what a rule says of one member it says of all, when every other
 * address and prefix that the network mentions lies either apart from the range of the members' addresses or around all of
 * it. And no two members are in each other's way, since each has addresses of its own.
 */
final class Folding {

    /** To look for addresses in one router costs as much as all rules on this many routers. */
    private static final int WORTH = 10;

    /** What code compares addresses with, whatever the network mentions (RFC 6890 and RFC 4291). */
    private static final List<AddressRange> WELL_KNOWN = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "2001:db8::/32", "fc00::/7", "fe80::/10",
            "ff00::/8").map(IpPrefix::parse).map(AddressRange::of).toList();

    private Folding() {
    }

    /** How many routers each stands for that stands for more than itself, by identity; none when all must be looked at. */
    static Map<Device, Integer> counts(CompiledNetwork network) {
        List<AlikeDevices> alike = network.routers().alike();
        int saved = alike.stream().mapToInt(members -> members.others().size()).sum();
        int examples = alike.stream().mapToInt(members -> members.examples().size()).sum();
        int lookedThrough = network.routers().representatives().size() - examples + 2 * alike.size();
        if (saved < WORTH * lookedThrough || !canFold(network, alike)) {
            return Map.of();
        }
        Map<Device, Integer> counts = new IdentityHashMap<>();
        alike.forEach(members -> counts.put(members.examples().getFirst(), 1 + members.others().size()));
        return counts;
    }

    private static boolean canFold(CompiledNetwork network, List<AlikeDevices> alike) {
        List<AddressRange> ranges = new ArrayList<>();
        alike.forEach(members -> ranges.addAll(members.ranges()));
        return areApart(ranges) && alike.stream().allMatch(Folding::differInRanges)
                && areApartFrom(constants(network, alike), ranges);
    }

    /** True when whatever one example mentions and another does not lies in a range that is known. */
    private static boolean differInRanges(AlikeDevices members) {
        Set<AddressRange> second = AddressMentions.of(List.of(members.examples().get(1)));
        return AddressMentions.of(List.of(members.examples().get(0))).stream().allMatch(mention -> second.contains(mention)
                || members.ranges().stream().anyMatch(range -> range.contains(mention)));
    }

    private static boolean areApart(List<AddressRange> ranges) {
        List<AddressRange> ascending = new ArrayList<>(ranges);
        ascending.sort((one, other) -> one.first().compareTo(other.first()));
        for (int index = 1; index < ascending.size(); index++) {
            if (ascending.get(index - 1).overlaps(ascending.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areApartFrom(Set<AddressRange> constants, List<AddressRange> ranges) {
        for (AddressRange constant : constants) {
            for (AddressRange range : ranges) {
                if (constant.overlaps(range) && !constant.contains(range)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the network mentions besides the addresses in which members differ: what two examples mention both have all. */
    private static Set<AddressRange> constants(CompiledNetwork network, List<AlikeDevices> alike) {
        Set<AddressRange> constants = new HashSet<>(WELL_KNOWN);
        constants.addAll(AddressMentions.of(network.clouds()));
        constants.addAll(AddressMentions.of(network.transports()));
        Set<Device> examples = Collections.newSetFromMap(new IdentityHashMap<>());
        for (AlikeDevices members : alike) {
            examples.addAll(members.examples());
            Set<AddressRange> common = AddressMentions.of(List.of(members.examples().get(0)));
            common.retainAll(AddressMentions.of(List.of(members.examples().get(1))));
            constants.addAll(common);
        }
        network.routers().representatives().stream().filter(device -> !examples.contains(device))
                .forEach(device -> constants.addAll(AddressMentions.of(List.of(device))));
        return constants;
    }
}
