package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.NotificationCode;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.Route;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.tcp.connection.TcpEndpoints;
import dmvpn.sim.tcp.connection.TcpKey;
import dmvpn.sim.tcp.connection.TcpListener;
import dmvpn.sim.tcp.connection.TcpStack;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** BGP of a router in one table. */
public final class BgpProtocol implements RouterProtocol {

    private final BgpContext context;
    private final TreeMap<IpAddress, BgpPeer> peers = new TreeMap<>();
    private final Sessions sessions;
    private final BgpTable table;
    private final Advertiser advertiser;
    private final RouteReceiver receiver;
    private final LocalRoutes localRoutes;
    private final FastDetection fastDetection;

    /**
     * @param router the router
     * @param process its configuration
     * @param tcp its TCP
     * @param detection watches neighbours where the configuration asks for it
     */
    public BgpProtocol(RouterContext router, BgpProcess process, TcpStack tcp, NeighborDetection detection) {
        context = new BgpContext(router, process, tcp);
        SessionMessages messages = new SessionMessages(context);
        sessions = new Sessions(context, messages, new SessionOutcome());
        table = new BgpTable(context);
        advertiser = new Advertiser(context, table, messages);
        receiver = new RouteReceiver(context, table);
        localRoutes = new LocalRoutes(context, table);
        fastDetection = new FastDetection(context, detection, peers, sessions);
        table.addListener(new RouteInstaller(context));
        table.addListener(new AggregateKeeper(context, table, advertiser::changed));
        table.addListener(advertiser);
    }

    @Override
    public String name() {
        return "BGP";
    }

    @Override
    public void start() {
        context.chooseRouterId();
        table.start();
        context.tcp().listen(context.process().vrf(), BgpMessage.TCP_PORT, new Connections());
        for (BgpNeighbor neighbor : context.process().neighbors()) {
            peers.put(neighbor.address(), new BgpPeer(new PeerSettings(neighbor.address(), neighbor.peering(), false,
                    context.autonomousSystem()), context.nowNanos()));
        }
        localRoutes.start();
        InterfaceListener fallover = this::interfaceChanged;
        context.router().interfaces().forEach(each -> each.addListener(fallover));
        context.routes().addListener(this::routeChanged);
        List.copyOf(peers.values()).forEach(sessions::start);
    }

    @Override
    public void stop() {
        peers.values().forEach(peer -> {
            sessions.stop(peer);
            advertiser.stop(peer);
        });
        advertiser.stop();
        table.stop();
    }

    /** The range that an address is accepted from. */
    private Optional<BgpListenRange> rangeOf(IpAddress address) {
        return context.process().listenRanges().stream().filter(range -> range.range().contains(address)).findFirst();
    }

    private Optional<BgpPeer> dynamicPeer(BgpListenRange range, IpAddress address) {
        if (dynamicPeers() >= context.process().listenLimit().orElse(BgpListenRange.DEFAULT_LIMIT)) {
            context.record(new BgpTraceEvent.NeighborRefused(address, "the limit of " + dynamicPeers()
                    + " dynamic neighbors is reached"), range.origin());
            return Optional.empty();
        }
        BgpPeer peer = new BgpPeer(new PeerSettings(address, range.peering(), true, context.autonomousSystem()),
                context.nowNanos());
        peers.put(address, peer);
        sessions.start(peer);
        return Optional.of(peer);
    }

    private long dynamicPeers() {
        return peers.values().stream().filter(peer -> peer.settings().dynamic()).count();
    }

    /** Fast external fallover: a neighbour behind an interface that is down is lost at once (Cisco). */
    private void interfaceChanged(RouterInterface changed) {
        if (changed.isUp()) {
            return;
        }
        for (BgpPeer peer : List.copyOf(peers.values())) {
            if (peer.settings().mustBeConnected() && peer.interfaceName().filter(changed.name()::equals).isPresent()
                    && peer.isEstablished()) {
                sessions.reset(peer, NotificationCode.OTHER_CONFIGURATION_CHANGE, "interface down");
            }
        }
    }

    /** Looks at those neighbours alone that the prefix covers. */
    private void routeChanged(IpPrefix prefix, Optional<Route> best) {
        IpAddress address = best.isEmpty() ? null : peers.ceilingKey(prefix.network());
        while (address != null && prefix.contains(address)) {
            sessions.retry(peers.get(address));
            address = peers.higherKey(address);
        }
    }

    /** {@code clear ip bgp}: the neighbours are told, and sought again. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (BgpPeer candidate : List.copyOf(peers.values())) {
            if (peer.test(candidate.address())) {
                sessions.reset(candidate, NotificationCode.ADMINISTRATIVE_RESET, "reset by the user");
            }
        }
    }

    @Override
    public List<IpAddress> neighborsUp() {
        return peers.values().stream().filter(BgpPeer::isEstablished).map(BgpPeer::address).toList();
    }

    @Override
    public List<ShowCommand> showCommands() {
        return new ShowBgp(context, table).commands(peers.values());
    }

    @Override
    public List<StateTable> stateTables() {
        return new BgpStateTables(context).tables(peers.values(), table);
    }

    /** Takes connections of neighbours that are configured, or in a range that neighbours are accepted from. */
    private final class Connections implements TcpListener {

        @Override
        public Optional<Acceptance> accept(TcpEndpoints endpoints) {
            IpAddress address = endpoints.remote();
            return Optional.ofNullable(peers.get(address))
                    .or(() -> rangeOf(address).flatMap(range -> dynamicPeer(range, address)))
                    .flatMap(peer -> sessions.accept(peer)
                            .map(connection -> new Acceptance(connection, peer.settings().timeToLive())));
        }

        @Override
        public Optional<TcpKey> keyFor(TcpEndpoints endpoints) {
            return Optional.ofNullable(peers.get(endpoints.remote())).map(peer -> peer.settings().peering())
                    .or(() -> rangeOf(endpoints.remote()).map(BgpListenRange::peering)).flatMap(context::keyOf);
        }
    }

    /** Carries what becomes of sessions to the table and to what is announced. */
    private final class SessionOutcome implements Sessions.Listener {

        @Override
        public void up(BgpPeer peer) {
            fastDetection.up(peer);
            advertiser.up(peer);
        }

        @Override
        public void down(BgpPeer peer) {
            fastDetection.down(peer);
            advertiser.down(peer);
            receiver.forget(peer);
        }

        @Override
        public void updated(BgpPeer peer, BgpMessage.Update update) {
            receiver.receive(peer, update);
        }

        /** A family that the session does not carry is ignored (RFC 2918 section 4). */
        @Override
        public void refreshWanted(BgpPeer peer, BgpMessage.RouteRefresh refresh) {
            if (refresh.knownFamily().filter(peer.family()::equals).isPresent()) {
                advertiser.tellAgain(peer);
            }
        }

        @Override
        public void forgotten(BgpPeer peer) {
            peers.remove(peer.address(), peer);
        }
    }
}
