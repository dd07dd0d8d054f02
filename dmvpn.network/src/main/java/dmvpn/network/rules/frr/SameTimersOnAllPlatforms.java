package dmvpn.network.rules.frr;

import dmvpn.network.device.Vendor;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.OspfOnTunnel;
import java.util.Set;
import java.util.function.Consumer;

/** Platforms with different defaults need timers that are written down. */
public final class SameTimersOnAllPlatforms implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-FR-11",
            Severity.WARNING,
            "OSPF of FRR and IOS uses written timers",
            "On a point-to-multipoint network IOS sends hellos each 30 seconds and FRR each 10. Routers with "
                    + "different timers ignore each other. Write hello 10s dead 40s for the cloud.",
            "FRR documentation, OSPFv2; Cisco IOS command reference, ip ospf hello-interval");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.OSPF);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Vendor client = registration.client().device().platform().vendor();
            Vendor server = registration.server().device().platform().vendor();
            if (client != server) {
                OspfOnTunnel.of(registration.client()).ifPresent(one -> OspfOnTunnel.of(registration.server())
                        .filter(other -> !one.settings().helloInterval().equals(other.settings().helloInterval())
                                || !one.settings().deadInterval().equals(other.settings().deadInterval()))
                        .ifPresent(other -> findings.accept(new Finding(RULE, registration.client().name() + " ("
                                + client.keyword() + ") sends OSPF hellos each " + one.settings().helloInterval().toSeconds()
                                + " s and " + registration.server().name() + " (" + server.keyword() + ") each "
                                + other.settings().helloInterval().toSeconds() + " s: write hello 10s dead 40s",
                                one.settings().origin()))));
            }
        }
    }
}
