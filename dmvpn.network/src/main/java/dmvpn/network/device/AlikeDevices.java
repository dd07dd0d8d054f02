package dmvpn.network.device;

import dmvpn.network.address.AddressRange;
import java.util.List;

/**
 * Routers of a network that follow each other and are alike: members of one family. They differ in their names, in the
 * labels of their origins, and in addresses, which are all in a few ranges that no two members share an address of.
 *
 * @param examples the first of them, at least two
 * @param others all the others, made when somebody asks for them
 * @param ranges where the addresses and prefixes lie in which they differ, those of the examples included
 */
public record AlikeDevices(List<Device> examples, List<Device> others, List<AddressRange> ranges) {

    /** Keeps immutable copies of the short lists. */
    public AlikeDevices {
        examples = List.copyOf(examples);
        ranges = List.copyOf(ranges);
    }

    /** How many there are. */
    public int size() {
        return examples.size() + others.size();
    }
}
