package dmvpn.network.rules.domains;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.membership.Memberships;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Local networks of two sites that overlap and can exchange routes. */
public final class LanOverlaps {

    /**
     * Two local networks.
     *
     * @param first the one that contains the other, or is the same and comes first in the network
     * @param second the other
     */
    public record Overlap(Lan first, Lan second) {
    }

    private LanOverlaps() {
    }

    /** The overlaps of a network, in ascending order of the prefixes. */
    public static List<Overlap> of(Memberships memberships) {
        List<Lan> lans = lans(memberships);
        if (within(lans).isEmpty()) {
            return List.of();
        }
        RoutingDomains domains = RoutingDomains.of(memberships);
        Map<Object, List<Lan>> byDomain = new LinkedHashMap<>();
        lans.forEach(lan -> byDomain.computeIfAbsent(domains.of(lan.device(), lan.lan().vrf()), key -> new ArrayList<>()).add(lan));
        return byDomain.values().stream().map(LanOverlaps::within).flatMap(Collection::stream).toList();
    }

    private static List<Lan> lans(Memberships memberships) {
        List<Lan> lans = new ArrayList<>();
        for (Device device : memberships.devices()) {
            for (NetworkInterface candidate : device.interfaces()) {
                if (candidate.kind() == InterfaceKind.LAN
                        && candidate.assignment() instanceof AddressAssignment.Static fixed) {
                    lans.add(new Lan(device, candidate, fixed.address()));
                }
            }
        }
        lans.sort(Comparator.comparing(Lan::prefix));
        return lans;
    }

    /** In ascending order a prefix overlaps an earlier one exactly when the innermost open one contains it. */
    private static List<Overlap> within(List<Lan> ascending) {
        List<Overlap> overlaps = new ArrayList<>(0);
        Deque<Lan> open = new ArrayDeque<>();
        for (Lan lan : ascending) {
            while (!open.isEmpty() && !open.peek().prefix().contains(lan.prefix())) {
                open.pop();
            }
            Lan outer = open.peek();
            if (outer != null && outer.device() != lan.device() && !isSharedSegment(outer, lan)) {
                overlaps.add(new Overlap(outer, lan));
            }
            open.push(lan);
        }
        return overlaps;
    }

    /** One network with two routers at one site, or with two routers that have different addresses in it. */
    private static boolean isSharedSegment(Lan first, Lan second) {
        boolean oneSite = first.device().site().isPresent() && first.device().site().equals(second.device().site());
        boolean twoSites = !oneSite && (first.device().site().isPresent() || second.device().site().isPresent());
        return first.prefix().equals(second.prefix()) && !twoSites && !first.address().equals(second.address());
    }
}
