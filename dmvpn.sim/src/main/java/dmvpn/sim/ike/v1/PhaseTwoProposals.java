package dmvpn.sim.ike.v1;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.v1.message.IsakmpAttribute;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.ike.v1.message.IsakmpTransform;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Proposals of quick mode (RFC 2407 sections 4.4 and 4.5). With AH, two proposals of one number belong together. */
final class PhaseTwoProposals {

    private static final int LIFE_TYPE = 1;
    private static final int LIFE_DURATION = 2;
    private static final int GROUP = 3;
    private static final int MODE = 4;
    private static final int AUTHENTICATION = 5;
    private static final int KEY_LENGTH = 6;
    private static final int SECONDS = 1;
    private static final int KILOBYTES = 2;
    private static final int TUNNEL = 1;
    private static final int TRANSPORT = 2;
    /** RFC 3947 section 5.1: the same modes with UDP in front of ESP. */
    private static final int UDP_ENCAPSULATED_TUNNEL = 3;
    private static final int UDP_ENCAPSULATED_TRANSPORT = 4;

    private PhaseTwoProposals() {
    }

    /**
     * What an end takes.
     *
     * @param number number of the proposal
     * @param transform the own transform
     * @param mode transport or tunnel mode
     * @param spi SPI that the peer receives with
     * @param group group for perfect forward secrecy, empty for none
     * @param lifetimeSeconds the peer's lifetime
     */
    record Choice(int number, EspTransform transform, EncapsulationMode mode, long spi, OptionalInt group, long lifetimeSeconds) {
    }

    /**
     * One proposal for each transform of a profile.
     *
     * @param inUdp true when ESP is to travel in UDP
     */
    static IsakmpPayload.SecurityAssociation offer(IpsecProfile profile, boolean inUdp, long spi) {
        List<IsakmpProposal> proposals = new ArrayList<>();
        for (EspTransform transform : profile.transforms()) {
            proposals.addAll(proposals(proposals.isEmpty() ? 1 : proposals.getLast().number() + 1, profile, transform,
                    modeNumber(transform.mode(), inUdp), spi, profile.perfectForwardSecrecyGroup(), profile.lifetime().toSeconds()));
        }
        return new IsakmpPayload.SecurityAssociation(proposals);
    }

    /** The chosen proposal with the own SPI. */
    static IsakmpPayload.SecurityAssociation answer(IpsecProfile profile, boolean inUdp, Choice choice, long spi) {
        return new IsakmpPayload.SecurityAssociation(proposals(choice.number(), profile, choice.transform(),
                modeNumber(choice.mode(), inUdp), spi, choice.group(), choice.lifetimeSeconds()));
    }

    private static List<IsakmpProposal> proposals(int number, IpsecProfile profile, EspTransform transform,
            int mode, long spi, OptionalInt group, long lifetimeSeconds) {
        List<IsakmpAttribute> common = new ArrayList<>();
        common.add(IsakmpAttribute.of(LIFE_TYPE, SECONDS));
        common.add(IsakmpAttribute.duration(LIFE_DURATION, lifetimeSeconds));
        profile.options().lifetimeKilobytes().ifPresent(kilobytes -> {
            common.add(IsakmpAttribute.of(LIFE_TYPE, KILOBYTES));
            common.add(IsakmpAttribute.duration(LIFE_DURATION, kilobytes));
        });
        common.add(IsakmpAttribute.of(MODE, mode));
        group.ifPresent(value -> common.add(IsakmpAttribute.of(GROUP, value)));
        List<IsakmpProposal> proposals = new ArrayList<>();
        profile.options().authenticationHeader().ifPresent(hash -> {
            List<IsakmpAttribute> attributes = new ArrayList<>(common);
            attributes.add(IsakmpAttribute.of(AUTHENTICATION, authentication(hash)));
            proposals.add(proposal(number, IsakmpProposal.AH, spi, authenticationHeader(hash), attributes));
        });
        if (!transform.isEsp()) {
            return proposals;
        }
        List<IsakmpAttribute> attributes = new ArrayList<>(common);
        if (!transform.encryption().isAead()) {
            transform.integrity().ifPresent(hash -> attributes.add(IsakmpAttribute.of(AUTHENTICATION, authentication(hash))));
        }
        if (!transform.encryption().hasOneKeyLength()) {
            attributes.add(IsakmpAttribute.of(KEY_LENGTH, transform.encryption().keyBits()));
        }
        proposals.add(proposal(number, IsakmpProposal.ESP, spi, cipher(transform.encryption()), attributes));
        return proposals;
    }

