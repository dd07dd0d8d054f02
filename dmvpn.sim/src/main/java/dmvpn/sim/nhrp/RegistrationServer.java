package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.NhrpTraceEvent.ClientState;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next-hop server's side of registration (RFC 2332 section 5.2.4). Checks in the order authentication (before this
 * class), prefix, uniqueness; then registers, maps multicast, replies.
 */
final class RegistrationServer implements NhrpCache.RemovalListener {

    private static final long SECOND = 1_000_000_000L;

    private final NhrpTunnel tunnel;
    private final NhrpCache cache;
    private final NhrpTransmitter transmitter;
    private final MulticastTargets multicastTargets;

    RegistrationServer(NhrpTunnel tunnel, NhrpCache cache, NhrpTransmitter transmitter, MulticastTargets multicastTargets) {
        this.tunnel = tunnel;
        this.cache = cache;
        this.transmitter = transmitter;
        this.multicastTargets = multicastTargets;
        cache.addListener(this);
    }

    /**
     * A registration arrived with the right password.
     *
     * @param outerSource where it came from: behind NAT another address than the header says
     */
    void receive(IpAddress outerSource, RegistrationRequest request) {
        NhrpHeader header = request.header();
        // A client that does not know the server's tunnel address puts its own there (RFC 2332 section 5.2.3).
        if (!header.destinationProtocolAddress().equals(tunnel.protocolAddress())
                && !header.destinationProtocolAddress().equals(header.sourceProtocolAddress())) {
            transmitter.recordDropped(outerSource, request, "it is for another server");
            return;
        }
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isEmpty()) {
            transmitter.recordDropped(outerSource, request, "the tunnel source has no address");
            return;
        }
        boolean multicastAdded = false;
        List<ClientInformationEntry> answers = new ArrayList<>();
        for (ClientInformationEntry entry : request.entries()) {
            Optional<CieCode> refusal = refusal(request, entry);
            if (refusal.isPresent()) {
                tunnel.decide("registration refused", clientOf(request, entry), outerSource, refusal.get().title());
                answers.add(entry.refused(refusal.get()));
            } else {
                multicastAdded |= register(outerSource, request, entry);
                answers.add(entry);
            }
        }
        reply(outerSource, request, answers, ownNbmaAddress.get());
        if (multicastAdded) {
            // After the reply, so that the client knows its server before it hears routing protocols through it.
            tunnel.port().announceMulticastTarget();
        }
    }

    private Optional<CieCode> refusal(RegistrationRequest request, ClientInformationEntry entry) {
        IpAddress client = clientOf(request, entry);
        if (entry.effectivePrefixLength(client) != client.bitLength()) {
            return Optional.of(request.flags().unique() ? CieCode.ADMINISTRATIVELY_PROHIBITED : CieCode.BINDING_NOT_UNIQUE);
        }
        if (client.equals(tunnel.protocolAddress()) || tunnel.linkLocalAddress().filter(client::equals).isPresent()) {
            return Optional.of(CieCode.ADMINISTRATIVELY_PROHIBITED);
        }
        CacheEntry present = cache.mapping(client);
        boolean heldByAnother = present != null && present.has(EntryFlag.REGISTERED) && present.has(EntryFlag.UNIQUE)
                && !request.header().sourceNbmaAddress().equals(ownAddress(present));
        return heldByAnother && request.flags().unique() && tunnel.behaviour().has(NhrpSwitch.ENFORCES_UNIQUE_REGISTRATION)
                ? Optional.of(CieCode.UNIQUE_ADDRESS_REGISTERED)
                : Optional.empty();
    }

    /** Behind NAT the address that the client calls its own tells who it is: the outside one may change or be shared. */
    private static IpAddress ownAddress(CacheEntry registered) {
        return registered.claimedNbmaAddress().orElse(registered.nbmaAddress());
    }

    private static IpAddress clientOf(RegistrationRequest request, ClientInformationEntry entry) {
        return entry.protocolAddress().orElse(request.header().sourceProtocolAddress());
    }

    /** Returns true when multicast reaches one more client than before. */
    private boolean register(IpAddress outerSource, RegistrationRequest request, ClientInformationEntry entry) {
        IpAddress client = clientOf(request, entry);
        FarEnd farEnd = farEndOf(outerSource, request);
        Optional<IpAddress> claimedAddress = farEnd.claimed();
        long holdingTimeNanos = entry.holdingTimeSeconds() * SECOND;
        CacheEntry present = cache.mapping(client);
        if (present != null && present.has(EntryFlag.REGISTERED)) {
            refresh(present, farEnd, holdingTimeNanos, request.flags().unique());
        } else if (present == null || present.type() != EntryType.STATIC && present.type() != EntryType.SERVER) {
            // The link-local address of a station is behind its other one: "FE80::2/128 via 2001::4" (Cisco, IPv6 over DMVPN).
            IpAddress nextHop = client.isLinkLocal() ? request.header().sourceProtocolAddress() : client;
            CacheEntry added = new CacheEntry(IpPrefix.host(client), EntryType.DYNAMIC, nextHop,
                    outerSource, tunnel.nowNanos(), EntryFlag.REGISTERED, EntryFlag.NEXT_HOP);
            added.set(EntryFlag.UNIQUE, request.flags().unique());
            added.map(EntryType.DYNAMIC, nextHop, outerSource, claimedAddress);
            cache.add(added, holdingTimeNanos, "registration accepted");
            if (isOfItself(added)) {
                tunnel.record(new ClientState(tunnel.name(), true, client, outerSource, "first registration"));
            }
        }
        return tunnel.configuration().dynamicMulticast() && multicastTargets.addDynamic(farEnd);
    }

    private static FarEnd farEndOf(IpAddress outerSource, RegistrationRequest request) {
        IpAddress claimed = request.header().sourceNbmaAddress();
        return new FarEnd(outerSource, claimed.equals(outerSource) ? Optional.empty() : Optional.of(claimed));
    }

    private void refresh(CacheEntry present, FarEnd farEnd, long holdingTimeNanos, boolean unique) {
        FarEnd before = present.farEnd();
        boolean moved = !farEnd.equals(before);
        present.set(EntryFlag.UNIQUE, unique);
        cache.remap(present, EntryType.DYNAMIC, present.nextHop(), farEnd.nbmaAddress(), farEnd.claimed(), holdingTimeNanos,
                moved ? "registration from another address" : "registration renewed");
        if (moved && !cache.needs(before)) {
            multicastTargets.removeDynamic(before);
        }
        if (moved && !cache.needs(before.nbmaAddress())) {
            tunnel.sockets().close(before.nbmaAddress());
        }
    }

    private void reply(IpAddress outerSource, RegistrationRequest request, List<ClientInformationEntry> answers,
            IpAddress ownNbmaAddress) {
        NhrpPacket reply = request.reply(answers)
                .withResponder(tunnel.ownEntry(ownNbmaAddress));
        IpAddress claimed = request.header().sourceNbmaAddress();
        Optional<NatAddress> nat = request.extension(NatAddress.class);
        if (nat.isPresent() && !claimed.equals(outerSource)) {
            IpAddress client = request.header().sourceProtocolAddress();
            reply = reply.withExtension(nat.get().with(ClientInformationEntry.mapping(client.bitLength(),
                    NhrpTunnel.ANNOUNCED_MTU_BYTES, 0, outerSource, client)));
        }
        // Directly to where the request came from, never by a route (RFC 2332 section 5.2.4).
        transmitter.send(farEndOf(outerSource, request), reply, "");
    }

    @Override
    public void removed(CacheEntry entry, String reason) {
        if (!entry.has(EntryFlag.REGISTERED)) {
            return;
        }
        if (!cache.needs(entry.farEnd())) {
            multicastTargets.removeDynamic(entry.farEnd());
        }
        if (isOfItself(entry)) {
            tunnel.record(new ClientState(tunnel.name(), false, entry.nextHop(), entry.nbmaAddress(), reason));
        }
    }

    /** A further address of a client makes no client. */
    private static boolean isOfItself(CacheEntry registered) {
        return registered.target().equals(IpPrefix.host(registered.nextHop()));
    }
}
