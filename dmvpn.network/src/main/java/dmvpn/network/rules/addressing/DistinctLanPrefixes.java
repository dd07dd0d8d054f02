package dmvpn.network.rules.addressing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Local networks of two sites must not overlap in one VRF. */
public final class DistinctLanPrefixes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-06",
            Severity.ERROR,
            "Local networks do not overlap",
            "Routing sends each packet to one place. When two sites use overlapping networks, traffic for "
                    + "one of them arrives at the other. Give one of the sites other addresses, or keep the two in "
                    + "separate VRFs. One network with two routers that have different addresses in it is one site "
                    + "and fine.",
            "RFC 1812 section 5.2.4.3 (a router forwards by the longest matching prefix)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<String, List<Lan>> lansByVrf = new TreeMap<>();
        for (Device device : memberships.network().devices()) {
            for (NetworkInterface candidate : device.interfaces()) {
                if (candidate.kind() == InterfaceKind.LAN
                        && candidate.assignment() instanceof AddressAssignment.Static fixed) {
                    lansByVrf.computeIfAbsent(candidate.vrf().orElse(""), vrf -> new ArrayList<>())
                            .add(new Lan(device, candidate, fixed.address(), fixed.address().prefix()));
                }
            }
        }
        lansByVrf.values().forEach(lans -> checkTable(lans, findings));
    }

    /** In ascending order a prefix overlaps an earlier one exactly when the innermost open one contains it. */
    private static void checkTable(List<Lan> lans, Consumer<Finding> findings) {
        lans.sort(Comparator.comparing(Lan::prefix));
        Deque<Lan> open = new ArrayDeque<>();
        for (Lan lan : lans) {
            while (!open.isEmpty() && !open.peek().prefix().contains(lan.prefix())) {
                open.pop();
            }
            Lan outer = open.peek();
            if (outer != null && outer.device() != lan.device() && !isSharedSegment(outer, lan)) {
                findings.accept(new Finding(RULE, message(outer, lan), lan.lan().origin()));
            }
            open.push(lan);
        }
    }

    private static boolean isSharedSegment(Lan first, Lan second) {
        return first.prefix().equals(second.prefix()) && !first.address().equals(second.address());
    }

    private static String message(Lan first, Lan second) {
        String relation = first.prefix().equals(second.prefix())
                ? " is also the local network of " + first.device().reference()
                : " overlaps " + first.prefix() + " of " + first.device().reference();
        return "Local network " + second.prefix() + " of " + second.device().reference() + relation
                + ": give one of the two other addresses";
    }

    private record Lan(Device device, NetworkInterface lan, InterfaceAddress address, IpPrefix prefix) {
    }
}
