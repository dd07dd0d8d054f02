package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.function.Consumer;

/** A client and its server must have routes to each other's NBMA addresses. */
public final class UnderlayRouteToPeers implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-15",
            Severity.ERROR,
            "Client and server have underlay routes to each other",
            "Encapsulated packets are routed in the table of the front-door VRF. A WAN address without a gateway gives a route "
                    + "to its own prefix only: packets to addresses outside of it are dropped, and the client never registers. "
                    + "Give the WAN its gateway, or write a static route.",
            "RFC 1812 section 5.2.4.3 (a packet without a matching route is dropped); RFC 2784 section 3");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Member client = registration.client();
            Member server = registration.server();
            if (UnderlayTable.of(client).leadsAnywhere() && UnderlayTable.of(server).leadsAnywhere()) {
                continue; // as nearly everywhere
            }
            // A tunnel without a usable source or transport breaks another rule.
            if (isUsable(client) && isUsable(server) && CommonTransport.areConnected(registration, router)) {
                PeerAddresses.of(registration, router)
                        .forEach(peer -> check(peer.from(), peer.to(), peer.addresses(), findings));
            }
        }
    }

    private static boolean isUsable(Member member) {
        return member.source().filter(NetworkInterface::enabled)
                .filter(source -> source.vrf().equals(member.tunnel().frontDoorVrf())).isPresent();
    }

    private static void check(Member from, Member to, List<IpAddress> addresses, Consumer<Finding> findings) {
        UnderlayTable table = UnderlayTable.of(from);
        if (addresses.isEmpty() || table.leadsAnywhere() || addresses.stream().anyMatch(table::reaches)) {
            return;
        }
        String where = addresses.size() == 1
                ? "the WAN address " + addresses.getFirst()
                : "the leased WAN addresses";
        NetworkInterface source = from.source().orElseThrow();
        findings.accept(new Finding(RULE, from.name() + " has no underlay route to " + where + " of " + to.name()
                + ": give " + source.name() + " of " + from.name() + " a gateway, or write a static route in "
                + source.vrf().map(vrf -> "VRF " + vrf).orElse("the global table"), source.origin()));
    }
}
