package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import java.util.Optional;
import java.util.function.Consumer;

/** The route to the NBMA address of a server must not lead into the tunnel. */
public final class NoRecursiveRouting implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-01",
            Severity.ERROR,
            "The route to a tunnel's far end does not lead into the tunnel",
            "When the best route to the NBMA address of a hub leads through the tunnel to that hub, "
                    + "encapsulated packets are encapsulated again: the routing neighbour flaps with each hold time. "
                    + "Put the WAN into a front-door VRF, or do not announce a prefix that covers the NBMA address.",
            "Observed on IOS (the neighbour flaps each hold time; no message on multipoint tunnels); RFC "
                    + "2784 section 3.1");

    @Override
    public Rule rule() {
        return RULE;
    }

    /** Distance of internal EIGRP routes on IOS. */
    private static final int EIGRP_DISTANCE = 90;

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Member client = registration.client();
            // With different tables a route of the overlay cannot catch an encapsulated packet.
            if (client.tunnel().vrf().equals(client.tunnel().frontDoorVrf())) {
                IpAddress nbmaAddress = registration.statement().nbmaAddress();
                overlayRoute(registration).ifPresent(prefix -> findings.accept(new Finding(RULE,
                        client.name() + " reaches NBMA address " + nbmaAddress + " of " + registration.server().name()
                                + " through the tunnel itself (route " + prefix
                                + "): put its WAN into a front-door VRF", client.tunnel().origin())));
            }
        }
    }

    /** The routes that cover the address are looked for first: hardly any network has one, and comparing costs more. */
    private static Optional<IpPrefix> overlayRoute(Registration registration) {
        IpAddress nbmaAddress = registration.statement().nbmaAddress();
        Member client = registration.client();
        for (StaticRoute route : client.device().routing().staticRoutes()) {
            if (route.vrf().equals(client.tunnel().vrf())
                    && route.destination().contains(nbmaAddress)
                    && UnderlayRoute.leadsInto(client, route)
                    && wins(route.destination(), route.distance(), client, nbmaAddress)) {
                return Optional.of(route.destination());
            }
        }
        for (EigrpOnTunnel eigrp : EigrpOnTunnel.allOf(client)) {
            for (IpPrefix prefix : AnnouncedPrefixes.of(registration.server()).in(eigrp.process().autonomousSystem())) {
                if (prefix.contains(nbmaAddress) && wins(prefix, EIGRP_DISTANCE, client, nbmaAddress)) {
                    return Optional.of(prefix);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean wins(IpPrefix prefix, int distance, Member client, IpAddress nbmaAddress) {
        return UnderlayRoute.toward(nbmaAddress, client).map(route -> route.losesTo(prefix, distance)).orElse(true);
    }
}
