package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.StaticMapping;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.NhrpReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** NHRP on one tunnel interface: puts the parts together, starts and stops them, and hands packets to the right one. */
final class NhrpInterface implements NhrpReceiver, InterfaceListener {

    private final NhrpTunnel tunnel;
    private final NhrpRoutes routes;
    private final NhrpCache cache;
    private final NextHopServers servers;
    private final LearnedServers learnedServers;
    private final PeerRoutes peerRoutes;
    private final NhrpTransmitter transmitter;
    private final NhrpErrors errors;
    private final RegistrationServer registrationServer;
    private final ShortcutInstaller shortcuts;
    private final ResolutionClient resolutionClient;
    private final ResolutionResponder responder;
    private final NhrpForwarder forwarder;
    private final PurgeHandler purges;
    private final SocketCoupling coupling;
    private final DetectionCoupling detection;
    private final MulticastTargets multicastTargets;
    private Optional<IpAddress> runningWith = Optional.empty();

    /**
     * @param peers of all tunnels of the router; this one adds its own
     * @param neighborDetection watches stations where the tunnel has BFD
     */
    NhrpInterface(NhrpTunnel tunnel, NhrpRoutes routes, Map<NhrpTunnel, NhrpPeers> peers, NeighborDetection neighborDetection) {
        this.tunnel = tunnel;
        this.routes = routes;
        cache = new NhrpCache(tunnel);
        learnedServers = new LearnedServers(tunnel, cache);
        peerRoutes = new PeerRoutes(tunnel, cache);
        servers = new NextHopServers(tunnel);
        servers.addListener(new InterfaceStateControl(tunnel, servers));
        transmitter = new NhrpTransmitter(tunnel);
        errors = new NhrpErrors(tunnel, transmitter);
        NhrpPeers ownPeers = new NhrpPeers(tunnel, cache, servers, transmitter);
        peers.put(tunnel, ownPeers);
        multicastTargets = new MulticastTargets(tunnel, servers);
        registrationServer = new RegistrationServer(tunnel, cache, transmitter, multicastTargets);
        shortcuts = new ShortcutInstaller(tunnel, routes, cache);
        resolutionClient = new ResolutionClient(tunnel, cache, routes, servers, peers, shortcuts, errors);
        responder = new ResolutionResponder(tunnel, cache, ownPeers);
        forwarder = new NhrpForwarder(tunnel, peers, errors, responder);
        purges = new PurgeHandler(tunnel, cache, routes, ownPeers);
        coupling = new SocketCoupling(tunnel, cache, servers, responder, shortcuts, peerRoutes);
        detection = new DetectionCoupling(tunnel, cache, servers, neighborDetection);
        for (NextHopServer server : tunnel.configuration().nextHopServers()) {
            servers.add(new RegistrationClient(tunnel, transmitter, server, learnedServers));
        }
        tunnel.port().setResolver(new DataResolver(tunnel, cache, ownPeers, resolutionClient, multicastTargets));
        tunnel.port().setNhrpReceiver(this);
    }

    void start() {
        for (NextHopServer server : staticServers()) {
            cache.add(new CacheEntry(IpPrefix.host(server.protocolAddress()), EntryType.STATIC, server.protocolAddress(),
                    server.nbmaAddress(), tunnel.nowNanos()), CacheEntry.NEVER, "configured");
        }
        for (StaticMapping mapping : tunnel.configuration().options().mappings()) {
            cache.add(new CacheEntry(IpPrefix.host(mapping.protocolAddress()), EntryType.STATIC, mapping.protocolAddress(),
                    mapping.nbmaAddress(), tunnel.nowNanos()), CacheEntry.NEVER, "configured");
        }
        tunnel.sockets().addListener(coupling);
        if (detection.isWanted()) {
            tunnel.sockets().addListener(detection);
            servers.addListener(detection);
            cache.setAdditionListener(detection);
            cache.addListener(detection);
        }
        tunnel.port().addListener(this);
        peerRoutes.start();
        purges.start();
        shortcuts.start();
        changed(tunnel.port());
    }

    private List<NextHopServer> staticServers() {
        return tunnel.behaviour().has(NhrpSwitch.LEARNS_SERVERS) ? List.of() : tunnel.configuration().nextHopServers();
    }

    void stop() {
        servers.powerOff();
        resolutionClient.stop();
        responder.stop();
        cache.stop();
    }

