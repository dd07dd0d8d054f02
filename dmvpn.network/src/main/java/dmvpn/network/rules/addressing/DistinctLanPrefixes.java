package dmvpn.network.rules.addressing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.domains.Lan;
import dmvpn.network.rules.domains.LanOverlaps;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.vrf.SharedCustomerTable;
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
                    + "and fine; give both the same site to say so.",
            "RFC 1812 section 5.2.4.3 (a router forwards by the longest matching prefix)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (LanOverlaps.Overlap overlap : LanOverlaps.of(memberships)) {
            // Sites of two clouds that meet in one table of a hub break another rule.
            if (SharedCustomerTable.meetingPlace(overlap, memberships).isEmpty()) {
                findings.accept(new Finding(RULE, message(overlap.first(), overlap.second()), overlap.second().lan().origin()));
            }
        }
    }

    private static String message(Lan first, Lan second) {
        boolean sameAddress = first.address().equals(second.address());
        String relation = first.prefix().equals(second.prefix())
                ? " is also the local network of " + first.device().reference()
                : " overlaps " + first.prefix() + " of " + first.device().reference();
        boolean oneSite = first.device().site().isPresent() && first.device().site().equals(second.device().site());
        return "Local network " + second.prefix() + " of " + second.device().reference() + relation
                + (oneSite && sameAddress ? " at one site, where both have the address " + first.address().address()
                        + ": give one of the two another address" : ": give one of the two other addresses");
    }
}
