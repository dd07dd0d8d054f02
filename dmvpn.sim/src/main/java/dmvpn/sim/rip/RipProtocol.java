package dmvpn.sim.rip;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.RipProcess;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.rip.RipTraceEvent.Ignored;
import dmvpn.sim.rip.RipTraceEvent.Occasion;
import dmvpn.sim.rip.RipTraceEvent.PacketEvent;
import dmvpn.sim.rip.RipTraceEvent.Unsupported;
import dmvpn.sim.rip.message.RipCommand;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.redistribution.ConfiguredParticipation;
import dmvpn.sim.routing.redistribution.RedistributedRoute;
import dmvpn.sim.routing.redistribution.RedistributedRoutes;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** RIP version 2 in one routing table of a router. */
public final class RipProtocol implements RouterProtocol, InterfaceListener {

    private final RipContext context;
    private final Map<String, RipPort> ports = new LinkedHashMap<>();
    private final RipDatabase database;
    private final Announcer announcer;
    private final SeedMetrics seeds;
    private final RedistributedRoutes redistributed;

    /**
     * @param router the router
     * @param process its configuration
     * @param filter decides which routes of others are announced
     */
    public RipProtocol(RouterContext router, RipProcess process, RedistributionFilter filter) {
        context = new RipContext(router, process);
        database = new RipDatabase(context, this::routeChanged);
        announcer = new Announcer(context, database, ports.values());
        seeds = new SeedMetrics(context);
        redistributed = new RedistributedRoutes(context.routes(), process.options().redistributions(), filter,
                new ConfiguredParticipation(router.device(), process.vrf()), this::redistribute);
    }

    private void redistribute(IpPrefix prefix, Optional<RedistributedRoute> route) {
        if (prefix.network() instanceof Ipv4Address) {
            route.flatMap(seeds::of).ifPresentOrElse(seeded -> database.redistributed(prefix, seeded),
                    () -> database.noLongerRedistributed(prefix));
        }
    }

    private void routeChanged(IpPrefix prefix) {
        announcer.changed(prefix);
    }

    @Override
    public String name() {
        return "RIP";
    }

    @Override
    public void start() {
        context.router().ip().registerUdp(RipPacket.UDP_PORT, this::receive);
        for (RouterInterface candidate : context.router().interfaces()) {
            if (!candidate.vrf().equals(context.process().vrf())) {
                continue;
            }
            if (candidate.address().map(InterfaceAddress::address).filter(address -> address instanceof Ipv6Address
                    && context.process().covers(address)).isPresent()) {
                context.record(new Unsupported("RIP for IPv6 is not simulated", candidate.name()));
            }
            ports.put(candidate.name(), new RipPort(candidate, context.process().settingsOf(candidate.name())));
            candidate.addListener(this);
        }
        context.policies().start();
        announcer.start();
        context.process().defaultOrigination().ifPresent(configured -> database.originateDefault());
        List.copyOf(ports.values()).forEach(this::adapt);
        redistributed.start();
    }

    @Override
    public void stop() {
        announcer.stop();
        database.stop();
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        RipPort port = ports.get(changedInterface.name());
        if (port != null) {
            adapt(port);
        }
    }

    /** The interface came up, went down, or has another address. */
    private void adapt(RipPort port) {
        Optional<IpPrefix> network = port.address()
                .filter(address -> context.process().covers(address.address()))
                .map(InterfaceAddress::prefix);
        if (network.equals(port.connected())) {
            return;
        }
        if (port.connected().isPresent()) {
            IpPrefix before = port.connected().get();
            port.setConnected(Optional.empty());
            database.portDown(port);
            // Another interface may have the same network.
            ports.values().stream().filter(other -> other.connected().filter(before::equals).isPresent()).findFirst()
                    .ifPresent(other -> database.connected(before, other));
            redistribute(before, Optional.ofNullable(redistributed.announced().get(before)));
        }
        if (network.isPresent()) {
            port.setConnected(network);
            database.connected(network.get(), port);
            if (port.isSending()) {
                announcer.starts(port);
            }
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        RipPort port = ports.get(ingress.name());
        if (port == null || !port.isHearing() || !(datagram.content() instanceof RipPacket message)) {
            return;
        }
        String objection = objection(port, packet, datagram, message);
        if (objection != null) {
            context.record(new Ignored(port.name(), packet.source(), objection));
            return;
        }
        if (message.command() == RipCommand.REQUEST) {
            context.record(new PacketEvent(false, Occasion.ASKED, port.name(), packet.source(), message));
            announcer.answer(port, packet.source(), datagram.sourcePort(), message);
        } else {
            learn(port, packet.source(), message);
        }
    }

    /** What makes a message invalid (RFC 2453 section 3.9.2); null when nothing does. */
    private static String objection(RipPort port, IpPacket packet, UdpDatagram datagram, RipPacket message) {
        if (port.address().filter(own -> own.address().equals(packet.source())).isPresent()) {
            return "it is the own one";
        }
        if (message.command() == RipCommand.REQUEST) {
            return null;
        }
        if (datagram.sourcePort() != RipPacket.UDP_PORT) {
            return "not sent from the RIP port";
        }
        return port.connected().filter(network -> network.contains(packet.source())).isPresent()
                ? null : "not on a common subnet";
    }

    private void learn(RipPort port, IpAddress from, RipPacket update) {
        List<RipEntry.Route> valid = update.routes().stream().filter(entry -> isValid(port, entry))
                .flatMap(entry -> context.policies().accept(port, from, entry).stream()).toList();
        boolean news = valid.stream().anyMatch(entry -> database.isNews(port, from, entry));
        context.record(new PacketEvent(false, news ? Occasion.NEWS : Occasion.NOTHING_NEW, port.name(), from, update));
        port.heardAtNanos().put(from, context.nowNanos());
        valid.forEach(entry -> database.learn(port, from, entry));
    }

    /** RFC 2453 section 3.9.2; and what has the own address as its next hop is an own route, told back. */
    private static boolean isValid(RipPort port, RipEntry.Route entry) {
        int firstOctet = ((Ipv4Address) entry.destination().network()).bits() >>> 24;
        boolean isHostOrNetwork = entry.destination().length() == 0
                || firstOctet != 0 && firstOctet != 127 && firstOctet < 224;
        return isHostOrNetwork && entry.metric() >= 1 && entry.metric() <= RipEntry.INFINITY
                && port.address().filter(own -> own.address().equals(entry.nextHop())).isEmpty();
    }

    /** Routers that were heard within the invalid time. */
    @Override
    public List<IpAddress> neighborsUp() {
        return ports.values().stream().flatMap(port -> port.heardAtNanos().entrySet().stream())
                .filter(heard -> context.nowNanos() - heard.getValue() < context.behaviour().invalidNanos())
                .map(Map.Entry::getKey).toList();
    }

    @Override
    public List<ShowCommand> showCommands() {
        return List.of(new ShowCommand("show ip rip database" + context.process().vrf().map(vrf -> " vrf " + vrf).orElse(""),
                () -> new ShowRip(context).database(database.routes(), ports.values())));
    }

    @Override
    public List<StateTable> stateTables() {
        return new RipStateTables(context).tables(database.routes(), ports.values());
    }
}
