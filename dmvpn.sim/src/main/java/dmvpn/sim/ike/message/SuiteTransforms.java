package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Suites as transforms, and the suites that transforms leave a choice of (RFC 7296 section 3.3). */
final class SuiteTransforms {

    private SuiteTransforms() {
    }

    /** The transforms of a proposal in the order in which routers list them. */
    static List<Transform> of(Proposal proposal) {
        List<Transform> transforms = new ArrayList<>();
        switch (proposal) {
            case Proposal.ForIke ike -> {
                IkeSuite suite = ike.suite();
                transforms.add(encryption(suite.encryption()));
                suite.integrity().ifPresent(hash -> transforms.add(integrity(hash)));
                transforms.add(new Transform(Transform.PSEUDO_RANDOM_FUNCTION,
                        TransformNumbers.pseudoRandomFunction(suite.pseudoRandomFunction())));
                transforms.add(group(suite.diffieHellmanGroup()));
            }
            case Proposal.ForHeader header -> {
                transforms.add(integrity(header.integrity()));
                header.diffieHellmanGroup().ifPresent(group -> transforms.add(group(group)));
                transforms.add(new Transform(Transform.EXTENDED_SEQUENCE_NUMBERS, Transform.NONE));
            }
            case Proposal.ForChild child -> {
                EspSuite suite = child.suite();
                transforms.add(encryption(suite.encryption()));
                suite.integrity().ifPresent(hash -> transforms.add(integrity(hash)));
                suite.diffieHellmanGroup().ifPresent(group -> transforms.add(group(group)));
                transforms.add(new Transform(Transform.EXTENDED_SEQUENCE_NUMBERS, Transform.NONE));
            }
            case Proposal.Alternatives alternatives -> transforms.addAll(alternatives.transforms());
        }
        return transforms;
    }

    private static Transform encryption(EncryptionAlgorithm encryption) {
        return new Transform(Transform.ENCRYPTION, TransformNumbers.encryption(encryption),
                TransformNumbers.keyBits(encryption));
    }

    private static Transform integrity(HashAlgorithm hash) {
        return new Transform(Transform.INTEGRITY, TransformNumbers.integrity(hash));
    }

    private static Transform group(int number) {
        return new Transform(Transform.DIFFIE_HELLMAN, number);
    }

    /**
     * The proposals of one suite each that a proposal leaves the choice of, the preferred one first. An algorithm that nobody
     * here knows leaves the others of its type; a whole type that nobody knows leaves nothing (RFC 7296 section 3.3.6).
     */
    static Stream<Proposal> choices(Proposal.Alternatives alternatives) {
        boolean typesKnown = alternatives.transforms().stream()
                .allMatch(transform -> transform.type() >= Transform.ENCRYPTION
                        && transform.type() <= Transform.EXTENDED_SEQUENCE_NUMBERS);
        if (!typesKnown) {
            return Stream.empty();
        }
        return switch (alternatives.protocol()) {
            case IKE -> ikeChoices(alternatives);
            case AH -> headerChoices(alternatives);
            case ESP -> childChoices(alternatives);
        };
    }

    private static Stream<Proposal> ikeChoices(Proposal.Alternatives alternatives) {
        return ciphers(alternatives).flatMap(cipher -> integrities(alternatives)
                .filter(integrity -> cipher.isAead() != integrity.isPresent())
                .flatMap(integrity -> pseudoRandomFunctions(alternatives).flatMap(prf -> groups(alternatives)
                        .filter(OptionalInt::isPresent)
                        .map(group -> new Proposal.ForIke(alternatives.number(), alternatives.spi(),
                                new IkeSuite(cipher, integrity, prf, group.getAsInt()))))));
    }

    private static Stream<Proposal> headerChoices(Proposal.Alternatives alternatives) {
        return sequenceNumbersMayBeShort(alternatives)
                ? integrities(alternatives).flatMap(Optional::stream).flatMap(hash -> groups(alternatives)
                        .map(group -> new Proposal.ForHeader(alternatives.number(), alternatives.spi().orElseThrow(), hash, group)))
                : Stream.empty();
    }

    private static Stream<Proposal> childChoices(Proposal.Alternatives alternatives) {
        return sequenceNumbersMayBeShort(alternatives)
                ? ciphers(alternatives).flatMap(cipher -> integrities(alternatives)
                        .filter(integrity -> !cipher.isAead() || integrity.isEmpty())
                        .flatMap(integrity -> groups(alternatives)
                                .map(group -> new Proposal.ForChild(alternatives.number(), alternatives.spi().orElseThrow(),
                                        new EspSuite(cipher, integrity, group)))))
                : Stream.empty();
    }

    private static Stream<EncryptionAlgorithm> ciphers(Proposal.Alternatives alternatives) {
        return ofType(alternatives, Transform.ENCRYPTION)
                .flatMap(cipher -> TransformNumbers.encryption(cipher.number(), cipher.keyBits()).stream());
    }

    private static Stream<HashAlgorithm> pseudoRandomFunctions(Proposal.Alternatives alternatives) {
        return ofType(alternatives, Transform.PSEUDO_RANDOM_FUNCTION)
                .flatMap(prf -> TransformNumbers.pseudoRandomFunction(prf.number()).stream());
    }

    private static Stream<Optional<HashAlgorithm>> integrities(Proposal.Alternatives alternatives) {
        return orNone(alternatives, Transform.INTEGRITY, Optional.empty(), number ->
                TransformNumbers.integrity(number).stream().map(Optional::of));
    }

    private static Stream<OptionalInt> groups(Proposal.Alternatives alternatives) {
        return orNone(alternatives, Transform.DIFFIE_HELLMAN, OptionalInt.empty(), number ->
                DiffieHellman.isKnown(number) ? Stream.of(OptionalInt.of(number)) : Stream.empty());
    }

    /** A type may be left out, which says the same as the one transform that stands for no algorithm. */
    private static <T> Stream<T> orNone(Proposal.Alternatives alternatives, int type, T none, IntFunction<Stream<T>> known) {
        return ofType(alternatives, type).findAny().isEmpty()
                ? Stream.of(none)
                : ofType(alternatives, type).flatMap(transform ->
                        transform.number() == Transform.NONE ? Stream.of(none) : known.apply(transform.number()));
    }

    /** Extended ones are not simulated, and which of the two it may be has to be said. */
    private static boolean sequenceNumbersMayBeShort(Proposal.Alternatives alternatives) {
        return ofType(alternatives, Transform.EXTENDED_SEQUENCE_NUMBERS)
                .anyMatch(transform -> transform.number() == Transform.NONE);
    }

    private static Stream<Transform> ofType(Proposal.Alternatives alternatives, int type) {
        return alternatives.transforms().stream().filter(transform -> transform.type() == type);
    }
}
