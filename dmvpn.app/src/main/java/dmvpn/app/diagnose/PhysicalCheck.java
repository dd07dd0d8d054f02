package dmvpn.app.diagnose;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.InterfaceView;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.ProbedPath;
import dmvpn.sim.tunnel.GreTunnel;
import java.util.Optional;

/**
 * Power, the tunnels and their sources, and the way between the NBMA addresses, one direction after the other, for what the tunnel
 * sends: a ping that passes says nothing of ESP, and one that does not, neither.
 */
final class PhysicalCheck implements LegCheck {

    private final Simulation simulation;
    private final Evidence evidence;

    PhysicalCheck(Simulation simulation, Evidence evidence) {
        this.simulation = simulation;
        this.evidence = evidence;
    }

    @Override
    public Optional<Finding> check(Leg leg) {
        return unpowered(leg.client()).or(() -> unpowered(leg.server()))
                .or(() -> source(leg.client(), leg.tunnel().sourceInterface(), leg.clientSource()))
                .or(() -> source(leg.server(), leg.serverTunnel().sourceInterface(), leg.serverSource()))
                .or(() -> outOfService(leg.client(), leg.tunnel()))
                .or(() -> outOfService(leg.server(), leg.serverTunnel()))
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

    /** A tunnel that is down although its source is well, and not because nobody answers on it. */
    private Optional<Finding> outOfService(RouterView router, TunnelInterface tunnel) {
        return evidence.last(router, event -> event.protocol().equals("Interface") && Evidence.has(event, "interface", tunnel.name()))
                .filter(event -> event.reason().equals(GreTunnel.OUT_OF_SERVICE))
                .map(event -> new Finding(Layer.PHYSICAL, router.name(),
                        Evidence.row(router, "Interfaces", "name", tunnel.name()).orElse(tunnel.name()) + "; " + Evidence.line(event),
                        "the interface " + tunnel.name() + " is out of service, and its source is well",
                        "'no shutdown' on " + tunnel.name() + " of " + router.name()));
    }

    private Optional<Finding> ways(Leg leg, IpAddress clientNbma, Optional<IpAddress> clientSeen) {
        UnderlayProtocol carriedAs = leg.carriedAs();
        ProbedPath there = simulation.path(leg.clientEnd(clientNbma), leg.serverEnd(), carriedAs);
        // What lets in answers only cannot be probed from outside.
        ProbedPath back = clientSeen.isPresent() && leg.canServerSpeakFirst()
                ? simulation.path(leg.serverAsSender(), leg.clientEnd(clientSeen.get()), carriedAs) : there;
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
        return Optional.of(new Finding(Layer.PHYSICAL, sender.name(), broken.describe() + counters(leg, sender),
                target + " is not reached from " + sender.name() + direction + ": " + broken.end(), mend));
    }

    /** What the security association counts on both sides: encapsulated here and not decapsulated there is lost on the way. */
    private static String counters(Leg leg, RouterView sender) {
        Optional<IpAddress> peer = sender == leg.client() ? Optional.of(leg.next().nbmaAddress()) : leg.clientSeen();
        return peer.flatMap(address -> Evidence.row(sender, IpsecCheck.TABLE, "peer", address.toString()))
                .map(row -> "; " + sender.name() + ": " + row).orElse("");
    }
}
