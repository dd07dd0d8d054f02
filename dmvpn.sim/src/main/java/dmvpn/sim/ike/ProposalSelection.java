package dmvpn.sim.ike;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.ike.message.IkePayload.Notify;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import dmvpn.sim.ike.message.TrafficSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Builds proposals and judges those of the peer (RFC 7296 sections 2.7, 2.9 and 3.3). */
final class ProposalSelection {

    private ProposalSelection() {
    }

    /** The proposal of a message that is exactly the own suite. */
    static Optional<Proposal.ForIke> chooseIke(IkePacket message, IkeSuite suite) {
        return proposals(message, Proposal.ForIke.class).filter(proposal -> proposal.suite().equals(suite)).findFirst();
    }

    /** Says what keeps the peer's first proposal from being the own suite. */
    static String ikeDifference(IkePacket message, IkeSuite own) {
        Optional<IkeSuite> first =
                proposals(message, Proposal.ForIke.class).findFirst().map(Proposal.ForIke::suite);
        if (first.isEmpty()) {
            return "no proposal";
        }
        IkeSuite theirs = first.get();
        if (theirs.encryption() != own.encryption()) {
            return "IKE proposals differ: encryption";
        } else if (!theirs.integrity().equals(own.integrity())) {
            return "IKE proposals differ: integrity";
        } else if (theirs.pseudoRandomFunction() != own.pseudoRandomFunction()) {
            return "IKE proposals differ: pseudo-random function";
        }
        return "IKE proposals differ: Diffie-Hellman group";
    }

    /** The error that a message reports, if any. */
    static Optional<Notify> error(IkePacket message) {
        return message.payloads().stream().filter(Notify.class::isInstance).map(Notify.class::cast)
                .filter(notify -> notify.notifyType().isError()).findFirst();
    }

    /**
     * Payloads that ask for a child SA for GRE between the two ends.
     *
     * @param nonce nonce in CREATE_CHILD_SA; empty in IKE_AUTH, which goes on with those of IKE_SA_INIT
     */
    static List<IkePayload> childRequest(IpsecProfile profile, PeerAddresses peer, long spi, Optional<Nonce> nonce) {
        List<IkePayload> payloads = new ArrayList<>();
        if (profile.esp().mode() == EncapsulationMode.TRANSPORT) {
            payloads.add(Notify.of(NotifyType.USE_TRANSPORT_MODE));
        }
        addKeyMaterial(payloads, new Proposal.ForChild(1, spi, suiteOf(profile, nonce.isPresent())), nonce);
        payloads.add(new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(peer.local()))));
        payloads.add(new IkePayload.TsResponder(List.of(TrafficSelector.greOf(peer.remote()))));
        return payloads;
    }

    private static void addKeyMaterial(List<IkePayload> payloads, Proposal.ForChild proposal,
            Optional<Nonce> nonce) {
        payloads.add(new IkePayload.SecurityAssociation(List.of(proposal)));
        if (nonce.isPresent()) {
            payloads.add(nonce.get());
            proposal.suite().diffieHellmanGroup()
                    .ifPresent(group -> payloads.add(new IkePayload.KeyExchange(group)));
        }
    }

    /** In IKE_AUTH there is no new Diffie-Hellman exchange, whatever PFS says (RFC 7296 section 1.2). */
    private static EspSuite suiteOf(IpsecProfile profile, boolean fresh) {
        return EspSuite.of(profile.esp(), fresh ? profile.perfectForwardSecrecyGroup() : OptionalInt.empty());
    }

    /** What the first owner that can takes of a request for a child SA. */
    static Optional<ChildOffer> chooseChild(IkePacket request, List<ChildSaOwner> owners, PeerAddresses peer,
            boolean fresh) {
        if (!selectorsMatch(request, peer)) {
            return Optional.empty();
        }
        return owners.stream().flatMap(owner -> proposals(request, Proposal.ForChild.class)
                .filter(proposal -> proposal.suite().equals(suiteOf(owner.profile(), fresh)))
                .map(proposal -> new ChildOffer(owner, proposal.number(), proposal.spi(), proposal.suite(),
                        mode(request, owner.profile())))).findFirst();
    }

    /** The payloads that accept an offer. */
    static List<IkePayload> childAnswer(ChildOffer offer, PeerAddresses peer, long spi, Optional<Nonce> nonce) {
        List<IkePayload> payloads = new ArrayList<>();
        if (offer.mode() == EncapsulationMode.TRANSPORT) {
            payloads.add(Notify.of(NotifyType.USE_TRANSPORT_MODE));
        }
        addKeyMaterial(payloads, new Proposal.ForChild(offer.number(), spi, offer.suite()), nonce);
        payloads.add(new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(peer.remote()))));
        payloads.add(new IkePayload.TsResponder(List.of(TrafficSelector.greOf(peer.local()))));
        return payloads;
    }

    /** Transport mode needs both ends; otherwise tunnel mode results (RFC 7296 section 1.3.1). */
    static EncapsulationMode mode(IkePacket peersMessage, IpsecProfile own) {
        return own.esp().mode() == EncapsulationMode.TRANSPORT
                && peersMessage.notification(NotifyType.USE_TRANSPORT_MODE).isPresent()
                        ? EncapsulationMode.TRANSPORT
                        : EncapsulationMode.TUNNEL;
    }

    /** The error that refuses a request for a child SA. */
    static NotifyType childRefusal(IkePacket request, PeerAddresses peer) {
        return selectorsMatch(request, peer) ? NotifyType.NO_PROPOSAL_CHOSEN : NotifyType.TS_UNACCEPTABLE;
    }

    /** Says what keeps a request for a child SA from being taken. */
    static String childDifference(IkePacket request, IpsecProfile own, PeerAddresses peer, boolean fresh) {
        if (!selectorsMatch(request, peer)) {
            return "the traffic selectors are not GRE between the two ends";
        }
        EspSuite ours = suiteOf(own, fresh);
        Optional<EspSuite> first =
                proposals(request, Proposal.ForChild.class).findFirst().map(Proposal.ForChild::suite);
        if (first.isEmpty()) {
            return "no proposal";
        } else if (first.get().encryption() != ours.encryption()) {
            return "ESP transforms differ: encryption";
        } else if (!first.get().integrity().equals(ours.integrity())) {
            return "ESP transforms differ: integrity";
        }
        return "ESP transforms differ: perfect forward secrecy group";
    }

    private static boolean selectorsMatch(IkePacket request, PeerAddresses peer) {
        return request.payload(IkePayload.TsInitiator.class)
                .filter(ts -> ts.selectors().contains(TrafficSelector.greOf(peer.remote()))).isPresent()
                && request.payload(IkePayload.TsResponder.class)
                        .filter(ts -> ts.selectors().contains(TrafficSelector.greOf(peer.local()))).isPresent();
    }

    /**
     * The lower nonce of an exchange, which decides after both ends asked at once (RFC 7296 section 2.8.1).
     *
     * @param own nonce of this end
     * @param peersMessage the peer's request or answer
     */
    static Nonce lowerNonce(Nonce own, IkePacket peersMessage) {
        return peersMessage.payload(Nonce.class).filter(theirs -> theirs.compareTo(own) < 0).orElse(own);
    }

    private static <P extends Proposal> Stream<P> proposals(IkePacket message, Class<P> kind) {
        return message.payload(IkePayload.SecurityAssociation.class).stream()
                .flatMap(payload -> payload.proposals().stream()).filter(kind::isInstance).map(kind::cast);
    }
}