    /** The tunnel came up, went down, or its source has another address. */
    @Override
    public void changed(RouterInterface changedInterface) {
        Optional<IpAddress> address = tunnel.port().isInService() ? tunnel.nbmaAddress() : Optional.empty();
        if (!address.equals(runningWith)) {
            goDown(address.isPresent() ? "the tunnel source has another address" : "the tunnel is down");
            goUp(address);
        }
    }

    private void goDown(String reason) {
        if (runningWith.isPresent()) {
            servers.stop(reason);
            resolutionClient.stop();
            responder.stop();
            cache.clearDynamic(reason);
            if (detection.isWanted()) {
                detection.serversChanged();
            }
        }
    }

    private void goUp(Optional<IpAddress> address) {
        runningWith = address;
        if (address.isPresent()) {
            if (servers.isEmpty()) {
                tunnel.fixedFarEnd().ifPresent(tunnel.sockets()::open);
            }
            servers.start();
        }
    }

    /** True when BFD watches the station of a mapping. */
    boolean isWatched(CacheEntry entry) {
        return detection.watches(entry);
    }

    /** The tunnel has another configuration; most of it is read where it is used. */
    void reconfigured() {
        if (!tunnel.configuration().dynamicMulticast()) {
            multicastTargets.removeAllDynamic();
        }
        shortcuts.reconfigured();
    }

    /**
     * The tunnel begins anew with other sockets, since those that it had are gone.
     *
     * @param closing closes the former ones
     */
    void changeSockets(CryptoSockets sockets, Runnable closing) {
        goDown("the protection of the tunnel changed");
        closing.run();
        tunnel.setSockets(sockets);
        sockets.addListener(coupling);
        if (detection.isWanted()) {
            sockets.addListener(detection);
        }
        goUp(runningWith);
    }

    @Override
    public void receive(IpAddress outerSource, Packet packet) {
        if (runningWith.isEmpty() || !(packet instanceof NhrpPacket message)) {
            return;
        }
        transmitter.recordReceived(outerSource, message);
        if (!isOfOverlay(message)) {
            // The header of an answer has room for addresses of one protocol, so that its sender cannot be told.
            errors.drop(outerSource, message, NhrpFault.OTHER_PROTOCOL);
            return;
        }
        boolean mayLackPassword = message instanceof ErrorIndication;
        if (!transmitter.isAuthentic(message) && !mayLackPassword) {
            if (tunnel.behaviour().has(NhrpSwitch.ANSWERS_AUTHENTICATION_FAILURE)) {
                errors.answer(outerSource, message, ErrorCode.AUTHENTICATION_FAILURE);
            } else {
                errors.drop(outerSource, message, NhrpFault.of(ErrorCode.AUTHENTICATION_FAILURE));
            }
            return;
        }
        switch (message) {
            case RegistrationRequest request -> {
                if (isSound(outerSource, request)) {
                    registrationServer.receive(outerSource, request);
                }
            }
            case RegistrationReply reply -> registered(outerSource, reply);
            case ResolutionRequest request -> asked(outerSource, request);
            case ResolutionReply reply -> {
                if (isOwn(reply.header().sourceProtocolAddress())) {
                    resolutionClient.receive(outerSource, reply);
                } else {
                    passOn(outerSource, reply, reply.header().sourceProtocolAddress());
                }
            }
            case TrafficIndication indication -> redirected(outerSource, indication);
            case PurgeRequest request -> {
                if (!isSound(outerSource, request)) {
                    return;
                }
                if (isOwn(request.header().destinationProtocolAddress())) {
                    purges.receive(outerSource, request);
                } else {
                    passOn(outerSource, request, request.header().destinationProtocolAddress());
                }
            }
            case PurgeReply reply -> {
                if (!isOwn(reply.header().sourceProtocolAddress())) {
                    passOn(outerSource, reply, reply.header().sourceProtocolAddress());
                }
            }
            case ErrorIndication error -> {
                if (isOwn(error.header().destinationProtocolAddress())) {
                    toldOfError(outerSource, error);
                } else {
                    passOn(outerSource, error, error.header().destinationProtocolAddress());
                }
            }
        }
    }