    private static IsakmpProposal proposal(int number, int protocolNumber, long spi, int id, List<IsakmpAttribute> attributes) {
        return new IsakmpProposal(number, protocolNumber, octets(spi), List.of(new IsakmpTransform(1, id, attributes)));
    }

    static Octets octets(long spi) {
        return Octets.of(ByteBuffer.allocate(Integer.BYTES).putInt((int) spi).array());
    }

    static long spi(Octets octets) {
        return octets.length() == Integer.BYTES ? Integer.toUnsignedLong(ByteBuffer.wrap(octets.toBytes()).getInt()) : 0;
    }

    private static int cipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case DES -> 2;
            case TRIPLE_DES -> 3;
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> 12;
            // RFC 4106 section 8.1, with a tag of 16 bytes.
            case AES_GCM_128, AES_GCM_256 -> 20;
            case NONE -> throw new IllegalArgumentException("Without ESP no cipher is negotiated");
        };
    }

    /** Transform numbers of AH (RFC 2407 section 4.4.3, IANA registry of ISAKMP). */
    private static int authenticationHeader(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 2;
            case SHA1 -> 3;
            case SHA256 -> 5;
            case SHA384 -> 6;
            case SHA512 -> 7;
        };
    }

    private static int authentication(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA256 -> 5;
            case SHA384 -> 6;
            case SHA512 -> 7;
        };
    }

    /**
     * The first own transform that the peer's message has a proposal for.
     *
     * @param inUdp true when ESP is to travel in UDP
     * @param mismatch what is made of another mode
     */
    static Optional<Choice> choose(IsakmpPacket message, IpsecProfile own, boolean inUdp, ModeMismatch mismatch) {
        for (EspTransform transform : own.transforms()) {
            for (IsakmpProposal esp : leading(message)) {
                if (difference(message, esp, own, transform, inUdp, mismatch).isEmpty()) {
                    IsakmpTransform theirs = esp.transforms().getFirst();
                    return Optional.of(new Choice(esp.number(), transform, mode(theirs), spi(esp.spi()), group(theirs),
                            theirs.value(LIFE_DURATION).orElse(Long.MAX_VALUE)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<IsakmpProposal> offered(IsakmpPacket message) {
        return message.payload(IsakmpPayload.SecurityAssociation.class)
                .map(IsakmpPayload.SecurityAssociation::proposals).orElse(List.of());
    }

    private static int modeNumber(EncapsulationMode mode, boolean inUdp) {
        return switch (mode) {
            case TUNNEL -> inUdp ? UDP_ENCAPSULATED_TUNNEL : TUNNEL;
            case TRANSPORT -> inUdp ? UDP_ENCAPSULATED_TRANSPORT : TRANSPORT;
        };
    }

    /** Of each number the proposal for ESP, or that for an Authentication Header when it is alone. */
    private static List<IsakmpProposal> leading(IsakmpPacket message) {
        List<IsakmpProposal> all = offered(message);
        return all.stream().filter(proposal -> proposal.protocolNumber() == IsakmpProposal.ESP
                || proposal.protocolNumber() == IsakmpProposal.AH && all.stream().noneMatch(other ->
                        other.number() == proposal.number() && other.protocolNumber() == IsakmpProposal.ESP)).toList();
    }

    private static EncapsulationMode mode(IsakmpTransform transform) {
        long number = transform.value(MODE).orElse(TUNNEL);
        return number == TRANSPORT || number == UDP_ENCAPSULATED_TRANSPORT ? EncapsulationMode.TRANSPORT : EncapsulationMode.TUNNEL;
    }

    private static boolean isInUdp(IsakmpTransform transform) {
        long number = transform.value(MODE).orElse(TUNNEL);
        return number == UDP_ENCAPSULATED_TUNNEL || number == UDP_ENCAPSULATED_TRANSPORT;
    }

    private static OptionalInt group(IsakmpTransform transform) {
        return transform.value(GROUP).isPresent() ? OptionalInt.of((int) transform.value(GROUP).getAsLong()) : OptionalInt.empty();
    }

    /** Says what keeps the peer's first proposal from being taken. */
    static String difference(IsakmpPacket message, IpsecProfile own, boolean inUdp, ModeMismatch mismatch) {
        return leading(message).stream().findFirst()
                .map(esp -> difference(message, esp, own, own.esp(), inUdp, mismatch)).orElse("no proposal");
    }

    private static String difference(IsakmpPacket message, IsakmpProposal esp, IpsecProfile own, EspTransform transform,
            boolean inUdp, ModeMismatch mismatch) {
        IsakmpTransform theirs = esp.transforms().getFirst();
        IsakmpTransform ours = proposals(1, own, transform, modeNumber(transform.mode(), inUdp), 0, OptionalInt.empty(), 0).getLast()
                .transforms().getFirst();
        OptionalInt group = own.perfectForwardSecrecyGroup();
        if ((esp.protocolNumber() == IsakmpProposal.ESP) != transform.isEsp()) {
            return transform.isEsp() ? "transforms differ: no ESP is proposed" : "transforms differ: ESP is proposed";
        } else if (!transform.isEsp() && theirs.id() != ours.id()) {
            return "transforms differ: authentication header";
        } else if (theirs.id() != ours.id() || !theirs.value(KEY_LENGTH).equals(ours.value(KEY_LENGTH))) {
            return "ESP transforms differ: encryption";
        } else if (!theirs.value(AUTHENTICATION).equals(ours.value(AUTHENTICATION))) {
            return "ESP transforms differ: integrity";
        } else if (!hashOfHeader(message, esp.number()).equals(own.options().authenticationHeader().map(
                PhaseTwoProposals::authenticationHeader))) {
            return "transforms differ: authentication header";
        } else if (group.isPresent() && !group(theirs).equals(group)) {
            // Without an own group any offer is taken (Cisco, set pfs).
            return "ESP transforms differ: perfect forward secrecy group";
        } else if (isInUdp(theirs) != inUdp) {
            return inUdp ? "ESP transforms differ: the peer proposes no encapsulation in UDP, and there is a NAT"
                    : "ESP transforms differ: the peer proposes encapsulation in UDP, and there is no NAT";
        }
        return differenceOfModes(mode(theirs), transform.mode(), mismatch);
    }

    private static Optional<Integer> hashOfHeader(IsakmpPacket message, int number) {
        return offered(message).stream()
                .filter(proposal -> proposal.number() == number && proposal.protocolNumber() == IsakmpProposal.AH)
                .map(proposal -> proposal.transforms().getFirst().id()).findFirst();
    }

    private static String differenceOfModes(EncapsulationMode theirs, EncapsulationMode ours, ModeMismatch mismatch) {
        boolean taken = theirs == ours
                || mismatch == ModeMismatch.TUNNEL_MODE_TAKEN && theirs == EncapsulationMode.TUNNEL;
        return taken ? "" : "ESP transforms differ: " + theirs.name().toLowerCase(Locale.ROOT) + " mode is proposed, "
                + ours.name().toLowerCase(Locale.ROOT) + " mode is set";
    }
}
