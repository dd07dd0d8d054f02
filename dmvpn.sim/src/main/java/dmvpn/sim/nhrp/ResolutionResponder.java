package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers Resolution Requests for what is behind this router (RFC 2332 section 5.2.2): with the prefix of its own route,
 * and, on IOS, through the direct tunnel to the requester once that is up (ipSpace.net, "DMVPN Phase 2 Fundamentals";
 * observed on CSR1000v and IOL).
 */
final class ResolutionResponder implements NhrpCache.RemovalListener {

    private static final long SECOND = 1_000_000_000L;
    /** What FRRouting makes a shortcut to at most (nhrpd/nhrp_peer.c). */
    private static final int SHORTEST_PREFIX = 8;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NhrpPeers peers;
    /** Answers that wait for the socket to their requester, by requester and question. */
    private final Map<Question, PendingAnswer> pending = new LinkedHashMap<>();

    private record Question(IpAddress requester, IpAddress destination) {
    }

    private record PendingAnswer(IpAddress nbmaAddress, ResolutionRequest request, IpPrefix prefix) {

        private FarEnd farEnd() {
            IpAddress claimed = request.header().sourceNbmaAddress();
            return new FarEnd(nbmaAddress, claimed.equals(nbmaAddress) ? Optional.empty() : Optional.of(claimed));
        }
    }

