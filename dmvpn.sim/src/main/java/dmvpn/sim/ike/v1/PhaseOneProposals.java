package dmvpn.sim.ike.v1;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.v1.message.IsakmpAttribute;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.ike.v1.message.IsakmpTransform;
import dmvpn.sim.packet.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proposals of phase 1: one with a transform for each suite (RFC 2409 section 5 and appendix A). */
final class PhaseOneProposals {

    private static final int KEY_IKE = 1;
    private static final int ENCRYPTION = 1;
    private static final int HASH = 2;
    private static final int AUTHENTICATION = 3;
    private static final int GROUP = 4;
    private static final int LIFE_TYPE = 11;
    private static final int LIFE_DURATION = 12;
    private static final int KEY_LENGTH = 14;
    private static final int SECONDS = 1;

    private PhaseOneProposals() {
    }

    /**
     * What a responder takes.
     *
     * @param suite the suite
     * @param transform the peer's transform, to be repeated
     * @param lifetimeSeconds the peer's lifetime
     */
    record Choice(IsakmpSuite suite, IsakmpTransform transform, long lifetimeSeconds) {
    }

    /** The suites of a profile, the preferred one first; those that IKEv1 has no number for are left out. */
    static List<IsakmpSuite> suites(IpsecProfile profile) {
        return profile.ikeProposals().stream().filter(proposal -> !proposal.encryption().isAead())
                .map(proposal -> IsakmpSuite.of(proposal, profile.authentication())).distinct().toList();
    }

    static IsakmpPayload.SecurityAssociation offer(List<IsakmpSuite> suites, long lifetimeSeconds) {
        List<IsakmpTransform> transforms = new ArrayList<>();
        for (IsakmpSuite suite : suites) {
            transforms.add(new IsakmpTransform(transforms.size() + 1, KEY_IKE, attributes(suite, lifetimeSeconds)));
        }
        return payload(transforms);
    }

    static IsakmpPayload.SecurityAssociation payload(List<IsakmpTransform> transforms) {
        return new IsakmpPayload.SecurityAssociation(
                List.of(new IsakmpProposal(1, IsakmpProposal.ISAKMP, Octets.EMPTY, transforms)));
    }

    private static List<IsakmpAttribute> attributes(IsakmpSuite suite, long lifetimeSeconds) {
        List<IsakmpAttribute> attributes = new ArrayList<>();
        attributes.add(IsakmpAttribute.of(ENCRYPTION, number(suite.encryption())));
        if (!suite.encryption().hasOneKeyLength()) {
            attributes.add(IsakmpAttribute.of(KEY_LENGTH, suite.encryption().keyBits()));
        }
        attributes.add(IsakmpAttribute.of(HASH, number(suite.hash())));
        attributes.add(IsakmpAttribute.of(GROUP, suite.diffieHellmanGroup()));
        attributes.add(IsakmpAttribute.of(AUTHENTICATION, suite.authentication().code()));
        attributes.add(IsakmpAttribute.of(LIFE_TYPE, SECONDS));
        attributes.add(IsakmpAttribute.duration(LIFE_DURATION, lifetimeSeconds));
        return attributes;
    }

    private static int number(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case DES -> 1;
            case TRIPLE_DES -> 5;
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> 7;
            case AES_GCM_128, AES_GCM_256, NONE -> throw new IllegalArgumentException("IKEv1 has no " + encryption.keyword());
        };
    }

    private static int number(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA256 -> 4;
            case SHA384 -> 5;
            case SHA512 -> 6;
        };
    }

    /** The first of the own suites that the peer offers. */
    static Optional<Choice> choose(IsakmpPacket message, List<IsakmpSuite> own) {
        List<IsakmpTransform> offered = transforms(message);
        return own.stream().flatMap(suite -> offered.stream().filter(transform -> matches(transform, suite))
                .map(transform -> new Choice(suite, transform, transform.value(LIFE_DURATION).orElse(Long.MAX_VALUE)))).findFirst();
    }

    private static List<IsakmpTransform> transforms(IsakmpPacket message) {
        return message.payload(IsakmpPayload.SecurityAssociation.class).stream()
                .flatMap(payload -> payload.proposals().stream()).flatMap(proposal -> proposal.transforms().stream()).toList();
    }

    private static boolean matches(IsakmpTransform transform, IsakmpSuite suite) {
        return attributes(suite, 0).stream().filter(attribute -> attribute.type() != LIFE_DURATION)
                .allMatch(attribute -> transform.value(attribute.type()).orElse(-1) == attribute.value());
    }

    /** Says what keeps the peer's first transform from being the own suite. */
    static String difference(IsakmpPacket message, IsakmpSuite own) {
        Optional<IsakmpTransform> first = transforms(message).stream().findFirst();
        if (first.isEmpty()) {
            return "no proposal";
        }
        for (IsakmpAttribute attribute : attributes(own, 0)) {
            if (attribute.type() != LIFE_DURATION && first.get().value(attribute.type()).orElse(-1) != attribute.value()) {
                return "ISAKMP policies differ: " + name(attribute.type());
            }
        }
        return "ISAKMP policies differ";
    }

    private static String name(int attribute) {
        return switch (attribute) {
            case ENCRYPTION, KEY_LENGTH -> "encryption";
            case HASH -> "hash";
            case AUTHENTICATION -> "authentication method";
            case GROUP -> "Diffie-Hellman group";
            default -> "lifetime";
        };
    }
}
