package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.tunnel.FarEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for mappings (RFC 2332 section 5.2.1): for an unresolved next hop (Phase 2), for the destination of a Traffic
 * Indication (Phase 3), and anew for mappings in use before they expire.
 *
 * <p>A request is repeated with the same id after 1, 2, 4 s and so on up to each 64 s (observed on CSR1000v, jitter left
 * out) for as long as its placeholder lives: three minutes, not configurable on IOS (ipSpace.net, "DMVPN Spoke NHRP
 * Behavior Changed in IOS Release 15.0").
 */
final class ResolutionClient implements NhrpCache.RemovalListener {

    private static final long SECOND = 1_000_000_000L;
    private static final int BEGIN = 1;
    private static final int RETRY = 2;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NhrpRoutes routes;
    private final NextHopServers servers;
    private final Map<NhrpTunnel, NhrpPeers> peers;
    private final ShortcutInstaller shortcuts;
    private final NhrpErrors errors;
    private final RejectRoutes rejects;
    private final PeerSockets sockets;
    private final Map<IpAddress, Resolution> outstanding = new LinkedHashMap<>();

    /** A request that waits for its reply. */
    private static final class Resolution {
        private final IpAddress destination;
        private final long requestId;
        private final String reason;
        /** Ends the resolution when it leaves the cache. */
        private final CacheEntry lifetime;
        private int attempt;
        private long waitNanos = SECOND;
        private long timer = Scheduler.NO_TIMER;

        Resolution(IpAddress destination, long requestId, String reason, CacheEntry lifetime) {
            this.destination = destination;
            this.requestId = requestId;
            this.reason = reason;
            this.lifetime = lifetime;
        }
    }

    ResolutionClient(NhrpTunnel tunnel, NhrpCache cache, NhrpRoutes routes, NextHopServers servers,
            Map<NhrpTunnel, NhrpPeers> peers, ShortcutInstaller shortcuts, NhrpErrors errors) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.routes = routes;
        this.servers = servers;
        this.peers = peers;
        this.shortcuts = shortcuts;
        this.errors = errors;
        this.rejects = new RejectRoutes(tunnel, cache);
        this.sockets = new PeerSockets(tunnel, cache);
        cache.addListener(this);
    }

    /**
     * Routing chose a next hop for which there is no mapping: asks for it, and sends its packets to a server meanwhile. The
     * temporary entry is tied to that server for its whole life, even when the server dies.
     */
    void resolveNextHop(IpAddress nextHop) {
        Optional<RegistrationClient> server = servers.best();
        if (server.isEmpty() || outstanding.containsKey(nextHop) || isServerOnly()) {
            return;
        }
        if (cache.mapping(nextHop) != null) {
            return;
        }
        if (!tunnel.behaviour().has(NhrpSwitch.BINDS_TEMPORARY_ENTRIES)) {
            beginAfterPacket(nextHop, cache.add(new CacheEntry(IpPrefix.host(nextHop), EntryType.INCOMPLETE, nextHop, null,
                    tunnel.nowNanos(), EntryFlag.NEGATIVE), placeholderNanos(),
                    "packets go by the best server while the next hop is resolved"), "unresolved next hop of a route");
            return;
        }
        CacheEntry temporary = cache.add(new CacheEntry(IpPrefix.host(nextHop), EntryType.DYNAMIC, nextHop,
                server.get().server().nbmaAddress(), tunnel.nowNanos(), EntryFlag.TEMPORARY), placeholderNanos(),
                "packets go by the server while the next hop is resolved");
        beginAfterPacket(nextHop, temporary, "unresolved next hop of a route");
    }

    /** A router on the path tells that a better one exists. */
    void redirected(TrafficIndication indication) {
        Optional<IpAddress> destination = indication.dataPacket().destination();
        if (destination.isEmpty()) {
            tunnel.decide("redirect ignored", indication.header().sourceProtocolAddress(), null,
                    "the quoted packet names no destination");
            return;
        }
        if (!tunnel.configuration().shortcut()) {
            tunnel.decide("redirect ignored", destination.get(), null, "shortcut is not configured on the tunnel");
            return;
        }
        if (isServerOnly()) {
            tunnel.decide("redirect ignored", destination.get(), null, "the tunnel is server-only: it asks for nothing");
            return;
        }
        CacheEntry known = cache.longestMatch(destination.get());
        if (known != null && known.isResolved() && shortcuts.isInUse(known)) {
            tunnel.decide("redirect ignored", destination.get(), known.nbmaAddress(), "a shortcut is installed already");
            return;
        }
        CacheEntry present = cache.mapping(destination.get());
        if (outstanding.containsKey(destination.get()) || present != null) {
            if (present != null) {
                present.countHit();
            }
            tunnel.decide("redirect ignored", destination.get(), null, outstanding.containsKey(destination.get())
                    ? "the destination is being resolved already"
                    : "the destination has an entry: it is not asked for again while that lives");
            return;
        }
        CacheEntry incomplete = cache.add(new CacheEntry(IpPrefix.host(destination.get()), EntryType.INCOMPLETE,
                destination.get(), null, tunnel.nowNanos(), EntryFlag.NEGATIVE), placeholderNanos(),
                "the destination is being resolved");
        begin(destination.get(), incomplete, "redirected by a router on the path");
    }

    /** {@code ip nhrp server-only}: the router answers requests and makes none. */
    private boolean isServerOnly() {
        return tunnel.configuration().options().serverOnly();
    }

    private long placeholderNanos() {
        return tunnel.behaviour().timing().placeholderSeconds() * SECOND;
    }

    /** A mapping was used in the last part of its life: asks again before it expires. */
    void refresh(CacheEntry entry) {
        if (!outstanding.containsKey(entry.resolvedDestination()) && !isServerOnly()) {
            beginAfterPacket(entry.resolvedDestination(), entry, "a mapping in use is about to expire");
        }
    }

    private void begin(IpAddress destination, CacheEntry lifetime, String reason) {
        transmit(outstanding(destination, lifetime, reason));
    }

    /** The data packet that needs the mapping leaves before the request does. */
    private void beginAfterPacket(IpAddress destination, CacheEntry lifetime, String reason) {
        Resolution resolution = outstanding(destination, lifetime, reason);
        resolution.timer = tunnel.scheduler().after(0, this::handle, BEGIN, resolution);
    }

    private Resolution outstanding(IpAddress destination, CacheEntry lifetime, String reason) {
        Resolution resolution = new Resolution(destination, tunnel.nextRequestId(), reason, lifetime);
        outstanding.put(destination, resolution);
        return resolution;
    }

    private void transmit(Resolution resolution) {
        resolution.timer = tunnel.scheduler().after(resolution.waitNanos, this::handle, RETRY, resolution);
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isEmpty()) {
            return;
        }
        Way way = routes.wayTo(resolution.destination, tunnel);
        NhrpTunnel egress = way instanceof Way.ThroughCloud cloud ? cloud.tunnel() : tunnel;
        Optional<FarEnd> target = way instanceof Way.ThroughCloud cloud
                ? targetOf(cloud, resolution)
                : Optional.empty();
        if (target.isEmpty()) {
            tunnel.decide("resolution request not sent", resolution.destination, null,
                    "no route leads into the cloud to it, and no server is known");
            return;
        }
        ResolutionRequest request = new ResolutionRequest(
                NhrpHeader.originated(ownNbmaAddress.get(), tunnel.protocolAddress(), resolution.destination),
                resolution.requestId, ResolutionFlags.REQUEST,
                List.of(ClientInformationEntry.ofSource(tunnel.protocolAddress().bitLength(),
                        NhrpTunnel.ANNOUNCED_MTU_BYTES, tunnel.configuration().holdingTimeSeconds())),
                extensions());
        peers.get(egress).transmitter().send(target.get(), request,
                resolution.attempt == 0 ? resolution.reason : "no answer yet");
    }

    /**
     * The request follows the routed path. For a next hop that is not known itself it goes to a server, and each repetition
     * to the next server that answers.
     */
    private Optional<FarEnd> targetOf(Way.ThroughCloud way, Resolution resolution) {
        CacheEntry known = way.tunnel() == tunnel ? cache.longestMatch(way.nextHop()) : null;
        boolean placeholder = known != null && known.has(EntryFlag.TEMPORARY);
        boolean refreshByServer = resolution.lifetime.isResolved() && !servers.isEmpty()
                && !tunnel.behaviour().has(NhrpSwitch.REFRESHES_DIRECTLY);
        if (known != null && !placeholder && !refreshByServer) {
            return peers.get(way.tunnel()).farEndOf(way.nextHop());
        }
        if (way.tunnel() != tunnel || servers.isEmpty()) {
            return peers.get(way.tunnel()).farEndOf(way.nextHop());
        }
        return servers.forAttempt(resolution.attempt).map(client -> FarEnd.of(client.server().nbmaAddress()));
    }

    private List<NhrpExtension> extensions() {
        NatAddress nat = tunnel.addressBehindNat()
                .map(address -> NatAddress.EMPTY.with(ClientInformationEntry.mapping(tunnel.protocolAddress().bitLength(),
                        NhrpTunnel.ANNOUNCED_MTU_BYTES, 0, address, tunnel.protocolAddress())))
                .orElse(NatAddress.EMPTY);
        return List.of(ResponderAddress.EMPTY, ForwardTransitRecord.EMPTY, ReverseTransitRecord.EMPTY, nat);
    }

    private void handle(int kind, Object payload) {
        Resolution resolution = (Resolution) payload;
        if (kind == RETRY) {
            resolution.attempt++;
            resolution.waitNanos = Math.min(2 * resolution.waitNanos,
                    tunnel.behaviour().timing().longestResolutionWaitSeconds() * SECOND);
        }
        transmit(resolution);
    }

    /** The reply to one of this router's requests arrived. */
    void receive(IpAddress outerSource, ResolutionReply reply) {
        Resolution resolution = outstanding.get(reply.header().destinationProtocolAddress());
        if (resolution == null && !tunnel.hasAsked(reply.requestId())) {
            // RFC 2332 section 5.2.7, code 10: a reply to a request that this router never made.
            errors.answer(outerSource, reply, ErrorCode.INVALID_RESOLUTION_REPLY);
            return;
        }
        if (resolution == null || resolution.requestId != reply.requestId()) {
            tunnel.decide("resolution reply ignored", reply.header().destinationProtocolAddress(), outerSource,
                    "no request with its request id is outstanding");
            return;
        }
        // Only the first entry counts: routers send one (FRRouting nhrpd/nhrp_shortcut.c).
        ClientInformationEntry answer = reply.entries().isEmpty() ? null : reply.entries().get(0);
        if (answer == null || answer.code() != CieCode.SUCCESS || answer.protocolAddress().isEmpty()
                || answer.nbmaAddress().isEmpty()) {
            end(resolution);
            tunnel.decide("resolution refused", resolution.destination, outerSource,
                    answer == null ? "the reply is empty" : answer.code().title());
            return;
        }
        end(resolution);
        accept(resolution, reply, answer, nbmaAddressOf(outerSource, reply, answer));
    }

    /** Another station found a request wrong: asking on would not help. */
    void failed(ResolutionRequest request, ErrorCode code) {
        Resolution resolution = outstanding.get(request.header().destinationProtocolAddress());
        if (resolution == null || resolution.requestId != request.requestId()) {
            return;
        }
        end(resolution);
        tunnel.decide("resolution refused", resolution.destination, null, code.title());
        boolean unreachable = code == ErrorCode.PROTOCOL_ADDRESS_UNREACHABLE;
        if (unreachable && tunnel.behaviour().has(NhrpSwitch.REJECTS_UNREACHABLE) && resolution.lifetime.type() == EntryType.INCOMPLETE) {
            rejects.reject(resolution.lifetime);
        }
    }

    /** Behind NAT the address in the NAT extension counts, or the one the packet itself came from. */
    private IpAddress nbmaAddressOf(IpAddress outerSource, ResolutionReply reply, ClientInformationEntry answer) {
        IpAddress nextHop = answer.protocolAddress().orElseThrow();
        IpAddress claimed = answer.nbmaAddress().orElseThrow();
        return NhrpPeers.addressBehindNat(reply, nextHop).orElseGet(() -> {
            boolean fromServer = servers.withNbmaAddress(outerSource).isPresent() || crossedServer(reply);
            return fromServer ? claimed : outerSource;
        });
    }

    private static boolean crossedServer(ResolutionReply reply) {
        return reply.extension(ReverseTransitRecord.class).filter(record -> !record.entries().isEmpty()).isPresent();
    }

    private void accept(Resolution resolution, ResolutionReply reply, ClientInformationEntry answer, IpAddress nbmaAddress) {
        IpAddress nextHop = answer.protocolAddress().orElseThrow();
        int length = answer.effectivePrefixLength(resolution.destination);
        IpPrefix target = IpPrefix.containing(resolution.destination, length);
        long holdingTimeNanos = answer.holdingTimeSeconds() * SECOND;
        if (resolution.lifetime.type() == EntryType.INCOMPLETE && !target.equals(resolution.lifetime.target())) {
            cache.remove(resolution.lifetime, "resolved");
        }
        Optional<IpAddress> claimed = answer.nbmaAddress().filter(address -> !address.equals(nbmaAddress));
        CacheEntry station = learn(IpPrefix.host(nextHop), nextHop, nextHop, nbmaAddress, claimed, holdingTimeNanos);
        station.set(EntryFlag.NEXT_HOP, tunnel.configuration().shortcut());
        CacheEntry network = target.equals(station.target()) ? station
                : learn(target, resolution.destination, nextHop, nbmaAddress, claimed, holdingTimeNanos);
        if (!tunnel.isUsable(new FarEnd(nbmaAddress, claimed))) {
            sockets.open(nextHop, nbmaAddress);
        }
        shortcuts.learned(station);
        if (network != station) {
            shortcuts.learned(network);
        }
    }

    private CacheEntry learn(IpPrefix target, IpAddress destination, IpAddress nextHop, IpAddress nbmaAddress,
            Optional<IpAddress> claimed, long holdingTimeNanos) {
        CacheEntry entry = cache.mapping(target);
        if (entry != null && (entry.type() == EntryType.STATIC || entry.type() == EntryType.SERVER
                || entry.has(EntryFlag.REGISTERED))) {
            return entry;
        }
        boolean isNew = entry == null || entry.type() == EntryType.INCOMPLETE || entry.has(EntryFlag.TEMPORARY);
        if (isNew) {
            entry = new CacheEntry(target, EntryType.DYNAMIC, nextHop, nbmaAddress, tunnel.nowNanos(), EntryFlag.ROUTER);
        }
        entry.setResolvedDestination(destination);
        entry.set(EntryFlag.IMPLICIT, false);
        if (isNew) {
            entry.map(EntryType.DYNAMIC, nextHop, nbmaAddress, claimed);
            cache.add(entry, holdingTimeNanos, "resolution answered");
        } else {
            cache.remap(entry, EntryType.DYNAMIC, nextHop, nbmaAddress, claimed, holdingTimeNanos, "resolution answered");
        }
        return entry;
    }

    private void end(Resolution resolution) {
        tunnel.scheduler().cancel(resolution.timer);
        outstanding.remove(resolution.destination);
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        giveUp(entry, "no answer while its entry lived");
    }

    @Override
    public void replaced(CacheEntry entry) {
        giveUp(entry, "another entry took the place of its own");
    }

    private void giveUp(CacheEntry lifetime, String reason) {
        for (Resolution resolution : List.copyOf(outstanding.values())) {
            if (resolution.lifetime == lifetime) {
                end(resolution);
                tunnel.decide("resolution given up", resolution.destination, null, reason);
            }
        }
    }

    void stop() {
        sockets.stop();
        List.copyOf(outstanding.values()).forEach(this::end);
    }
}
