package dmvpn.network.rules.routing;

import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Both ends of a tunnel need the same OSPF settings. */
public final class SameOspfSettings implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-RT-07",
            Severity.ERROR,
            "OSPF neighbours agree on type, timers and area",
            "Routers ignore hellos with other intervals, of another area or of another kind of area, and "
                    + "types that disagree on the designated router leave routes out although the neighbour is there. "
                    + "Use the same settings on all tunnels of a cloud.",
            "RFC 2328 section 10.5 (receiving hello packets) and section 9.5");

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
            OspfOnTunnel.of(registration.client()).ifPresent(client -> OspfOnTunnel.of(registration.server())
                    .flatMap(server -> difference(client, server))
                    .ifPresent(difference -> findings.accept(new Finding(RULE, "OSPF of " + registration.client().name() + " and "
                            + registration.server().name() + " differs in " + difference + ": use the same",
                            client.settings().origin()))));
        }
    }

    private static Optional<String> difference(OspfOnTunnel client, OspfOnTunnel server) {
        OspfInterface one = client.settings();
        OspfInterface other = server.settings();
        if (one.area() != other.area()) {
            return Optional.of("its area (" + one.area() + " and " + other.area() + ")");
        }
        if (isStub(client.areaKind()) != isStub(server.areaKind()) || isNssa(client.areaKind()) != isNssa(server.areaKind())) {
            return Optional.of("the kind of area " + one.area());
        }
        if (!one.helloInterval().equals(other.helloInterval())) {
            return Optional.of("its hello interval (" + one.helloInterval().toSeconds() + " s and "
                    + other.helloInterval().toSeconds() + " s)");
        }
        if (!one.deadInterval().equals(other.deadInterval())) {
            return Optional.of("its dead interval (" + one.deadInterval().toSeconds() + " s and "
                    + other.deadInterval().toSeconds() + " s)");
        }
        return one.networkType().hasDesignatedRouter() == other.networkType().hasDesignatedRouter() ? Optional.empty()
                : Optional.of("its network type (" + one.networkType().keyword() + " and " + other.networkType().keyword() + ")");
    }

    private static boolean isStub(OspfAreaKind kind) {
        return kind == OspfAreaKind.STUB || kind == OspfAreaKind.TOTALLY_STUB;
    }

    private static boolean isNssa(OspfAreaKind kind) {
        return kind == OspfAreaKind.NSSA || kind == OspfAreaKind.TOTALLY_NSSA;
    }
}
