package dmvpn.sim.bfd;

import dmvpn.network.device.Device;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.OspfInterface;
import dmvpn.sim.bfd.BfdTraceEvent.Ignored;
import dmvpn.sim.bfd.BfdTraceEvent.SessionEvent;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** BFD of a router: a session for each neighbour that protocols ask for, and packets to the right one (RFC 5880, RFC 5881). */
public final class BfdProtocol implements RouterProtocol, NeighborDetection, BfdSession.Owner {

    /** First discriminator of sessions in software on IOS-XE. */
    private static final long FIRST_DISCRIMINATOR = 4097;
    /** RFC 5881 section 4: 49152 to 65535, and each session has one of its own. */
    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 16_384;

    private final RouterContext router;
    private final BfdBehaviour behaviour;
    private final Map<WatchedNeighbor, BfdSession> sessions = new LinkedHashMap<>();
    private final Set<Ignored> ignored = new LinkedHashSet<>();
    private long nextDiscriminator = FIRST_DISCRIMINATOR;

    /** @param router the router */
    public BfdProtocol(RouterContext router) {
        this.router = router;
        this.behaviour = BfdBehaviour.of(router.device().platform());
    }

    /** True when something of the router's configuration asks for BFD: one without does not listen for it. */
    public static boolean isConfigured(Device device) {
        return !device.routing().forwardingDetection().isEmpty()
                || device.routing().ospf().stream().flatMap(process -> process.interfaces().stream())
                        .anyMatch(OspfInterface::fastDetection)
                || device.routing().bgp().stream().flatMap(process -> process.peerings()).anyMatch(BgpPeering::fastDetection);
    }

    @Override
    public String name() {
        return "BFD";
    }

    @Override
    public void start() {
        router.ip().registerUdp(BfdPacket.UDP_PORT, this::receive);
    }

    @Override
    public void stop() {
        sessions.values().forEach(BfdSession::stop);
    }

    @Override
    public void watch(WatchedNeighbor neighbor, Client client) {
        if (!behaviour.serves(client)) {
            router.record(new SessionEvent("no session", neighbor, client.name(), "the platform has none for the protocol"),
                    router.device().origin());
            return;
        }
        BfdSession session = sessions.get(neighbor);
        if (session == null) {
            Optional<RouterInterface> egress = router.interfaceNamed(neighbor.interfaceName());
            Optional<BfdParameters> parameters = behaviour.parameters(router.device(), neighbor.interfaceName());
            if (egress.isEmpty() || parameters.isEmpty()) {
                router.record(new SessionEvent("no session", neighbor, client.name(), "the interface has no interval of BFD"),
                        egress.map(RouterInterface::origin).orElse(router.device().origin()));
                return;
            }
            session = begin(neighbor, egress.get(), parameters.get(), client);
        }
        session.add(client);
    }

    private BfdSession begin(WatchedNeighbor neighbor, RouterInterface egress, BfdParameters parameters, Client client) {
        long discriminator = nextDiscriminator++;
        BfdSession session = new BfdSession(router, neighbor, egress, parameters, discriminator,
                FIRST_PORT + (int) ((discriminator - FIRST_DISCRIMINATOR) % PORTS), this);
        sessions.put(neighbor, session);
        router.record(new SessionEvent("session created", neighbor, client.name(), ""), egress.origin());
        session.start();
        return session;
    }

    @Override
    public void forget(WatchedNeighbor neighbor, Client client) {
        BfdSession session = sessions.get(neighbor);
        if (session != null) {
            session.remove(client);
        }
    }

    @Override
    public void pathGone(WatchedNeighbor neighbor, Client client) {
        BfdSession session = sessions.get(neighbor);
        if (session != null) {
            session.removeSilently(client);
        }
    }

    @Override
    public void ended(BfdSession session) {
        sessions.remove(session.neighbor(), session);
        router.record(new SessionEvent("session removed", session.neighbor(), "", ""), router.device().origin());
    }

    private void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        if (!(datagram.content() instanceof BfdPacket control)) {
            return;
        }
        BfdSession session = sessions.get(new WatchedNeighbor(ingress.name(), packet.source()));
        String objection = objection(packet, control, session);
        if (objection == null) {
            session.receive(control);
        } else if (ignored.add(new Ignored(ingress.name(), packet.source(), objection))) {
            router.record(new Ignored(ingress.name(), packet.source(), objection), ingress.origin());
        }
    }

    /** What makes a packet count for nothing (RFC 5880 section 6.8.6, RFC 5881 section 5); null when nothing does. */
    private static String objection(IpPacket packet, BfdPacket control, BfdSession session) {
        if (packet.timeToLive() != BfdSession.TIME_TO_LIVE) {
            return "its TTL is not 255, so that it is not of a neighbor";
        }
        if (session == null) {
            return "no protocol asks for a session with its sender";
        }
        if (session.localAddress().filter(packet.destination()::equals).isEmpty()) {
            return "it is for another address of the interface";
        }
        if (control.yourDiscriminator() == 0) {
            return control.state() == BfdState.DOWN || control.state() == BfdState.ADMIN_DOWN
                    ? null : "it names no session, although its sender knows one";
        }
        return control.yourDiscriminator() == session.localDiscriminator() ? null : "it is of a session that is over";
    }

    @Override
    public List<ShowCommand> showCommands() {
        ShowBfd show = new ShowBfd(router);
        return List.of(new ShowCommand("show bfd neighbors", () -> show.neighbors(sessions.values())),
                new ShowCommand("show bfd neighbors details", () -> show.details(sessions.values())));
    }

    @Override
    public List<StateTable> stateTables() {
        return List.of(BfdStateTable.of(sessions.values(), router.scheduler().nowNanos()));
    }
}