    ResolutionResponder(NhrpTunnel tunnel, NhrpCache cache, NhrpPeers peers) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.peers = peers;
        cache.addListener(this);
    }

    /**
     * Answers a request.
     *
     * @param prefix prefix of the route that the answer stands for
     */
    void answer(IpAddress outerSource, ResolutionRequest request, IpPrefix prefix) {
        if (tunnel.behaviour().has(NhrpSwitch.ANSWER_NEEDS_SHORTCUT) && !tunnel.configuration().shortcut()) {
            peers.transmitter().recordDropped(outerSource, request, "shortcut is not configured on the tunnel");
            return;
        }
        if (tunnel.behaviour().has(NhrpSwitch.DROPS_REQUESTS_FOR_SHORT_PREFIXES) && prefix.length() < SHORTEST_PREFIX) {
            peers.transmitter().recordDropped(outerSource, request, "its route " + prefix + " is shorter than /" + SHORTEST_PREFIX);
            return;
        }
        NhrpHeader header = request.header();
        IpAddress requester = header.sourceProtocolAddress();
        IpAddress nbmaAddress = NhrpPeers.addressBehindNat(request, requester).orElse(header.sourceNbmaAddress());
        // A shortcut for a default route would draw all traffic of the requester here.
        IpPrefix answered = prefix.length() == 0 ? IpPrefix.host(header.destinationProtocolAddress()) : prefix;
        if (!tunnel.behaviour().has(NhrpSwitch.REPLIES_DIRECTLY)) {
            Optional<FarEnd> routed = peers.farEndOf(requester);
            glean(requester, nbmaAddress, request);
            reply(routed.orElse(FarEnd.of(outerSource)), new PendingAnswer(nbmaAddress, request, answered), "by the routed path");
            return;
        }
        glean(requester, nbmaAddress, request);
        PendingAnswer answer = new PendingAnswer(nbmaAddress, request, answered);
        if (tunnel.isUsable(answer.farEnd())) {
            reply(answer.farEnd(), answer, "the direct tunnel is up");
            return;
        }
        pending.put(new Question(requester, header.destinationProtocolAddress()), answer);
        tunnel.decide("resolution reply waits", requester, nbmaAddress, "the IPsec socket to the requester is not up yet");
        tunnel.sockets().open(nbmaAddress);
    }

    /**
     * Answers for a registered client out of the cache, where the platform does so.
     *
     * @return false when the request must be passed on
     */
    boolean answersForClient(IpAddress outerSource, ResolutionRequest request) {
        CacheEntry client = cache.mapping(request.header().destinationProtocolAddress());
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (!tunnel.behaviour().has(NhrpSwitch.ANSWERS_FOR_CLIENTS) || client == null || !client.has(EntryFlag.REGISTERED)
                || ownNbmaAddress.isEmpty()) {
            return false;
        }
        IpAddress requester = request.header().sourceProtocolAddress();
        int remainingSeconds = (int) ((client.expiresAtNanos() - tunnel.nowNanos()) / SECOND);
        ClientInformationEntry entry = ClientInformationEntry.mapping(client.target().length(),
                NhrpTunnel.ANNOUNCED_MTU_BYTES, remainingSeconds, client.nbmaAddress(), client.nextHop());
        FarEnd farEnd = farEndOf(requester, outerSource);
        client.requesters().put(requester, new CacheEntry.Requester(requester, farEnd, request.requestId()));
        peers.transmitter().send(farEnd, request.reply(ResolutionFlags.REPLY, List.of(entry))
                .withResponder(tunnel.ownEntry(ownNbmaAddress.get())),
                "the server answers for its registered client");
        return true;
    }

    /** Where a request came from; of a registered station it is known what it calls itself behind NAT. */
    private FarEnd farEndOf(IpAddress requester, IpAddress outerSource) {
        CacheEntry registered = cache.mapping(requester);
        return registered != null && registered.nbmaAddress().equals(outerSource) ? registered.farEnd() : FarEnd.of(outerSource);
    }

    /** Refuses a request: nobody knows the address (RFC 2332 section 5.2.2, code 12). */
    void refuse(IpAddress outerSource, ResolutionRequest request) {
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isEmpty()) {
            return;
        }
        IpAddress destination = request.header().destinationProtocolAddress();
        ClientInformationEntry refused =
                ClientInformationEntry.ofPrefix(destination.bitLength(), destination).refused(CieCode.NO_BINDING);
        NhrpPacket reply = request.reply(ResolutionFlags.REPLY, List.of(refused))
                .withResponder(tunnel.ownEntry(ownNbmaAddress.get()));
        peers.transmitter().send(outerSource, reply, "no route leads to the destination");
    }

    /** The socket to a requester came up: its answers go now. */
    void socketUp(IpAddress nbmaAddress) {
        Iterator<PendingAnswer> answers = pending.values().iterator();
        while (answers.hasNext()) {
            PendingAnswer answer = answers.next();
            if (answer.nbmaAddress().equals(nbmaAddress) && tunnel.isUsable(answer.farEnd())) {
                answers.remove();
                reply(answer.farEnd(), answer, "the direct tunnel is up");
            }
        }
    }

    /**
     * The request tells the requester's own mapping, if that holds (RFC 2332 section 6.2.1); it never replaces what this router
     * asked for or was configured.
     */
    private void glean(IpAddress requester, IpAddress nbmaAddress, ResolutionRequest request) {
        if (request.entries().isEmpty() || !request.flags().sourceStable() || request.entries().get(0).holdingTimeSeconds() == 0) {
            return;
        }
        long holdingTimeNanos = request.entries().get(0).holdingTimeSeconds() * SECOND;
        IpAddress claimed = request.header().sourceNbmaAddress();
        Optional<IpAddress> claimedAddress = claimed.equals(nbmaAddress) ? Optional.empty() : Optional.of(claimed);
        CacheEntry present = cache.mapping(requester);
        if (present == null) {
            CacheEntry gleaned = new CacheEntry(IpPrefix.host(requester), EntryType.DYNAMIC, requester, nbmaAddress,
                    tunnel.nowNanos(), EntryFlag.ROUTER, EntryFlag.IMPLICIT);
            gleaned.set(EntryFlag.NEXT_HOP, tunnel.configuration().shortcut());
            gleaned.map(EntryType.DYNAMIC, requester, nbmaAddress, claimedAddress);
            cache.add(gleaned, holdingTimeNanos, "learned from the requester's own request");
        } else if (present.isResolved() && (present.has(EntryFlag.IMPLICIT) || !nbmaAddress.equals(present.nbmaAddress()))) {
            cache.remap(present, EntryType.DYNAMIC, requester, nbmaAddress, claimedAddress, holdingTimeNanos,
                    "learned from the requester's own request");
        }
    }

    private void reply(FarEnd target, PendingAnswer answer, String reason) {
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isEmpty()) {
            return;
        }
        ResolutionRequest request = answer.request();
        remember(answer, ownNbmaAddress.get());
        ClientInformationEntry entry = ClientInformationEntry.mapping(answer.prefix().length(),
                NhrpTunnel.ANNOUNCED_MTU_BYTES, tunnel.configuration().holdingTimeSeconds(), ownNbmaAddress.get(),
                nextHopOf(answer.prefix()));
        NhrpPacket reply = request.reply(ResolutionFlags.REPLY, List.of(entry))
                .withResponder(tunnel.ownEntry(ownNbmaAddress.get()));
        if (request.extension(NatAddress.class).isPresent()) {
            reply = reply.withExtension(ownNatAddress());
        }
        peers.transmitter().send(target, reply, reason);
    }

    /** A link-local address is its own next hop: "FE80::1/128 via FE80::1" (Cisco, IPv6 over DMVPN). */
    private IpAddress nextHopOf(IpPrefix answered) {
        return answered.network().isLinkLocal() ? answered.network() : tunnel.protocolAddress();
    }

    private NatAddress ownNatAddress() {
        return tunnel.addressBehindNat()
                .map(address -> NatAddress.EMPTY.with(ClientInformationEntry.mapping(tunnel.protocolAddress().bitLength(),
                        NhrpTunnel.ANNOUNCED_MTU_BYTES, 0, address, tunnel.protocolAddress())))
                .orElse(NatAddress.EMPTY);
    }

    /** Keeps who was told what, for purges (RFC 2332 section 5.2.5), as {@code show ip nhrp} shows it: local, no socket. */
    private void remember(PendingAnswer answer, IpAddress ownNbmaAddress) {
        long holdingTimeNanos = tunnel.configuration().holdingTimeSeconds() * SECOND;
        CacheEntry local = cache.localEntry(answer.prefix());
        if (local == null) {
            local = new CacheEntry(answer.prefix(), EntryType.DYNAMIC, nextHopOf(answer.prefix()), ownNbmaAddress,
                    tunnel.nowNanos(), EntryFlag.ROUTER, EntryFlag.UNIQUE, EntryFlag.LOCAL);
            local.setResolvedDestination(answer.request().header().destinationProtocolAddress());
            cache.add(local, holdingTimeNanos, "this router answers for it");
        } else {
            cache.remap(local, EntryType.DYNAMIC, local.nextHop(), ownNbmaAddress, Optional.empty(), holdingTimeNanos,
                    "this router answered for it again");
        }
        IpAddress requester = answer.request().header().sourceProtocolAddress();
        local.requesters().put(requester,
                new CacheEntry.Requester(requester, answer.farEnd(), answer.request().requestId()));
    }

    /** Without the requester's mapping its answers have nowhere to go. */
    @Override
    public void removed(CacheEntry entry, String reason) {
        if (!entry.isLocal() && entry.target().isHost()) {
            pending.keySet().removeIf(question -> question.requester().equals(entry.nextHop()));
        }
    }

    /** True while an answer waits for the socket to an NBMA address. */
    boolean needs(IpAddress nbmaAddress) {
        return pending.values().stream().anyMatch(answer -> answer.nbmaAddress().equals(nbmaAddress));
    }

    void stop() {
        pending.clear();
    }
}
