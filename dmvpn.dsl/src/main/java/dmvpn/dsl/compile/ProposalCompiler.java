package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.EspClause;
import dmvpn.dsl.model.IkeClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles the proposals of a crypto suite, in order of preference. */
final class ProposalCompiler {

    private static final List<String> CIPHERS_OF_IKE = Arrays.stream(EncryptionAlgorithm.values())
            .filter(algorithm -> algorithm != EncryptionAlgorithm.NONE).map(EncryptionAlgorithm::keyword).toList();

    private static final String CIPHERS = "a cipher: expected one of " + String.join(", ", CIPHERS_OF_IKE);

    private static final String CIPHERS_OF_ESP = CIPHERS + ", or none for an Authentication Header alone";
    private static final String HASHES = "a hash: expected one of " + Arrays.stream(HashAlgorithm.values())
            .map(HashAlgorithm::keyword).collect(Collectors.joining(", "));

    /** Lifetime of an IKE security association on IOS: one day (Cisco IOS Security Command Reference, lifetime). */
    private static final Duration DEFAULT_IKE_LIFETIME = Duration.ofHours(24);
    /** Longest lifetime that IOS accepts, in seconds. */
    private static final int LONGEST_LIFETIME_SECONDS = 2_592_000;
    /** Cipher of a suite that names none: in the default proposal and transform of IOS-XE's smart defaults. */
    private static final EncryptionAlgorithm DEFAULT_CIPHER = EncryptionAlgorithm.AES_CBC_256;
    private static final HashAlgorithm DEFAULT_HASH = HashAlgorithm.SHA256;
    /** 256-bit random ECP group (RFC 5903), in the default proposal of current IOS-XE. */
    private static final int DEFAULT_GROUP = 19;
    private static final int HIGHEST_GROUP = 31;

    private final CompileContext context;

    ProposalCompiler(CompileContext context) {
        this.context = context;
    }

    /** The IKE proposals; that of the platform when the suite has none. All are of the first one's version. */
    List<IkeProposal> ike(List<IkeClause> clauses, ValueReader values, Origin header) {
        if (clauses.isEmpty()) {
            return List.of(new IkeProposal(IkeVersion.IKEV2, DEFAULT_CIPHER, Optional.of(DEFAULT_HASH), DEFAULT_HASH,
                    DEFAULT_GROUP, DEFAULT_IKE_LIFETIME, header));
        }
        List<IkeProposal> proposals = new ArrayList<>();
        for (IkeClause clause : clauses) {
            IkeProposal proposal = ike(clause, values);
            if (proposals.isEmpty() || proposals.getFirst().version() == proposal.version()) {
                proposals.add(proposal);
            } else {
                context.report(TextRules.VALUE, "All proposals of a suite are of one version of IKE, and the first is not "
                        + clause.getVersion() + ": put this into a suite of its own", clause, IKE_CLAUSE__VERSION, values.label());
            }
        }
        return proposals;
    }

    private IkeProposal ike(IkeClause clause, ValueReader values) {
        EncryptionAlgorithm cipher =
                values.word(clause, IKE_CLAUSE__ENCRYPTION, clause.getEncryption(), CIPHERS, ProposalCompiler::cipherOfIke)
                        .orElse(DEFAULT_CIPHER);
        Optional<HashAlgorithm> integrity = integrity(values, clause, IKE_CLAUSE__INTEGRITY, clause.getIntegrity(), cipher);
        IkeVersion version = values.word(clause, IKE_CLAUSE__VERSION, clause.getVersion(),
                "a version of IKE: expected v1 or v2", ProposalCompiler::version).orElse(IkeVersion.IKEV2);
        if (version == IkeVersion.IKEV2 && clause.getExchange() != null) {
            context.report(TextRules.VALUE, "IKEv2 has one kind of exchange: " + clause.getExchange()
                    + " belongs to ike v1 (RFC 7296 section 1.2)", clause, IKE_CLAUSE__EXCHANGE, values.label());
        }
        HashAlgorithm pseudoRandomFunction =
                hash(values, clause, IKE_CLAUSE__PSEUDO_RANDOM_FUNCTION, clause.getPseudoRandomFunction())
                        .or(() -> integrity).orElse(DEFAULT_HASH);
        return new IkeProposal(version, cipher, integrity, pseudoRandomFunction,
                group(values, clause, IKE_CLAUSE__GROUP, clause.getGroup()).orElse(DEFAULT_GROUP),
                lifetime(values, clause, IKE_CLAUSE__LIFETIME, clause.getLifetime()).orElse(DEFAULT_IKE_LIFETIME),
                context.origins().of(clause, values.label()));
    }

