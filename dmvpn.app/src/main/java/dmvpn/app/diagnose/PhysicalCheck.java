package dmvpn.app.diagnose;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.InterfaceView;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import java.util.Optional;

/** Power, the tunnel sources, and the way between the NBMA addresses, one direction after the other. */
final class PhysicalCheck implements LegCheck {

    private final Simulation simulation;

    PhysicalCheck(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Optional<Finding> check(Leg leg) {
        return unpowered(leg.client()).or(() -> unpowered(leg.server()))
                .or(() -> source(leg.client(), leg.tunnel().sourceInterface(), leg.clientSource()))
                .or(() -> source(leg.server(), leg.serverTunnel().sourceInterface(), leg.serverSource()))
                .or(() -> ways(leg, leg.clientNbma().orElseThrow(), leg.clientSeen()));
    }

    private static Optional<Finding> unpowered(RouterView router) {
        return router.isPowered() ? Optional.empty() : Optional.of(new Finding(Layer.PHYSICAL, router.name(),
                router.name() + " answers no command", "the router is without power",
                "restore the power of " + router.name()));
    }

    private static Optional<Finding> source(RouterView router, String name, Optional<InterfaceView> source) {
        String evidence = Evidence.row(router, "Interfaces", "name", name).orElse("no interface " + name);
        if (source.isEmpty() || !source.get().up()) {
            return Optional.of(new Finding(Layer.PHYSICAL, router.name(), evidence, "the tunnel source " + name + " is down",
                    "bring the line of " + name + " up: cable, provider, 'no shutdown'"));
        }
        return source.get().address().isPresent() ? Optional.empty() : Optional.of(new Finding(Layer.PHYSICAL, router.name(),
                evidence, "the tunnel source " + name + " has no address",
                "give it an address, or see why the DHCP server of its transport has none left"));
    }

    private Optional<Finding> ways(Leg leg, IpAddress clientNbma, Optional<IpAddress> clientSeen) {
        ProbedPath there = simulation.path(leg.clientEnd(clientNbma), leg.serverEnd());
        // What lets in answers only cannot be probed from outside.
        ProbedPath back = clientSeen.isPresent() && leg.canServerSpeakFirst()
                ? simulation.path(leg.serverAsSender(), leg.clientEnd(clientSeen.get())) : there;
        if (there.arrives() && back.arrives()) {
            return Optional.empty();
        }
        RouterView sender = there.arrives() ? leg.server() : leg.client();
        String direction = there.arrives() == back.arrives() ? "" : ", in this direction only";
        ProbedPath broken = there.arrives() ? back : there;
        IpAddress target = there.arrives() ? clientSeen.orElse(clientNbma) : leg.next().nbmaAddress();
        String mend = broken.end().startsWith("no route")
                ? "give " + sender.name() + " a route to " + target + ", for example a gateway on its WAN interface"
                : "mend the way through the transport from " + sender.name() + " to " + target
                        + ": line, provider, firewall on the way";
        return Optional.of(new Finding(Layer.PHYSICAL, sender.name(), broken.describe(),
                target + " is not reached from " + sender.name() + direction + ": " + broken.end(), mend));
    }
}
