package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
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

    /** The suites of a profile, the preferred one first. */
    static List<IkeSuite> suites(IpsecProfile profile) {
        return profile.ikeProposals().stream().map(IkeSuite::of).distinct().toList();
    }

    /**
     * What a responder takes: the first of its own suites that the peer proposes. Cisco: the remote peer "looks for a match by
     * comparing its own highest priority policy against the policies received from the other peer".
     */
    static Optional<Proposal.ForIke> chooseIke(IkePacket message, List<IkeSuite> suites) {
        return suites.stream().flatMap(suite -> chooseIke(message, suite).stream()).findFirst();
    }

    /** The proposal of a message that is exactly one suite. */
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
        List<Proposal> proposals = new ArrayList<>();
        for (EspSuite suite : suites(profile, nonce.isPresent())) {
            proposals.addAll(proposals(proposals.isEmpty() ? 1 : proposals.getLast().number() + 1, spi, suite, profile));
        }
        addKeyMaterial(payloads, proposals, suites(profile, nonce.isPresent()).getFirst(), nonce);
        payloads.add(new IkePayload.TsInitiator(List.of(TrafficSelector.greOf(peer.local()))));
        payloads.add(new IkePayload.TsResponder(List.of(TrafficSelector.greOf(peer.remote()))));
        return payloads;
    }

    private static void addKeyMaterial(List<IkePayload> payloads, List<Proposal> proposals, EspSuite suite,
            Optional<Nonce> nonce) {
        payloads.add(new IkePayload.SecurityAssociation(proposals));
        if (nonce.isPresent()) {
            payloads.add(nonce.get());
            suite.diffieHellmanGroup()
                    .ifPresent(group -> payloads.add(new IkePayload.KeyExchange(group)));
        }
    }

    /** In IKE_AUTH there is no new Diffie-Hellman exchange, whatever PFS says (RFC 7296 section 1.2). */
    private static List<EspSuite> suites(IpsecProfile profile, boolean fresh) {
        OptionalInt group = fresh ? profile.perfectForwardSecrecyGroup() : OptionalInt.empty();
        return profile.transforms().stream().map(transform -> EspSuite.of(transform, group)).distinct().toList();
    }

    /** The transform of a profile that a suite was made of. */
    static Optional<EspTransform> transform(IpsecProfile profile, EspSuite suite) {
        return profile.transforms().stream().filter(transform ->
                EspSuite.of(transform, suite.diffieHellmanGroup()).equals(suite)).findFirst();
    }

    /** What the first owner that can takes of a request for a child SA. */
    static Optional<ChildOffer> chooseChild(IkePacket request, List<ChildSaOwner> owners, IkeSa sa, boolean fresh) {
        return owners.stream().filter(owner -> selectorsMatch(request, sa, mode(request, owner.profile())))
                .flatMap(owner -> suites(owner.profile(), fresh).stream().flatMap(suite ->
                                ChildProposal.of(request).stream().filter(proposal -> proposal.suite().equals(suite)
                                        && proposal.header().equals(owner.profile().options().authenticationHeader())))
                        .map(proposal -> offer(request, owner, proposal))).findFirst();
    }

    private static ChildOffer offer(IkePacket request, ChildSaOwner owner, ChildProposal proposal) {
        return new ChildOffer(owner, proposal.number(), proposal.spi(), proposal.suite(), mode(request, owner.profile()),
                initiatorSelectors(request), responderSelectors(request));
    }

    /**
     * One for the Authentication Header and one for ESP, each where it is wanted; of the same number, by which RFC 4306 section
     * 3.3.1 says that they belong together. RFC 7296 has no such pair: with two numbers the peer would take one of the two.
     */
    private static List<Proposal> proposals(int number, long spi, EspSuite suite, IpsecProfile profile) {
        List<Proposal> proposals = new ArrayList<>(2);
        profile.options().authenticationHeader().ifPresent(hash ->
                proposals.add(new Proposal.ForHeader(number, spi, hash, suite.diffieHellmanGroup())));
        if (suite.encryption() != EncryptionAlgorithm.NONE) {
            proposals.add(new Proposal.ForChild(number, spi, suite));
        }
        return proposals;
    }

    /** The payloads that accept an offer, with the selectors as the peer wrote them (RFC 7296 section 2.23.1). */
    static List<IkePayload> childAnswer(ChildOffer offer, long spi, Optional<Nonce> nonce) {
        List<IkePayload> payloads = new ArrayList<>();
        if (offer.mode() == EncapsulationMode.TRANSPORT) {
            payloads.add(Notify.of(NotifyType.USE_TRANSPORT_MODE));
        }
        addKeyMaterial(payloads, proposals(offer.number(), spi, offer.suite(), offer.owner().profile()), offer.suite(), nonce);
        payloads.add(new IkePayload.TsInitiator(offer.initiatorSelectors()));
        payloads.add(new IkePayload.TsResponder(offer.responderSelectors()));
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
    static NotifyType childRefusal(IkePacket request, IpsecProfile own, IkeSa sa) {
        return selectorsMatch(request, sa, mode(request, own))
                ? NotifyType.NO_PROPOSAL_CHOSEN : NotifyType.TS_UNACCEPTABLE;
    }

    /** Says what keeps a request for a child SA from being taken. */
    static String childDifference(IkePacket request, IpsecProfile own, IkeSa sa, boolean fresh) {
        if (!selectorsMatch(request, sa, mode(request, own))) {
            return "the traffic selectors are not GRE between the two ends" + (sa.nat.isTranslated()
                    ? ": a NAT changed their addresses, which tunnel mode does not survive" : "");
        }
        EspSuite ours = suites(own, fresh).getFirst();
        Optional<EspSuite> first =
                ChildProposal.of(request).stream().findFirst().map(ChildProposal::suite);
        if (first.isEmpty()) {
            return "no proposal";
        } else if (first.get().encryption() != ours.encryption()) {
            return "ESP transforms differ: encryption";
        } else if (!first.get().integrity().equals(ours.integrity())) {
            return "ESP transforms differ: integrity";
        } else if (first.get().diffieHellmanGroup().equals(ours.diffieHellmanGroup())) {
            return "transforms differ: authentication header";
        }
        return "ESP transforms differ: perfect forward secrecy group";
    }

    /**
     * GRE between the two ends. In transport mode an end behind NAT stands in the selectors with another address than
     * this router sees, which counts as its own (RFC 7296 section 2.23.1).
     */
    private static boolean selectorsMatch(IkePacket request, IkeSa sa, EncapsulationMode mode) {
        boolean transport = mode == EncapsulationMode.TRANSPORT;
        return holdsGreOf(initiatorSelectors(request), sa.peer().remote(), transport && sa.nat.remoteBehindNat())
                && holdsGreOf(responderSelectors(request), sa.peer().local(), transport && sa.nat.localBehindNat());
    }

    private static boolean holdsGreOf(List<TrafficSelector> selectors, IpAddress address, boolean ofAnyStation) {
        return selectors.stream().anyMatch(selector -> selector.equals(TrafficSelector.greOf(address))
                || ofAnyStation && selector.equals(TrafficSelector.greOf(selector.startAddress())));
    }

    private static List<TrafficSelector> initiatorSelectors(IkePacket request) {
        return request.payload(IkePayload.TsInitiator.class).map(IkePayload.TsInitiator::selectors).orElse(List.of());
    }

    private static List<TrafficSelector> responderSelectors(IkePacket request) {
        return request.payload(IkePayload.TsResponder.class).map(IkePayload.TsResponder::selectors).orElse(List.of());
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
                .flatMap(payload -> payload.proposals().stream()).flatMap(Proposal::choices).filter(kind::isInstance).map(kind::cast);
    }
}
