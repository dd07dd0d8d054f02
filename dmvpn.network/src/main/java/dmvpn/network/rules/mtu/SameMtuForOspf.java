package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.OspfOnTunnel;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Both ends of a tunnel with OSPF need the same MTU. */
public final class SameMtuForOspf implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-MT-04",
            Severity.ERROR,
            "OSPF neighbours have the same tunnel MTU",
            "OSPF refuses the database of a neighbour whose interface takes larger packets, so the two stop "
                    + "in state ExStart and exchange no routes. Use one mtu in the cloud.",
            "RFC 2328 section 10.6 (receiving database description packets)");

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
            OptionalInt client = registration.client().tunnel().ipMtuBytes();
            OptionalInt server = registration.server().tunnel().ipMtuBytes();
            if (!client.equals(server)) {
                OspfOnTunnel.of(registration.client()).filter(ospf -> OspfOnTunnel.of(registration.server()).isPresent())
                        .ifPresent(ospf -> findings.accept(new Finding(RULE, "The tunnels of " + registration.client().name() + " ("
                                + bytes(client) + ") and " + registration.server().name() + " (" + bytes(server)
                                + ") differ in their MTU, so OSPF exchanges no routes: use one mtu",
                                registration.client().tunnel().origin())));
            }
        }
    }

    private static String bytes(OptionalInt mtu) {
        return mtu.isPresent() ? mtu.getAsInt() + " bytes" : "the platform's";
    }
}
