package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes NHRP packets on along the routed path (RFC 2332 sections 5.2.1 and 5.3.2): one hop less, and this router in the
 * transit record of requests and replies.
 */
final class NhrpForwarder {

    private final NhrpTunnel tunnel;
    private final Map<NhrpTunnel, NhrpPeers> peers;
    private final NhrpErrors errors;
    private final ResolutionResponder responder;

    NhrpForwarder(NhrpTunnel tunnel, Map<NhrpTunnel, NhrpPeers> peers, NhrpErrors errors, ResolutionResponder responder) {
        this.tunnel = tunnel;
        this.peers = peers;
        this.errors = errors;
        this.responder = responder;
    }

    /**
     * Passes a packet on.
     *
     * @param outerSource who it came from
     * @param way where routing leads to the station that it is for
     */
    void forward(IpAddress outerSource, NhrpPacket packet, Way.ThroughCloud way) {
        if (packet.header().hopCount() == 0) {
            errors.answer(outerSource, packet, ErrorCode.HOP_COUNT_EXCEEDED);
            return;
        }
        if (hasBeenHere(packet, way.tunnel())) {
            errors.answer(outerSource, packet, ErrorCode.LOOP_DETECTED);
            return;
        }
        NhrpPeers egress = peers.get(way.tunnel());
        Optional<FarEnd> target = egress.farEndOf(way.nextHop());
        Optional<IpAddress> ownNbmaAddress = way.tunnel().nbmaAddress();
        if (target.isEmpty() || ownNbmaAddress.isEmpty()) {
            egress.transmitter().recordDropped(outerSource, packet, "no mapping for the next hop of the route");
            if (packet instanceof ResolutionRequest request) {
                responder.refuse(outerSource, request);
            }
            return;
        }
        if (isSender(target.get(), outerSource, packet)) {
            egress.transmitter().recordDropped(outerSource, packet, "the route leads back to where it came from");
            return;
        }
        NhrpPacket recorded = recorded(packet, way.tunnel().ownEntry(ownNbmaAddress.get()));
        if (recorded.lengthBytes() > way.tunnel().port().mtuBytes()) {
            errors.answer(outerSource, packet, ErrorCode.SDU_SIZE_EXCEEDED);
            return;
        }
        egress.transmitter().forward(target.get(), recorded.withHeader(recorded.header().forwarded()),
                reason(packet));
    }

    /** Behind one outside address there may be others than the sender: the address that it calls its own tells. */
    private static boolean isSender(FarEnd target, IpAddress outerSource, NhrpPacket packet) {
        if (!target.nbmaAddress().equals(outerSource)) {
            return false;
        }
        Optional<IpAddress> own = packet instanceof ResolutionReply reply
                ? reply.entries().stream().findFirst().flatMap(ClientInformationEntry::nbmaAddress)
                : Optional.of(packet.header().sourceNbmaAddress());
        return target.claimed().isEmpty() || target.claimed().equals(own);
    }

    /**
     * Own address in the record of the way: the packet goes in circles (RFC 2332 section 5.3.2). What is recorded is the address of
     * the tunnel that a packet leaves by, which need not be the one that it came in by.
     */
    private boolean hasBeenHere(NhrpPacket packet, NhrpTunnel egress) {
        List<ClientInformationEntry> visited = switch (packet) {
            case ResolutionRequest request ->
                    request.extension(ForwardTransitRecord.class).map(ForwardTransitRecord::entries).orElse(List.of());
            case ResolutionReply reply ->
                    reply.extension(ReverseTransitRecord.class).map(ReverseTransitRecord::entries).orElse(List.of());
            default -> List.of();
        };
        return visited.stream().flatMap(entry -> entry.protocolAddress().stream())
                .anyMatch(address -> address.equals(tunnel.protocolAddress()) || address.equals(egress.protocolAddress()));
    }

    /**
     * The packet with this router in its record, where it has one. A router that does not know a compulsory extension keeps out
     * of it (RFC 2332 section 5.3).
     */
    private NhrpPacket recorded(NhrpPacket packet, ClientInformationEntry own) {
        boolean enters = !NhrpFault.hasUnknownCompulsoryExtension(packet);
        return switch (packet) {
            case ResolutionRequest request -> withAddressBehindNat(
                    request.extension(ForwardTransitRecord.class).filter(record -> enters)
                            .map(record -> request.withExtension(record.with(own))).orElse(request),
                    request.header().sourceProtocolAddress());
            case ResolutionReply reply -> reply.extension(ReverseTransitRecord.class).filter(record -> enters)
                    .map(record -> reply.withExtension(record.with(own))).orElse(reply);
            default -> packet;
        };
    }

    /** A server that knows its client's address behind NAT fills it in (FRRouting nhrpd/nhrp_peer.c). */
    private NhrpPacket withAddressBehindNat(NhrpPacket packet, IpAddress client) {
        CacheEntry entry = peers.get(tunnel).mappingOf(client);
        boolean isEmpty = packet.extension(NatAddress.class).filter(nat -> nat.entries().isEmpty()).isPresent();
        if (!isEmpty || entry == null || entry.claimedNbmaAddress().isEmpty()) {
            return packet;
        }
        return packet.withExtension(NatAddress.EMPTY.with(ClientInformationEntry.mapping(client.bitLength(),
                NhrpTunnel.ANNOUNCED_MTU_BYTES, 0, entry.nbmaAddress(), client)));
    }

    private static String reason(NhrpPacket packet) {
        return packet instanceof ResolutionRequest request && request.flags().authoritative()
                ? "authoritative request: the egress answers itself"
                : "on along the routed path";
    }
}
