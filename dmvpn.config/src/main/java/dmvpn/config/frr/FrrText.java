package dmvpn.config.frr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import java.util.List;
import java.util.Optional;

/** How FRRouting spells values. */
final class FrrText {

    private FrrText() {
    }

    /** {@code ip} or {@code ipv6}: the first word of commands on an address family. */
    static String family(IpAddress address) {
        return address instanceof Ipv6Address ? "ipv6" : "ip";
    }

    /** {@code " vrf NAME"} behind the command that opens a process, nothing for the global table. */
    static String ofVrf(Optional<String> vrf) {
        return vrf.map(name -> " vrf " + name).orElse("");
    }

    /** The same lines, further to the right. */
    static List<String> indented(String indent, List<String> lines) {
        return lines.stream().map(line -> indent + line).toList();
    }
}