    /** A router answers for what it does not understand; one that only passes a packet on does not look. */
    private boolean isSound(IpAddress outerSource, NhrpPacket packet) {
        Optional<NhrpFault> fault = NhrpFault.in(packet);
        fault.ifPresent(found -> errors.answer(outerSource, packet, found));
        return fault.isEmpty();
    }

    /** Another station found a packet of this router wrong (RFC 2332 section 5.2.7). */
    private void toldOfError(IpAddress outerSource, ErrorIndication error) {
        String what = new NhrpFault(error.code(), error.offset()).text();
        tunnel.decide("told of an error", error.header().sourceProtocolAddress(), outerSource, what);
        if (error.wrongPacket() instanceof Quotation.OfPacket quoted && quoted.packet() instanceof ResolutionRequest request) {
            resolutionClient.failed(request, error.code());
        }
    }

    /**
     * A client takes its registrations back, and a router its answers, before its tunnel goes (RFC 2332 section 5.2.5; purge
     * requests of a tunnel that is shut down observed on IOL).
     */
    @Override
    public void goingDown(String reason) {
        if (runningWith.isPresent()) {
            servers.clients().forEach(client -> client.goingDown(reason));
            purges.takeBackAll(reason);
        }
    }

    private boolean isOfOverlay(NhrpPacket packet) {
        return packet.header().sourceProtocolAddress().bitLength() == tunnel.protocolAddress().bitLength();
    }

    private boolean isOwn(IpAddress address) {
        return address.equals(tunnel.protocolAddress());
    }

    private void registered(IpAddress outerSource, RegistrationReply reply) {
        servers.withProtocolAddress(reply.header().destinationProtocolAddress()).ifPresentOrElse(
                client -> client.receive(reply),
                () -> transmitter.recordDropped(outerSource, reply, "it is from no configured server"));
    }

    private void asked(IpAddress outerSource, ResolutionRequest request) {
        IpAddress destination = request.header().destinationProtocolAddress();
        switch (routes.wayTo(destination, tunnel)) {
            case Way.Local local -> answer(outerSource, request, IpPrefix.host(destination));
            case Way.Egress egress -> answer(outerSource, request, egress.prefix());
            case Way.ThroughCloud cloud -> {
                if (!responder.answersForClient(outerSource, request)) {
                    forwarder.forward(outerSource, request, cloud);
                }
            }
            case Way.Unreachable unreachable -> refuse(outerSource, request);
        }
    }

    private void answer(IpAddress outerSource, ResolutionRequest request, IpPrefix prefix) {
        if (isSound(outerSource, request)) {
            responder.answer(outerSource, request, prefix);
        }
    }

    /** Nobody is known to reach the destination: a refusal of the request (code 12), or an Error Indication (code 6). */
    private void refuse(IpAddress outerSource, ResolutionRequest request) {
        if (tunnel.behaviour().has(NhrpSwitch.ANSWERS_UNREACHABLE_WITH_ERROR)) {
            errors.answer(outerSource, request, ErrorCode.PROTOCOL_ADDRESS_UNREACHABLE);
        } else {
            responder.refuse(outerSource, request);
        }
    }

    /** A redirect is for the router that the data's source is behind. */
    private void redirected(IpAddress outerSource, TrafficIndication indication) {
        switch (routes.wayTo(indication.header().destinationProtocolAddress(), tunnel)) {
            case Way.Local local -> resolutionClient.redirected(indication);
            case Way.Egress egress -> resolutionClient.redirected(indication);
            case Way.ThroughCloud cloud -> forwarder.forward(outerSource, indication, cloud);
            case Way.Unreachable unreachable ->
                    transmitter.recordDropped(outerSource, indication, "no route leads to the data's source");
        }
    }

    private void passOn(IpAddress outerSource, NhrpPacket packet, IpAddress station) {
        if (routes.wayTo(station, tunnel) instanceof Way.ThroughCloud cloud) {
            forwarder.forward(outerSource, packet, cloud);
        } else {
            // RFC 2332 section 5.2.7, code 6: the packet got to where nobody knows on.
            errors.answer(outerSource, packet, ErrorCode.PROTOCOL_ADDRESS_UNREACHABLE);
        }
    }

    NhrpTunnel tunnel() {
        return tunnel;
    }

    NhrpCache cache() {
        return cache;
    }

    NextHopServers servers() {
        return servers;
    }

    NhrpTransmitter transmitter() {
        return transmitter;
    }
}