    private static Optional<IkeVersion> version(String text) {
        return switch (text) {
            case "v1", "1" -> Optional.of(IkeVersion.IKEV1);
            case "v2", "2" -> Optional.of(IkeVersion.IKEV2);
            default -> Optional.empty();
        };
    }

    private static Optional<EncryptionAlgorithm> cipherOfIke(String text) {
        return EncryptionAlgorithm.ofKeyword(text).filter(cipher -> cipher != EncryptionAlgorithm.NONE);
    }

    /**
     * The transforms; that of the platform when the suite has none.
     *
     * @param hasHeader true when the suite has an Authentication Header, without which something else has to protect
     */
    List<EspTransform> transforms(List<EspClause> clauses, boolean hasHeader, ValueReader values, Origin header) {
        if (clauses.isEmpty()) {
            return List.of(new EspTransform(DEFAULT_CIPHER, Optional.of(DEFAULT_HASH), EncapsulationMode.TRANSPORT, header));
        }
        List<EspTransform> transforms = new ArrayList<>();
        for (EspClause clause : clauses) {
            EncryptionAlgorithm cipher = cipherOfEsp(clause, hasHeader, values);
            // A transform set of IOS is in tunnel mode unless it says otherwise; DMVPN wants transport mode, and so do we.
            transforms.add(new EspTransform(cipher,
                    integrity(values, clause, ESP_CLAUSE__INTEGRITY, clause.getIntegrity(), cipher),
                    "tunnel".equals(clause.getMode()) ? EncapsulationMode.TUNNEL : EncapsulationMode.TRANSPORT,
                    context.origins().of(clause, values.label())));
        }
        return transforms;
    }

    private EncryptionAlgorithm cipherOfEsp(EspClause clause, boolean hasHeader, ValueReader values) {
        EncryptionAlgorithm cipher = values.word(clause, ESP_CLAUSE__ENCRYPTION, clause.getEncryption(), CIPHERS_OF_ESP,
                EncryptionAlgorithm::ofKeyword).orElse(DEFAULT_CIPHER);
        if (cipher == EncryptionAlgorithm.NONE && !hasHeader) {
            context.report(TextRules.VALUE, "Without ESP nothing protects the packets: add an Authentication Header, such as "
                    + "ah sha256, or write a cipher (RFC 4302)", clause, ESP_CLAUSE__ENCRYPTION, values.label());
            return DEFAULT_CIPHER;
        }
        return cipher;
    }

    /** The hash of that name. */
    Optional<HashAlgorithm> hash(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.word(owner, feature, text, HASHES, HashAlgorithm::ofKeyword);
    }

    private Optional<HashAlgorithm> integrity(
            ValueReader values, EObject owner, EStructuralFeature feature, String text, EncryptionAlgorithm cipher) {
        Optional<HashAlgorithm> given = hash(values, owner, feature, text);
        if (cipher == EncryptionAlgorithm.NONE) {
            given.ifPresent(hash -> context.report(TextRules.VALUE, "Without ESP there is no integrity of ESP: remove integrity "
                    + hash.keyword() + ", ah says what the packets are authenticated with", owner, feature, values.label()));
            return Optional.empty();
        }
        if (cipher.isAead()) {
            given.ifPresent(hash -> context.report(TextRules.VALUE, cipher.keyword()
                    + " authenticates by itself: remove integrity " + hash.keyword() + " (RFC 5282)",
                    owner, feature, values.label()));
            return Optional.empty();
        }
        return given.or(() -> Optional.of(DEFAULT_HASH));
    }

    /** A Diffie-Hellman group. */
    static Optional<Integer> group(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.integer(owner, feature, text, 1, HIGHEST_GROUP);
    }

    /** A lifetime of a security association. */
    static Optional<Duration> lifetime(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.seconds(owner, feature, text, 60, LONGEST_LIFETIME_SECONDS).map(Duration::ofSeconds);
    }
}
