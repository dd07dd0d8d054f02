package dmvpn.network.rules.routing;

import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** BFD needs both neighbours. */
public final class DetectionOnBothEnds implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-20",
            Severity.ERROR,
            "Both ends of a tunnel run BFD",
            "A BFD session comes up when both routers ask for it. With one side alone there is none, and "
                    + "routing falls back to its own timers. Switch BFD on at hubs and spokes.",
            "RFC 5880 section 6.8.6; Cisco, BFD support on DMVPN");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FORWARDING_DETECTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Member client = registration.client();
            Member server = registration.server();
            Optional<BidirectionalForwarding> here = client.device().routing().forwardingDetectionOn(client.tunnel().name());
            Optional<BidirectionalForwarding> there = server.device().routing().forwardingDetectionOn(server.tunnel().name());
            if (here.isPresent() != there.isPresent()) {
                findings.accept(new Finding(RULE, (here.isPresent() ? client : server).name() + " runs BFD and "
                        + (here.isPresent() ? server : client).name() + " does not, so there is no session: write bfd for both",
                        here.or(() -> there).orElseThrow().origin()));
            }
        }
    }
}
