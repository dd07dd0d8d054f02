package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.DeadPeerDetectionClause;
import dmvpn.dsl.model.EspClause;
import dmvpn.dsl.model.IkeClause;
import dmvpn.dsl.model.PreSharedKeyClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles crypto suites. */
final class CryptoCompiler {

    private static final String CIPHERS = "a cipher: expected one of " + Arrays.stream(EncryptionAlgorithm.values())
            .map(EncryptionAlgorithm::keyword).collect(Collectors.joining(", "));
    private static final String HASHES = "a hash: expected one of " + Arrays.stream(HashAlgorithm.values())
            .map(HashAlgorithm::keyword).collect(Collectors.joining(", "));

    /** Lifetime of an IKE security association on IOS: one day (Cisco IOS security command reference, lifetime). */
    private static final Duration DEFAULT_IKE_LIFETIME = Duration.ofHours(24);
    /** Lifetime of an IPsec security association on IOS: one hour (same reference, set security-association lifetime). */
    private static final Duration DEFAULT_ESP_LIFETIME = Duration.ofHours(1);
    /** Longest lifetime that IOS accepts for either, in seconds. */
    private static final int LONGEST_LIFETIME_SECONDS = 2_592_000;
    /** Cipher of a suite that names none: in the default proposal and transform of IOS-XE's smart defaults. */
    private static final EncryptionAlgorithm DEFAULT_CIPHER = EncryptionAlgorithm.AES_CBC_256;
    private static final HashAlgorithm DEFAULT_HASH = HashAlgorithm.SHA256;
    /** 256-bit random ECP group (RFC 5903), in the default proposal of current IOS-XE. */
    private static final int DEFAULT_GROUP = 19;
    private static final int HIGHEST_GROUP = 31;
    /** Retry interval of {@code crypto isakmp keepalive} when only the first number is given, in seconds. */
    private static final Duration DEFAULT_DPD_RETRY = Duration.ofSeconds(2);

    private final CompileContext context;

    CryptoCompiler(CompileContext context) {
        this.context = context;
    }

    CryptoPlan compile(CryptoDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        Origin header = context.origins().ofHeader(declaration, label);
        Optional<EspClause> esp = last(declaration.getEsp());
        return new CryptoPlan(
                declaration.getName(),
                ike(last(declaration.getIke()), values, header),
                preSharedKey(declaration, label, header),
                transform(esp, values, header),
                esp.flatMap(clause -> lifetime(values, clause, ESP_CLAUSE__LIFETIME, clause.getLifetime()))
                        .orElse(DEFAULT_ESP_LIFETIME),
                esp.flatMap(clause -> group(values, clause, ESP_CLAUSE__PERFECT_FORWARD_SECRECY_GROUP,
                        clause.getPerfectForwardSecrecyGroup())).map(OptionalInt::of).orElse(OptionalInt.empty()),
                last(declaration.getDpd()).flatMap(clause -> deadPeerDetection(clause, values)),
                header);
    }

    private static <T> Optional<T> last(java.util.List<T> clauses) {
        return clauses.isEmpty() ? Optional.empty() : Optional.of(clauses.getLast());
    }

    private IkeProposal ike(Optional<IkeClause> given, ValueReader values, Origin header) {
        if (given.isEmpty()) {
            return new IkeProposal(IkeVersion.IKEV2, DEFAULT_CIPHER, Optional.of(DEFAULT_HASH), DEFAULT_HASH,
                    DEFAULT_GROUP, DEFAULT_IKE_LIFETIME, header);
        }
        IkeClause clause = given.get();
        EncryptionAlgorithm cipher =
                cipher(values, clause, IKE_CLAUSE__ENCRYPTION, clause.getEncryption()).orElse(DEFAULT_CIPHER);
        Optional<HashAlgorithm> integrity = integrity(values, clause, IKE_CLAUSE__INTEGRITY, clause.getIntegrity(), cipher);
        Optional<IkeVersion> version = values.word(clause, IKE_CLAUSE__VERSION, clause.getVersion(),
                "a version of IKE: expected v1 or v2", CryptoCompiler::version);
        if (version.filter(IkeVersion.IKEV1::equals).isPresent()) {
            context.report(TextRules.NOT_SIMULATED, "IKEv1 is exported but not simulated yet: "
                    + "in a run the tunnels of this suite do not come up", clause, IKE_CLAUSE__VERSION, values.label());
        }
        HashAlgorithm pseudoRandomFunction =
                hash(values, clause, IKE_CLAUSE__PSEUDO_RANDOM_FUNCTION, clause.getPseudoRandomFunction())
                        .or(() -> integrity).orElse(DEFAULT_HASH);
        return new IkeProposal(
                version.orElse(IkeVersion.IKEV2),
                cipher, integrity, pseudoRandomFunction,
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

    private EspTransform transform(Optional<EspClause> given, ValueReader values, Origin header) {
        if (given.isEmpty()) {
            return new EspTransform(DEFAULT_CIPHER, Optional.of(DEFAULT_HASH), EncapsulationMode.TRANSPORT, header);
        }
        EspClause clause = given.get();
        EncryptionAlgorithm cipher =
                cipher(values, clause, ESP_CLAUSE__ENCRYPTION, clause.getEncryption()).orElse(DEFAULT_CIPHER);
        // A transform set of IOS is in tunnel mode unless it says otherwise; DMVPN wants transport mode, and so do we.
        return new EspTransform(cipher,
                integrity(values, clause, ESP_CLAUSE__INTEGRITY, clause.getIntegrity(), cipher),
                "tunnel".equals(clause.getMode()) ? EncapsulationMode.TUNNEL : EncapsulationMode.TRANSPORT,
                context.origins().of(clause, values.label()));
    }

    private Optional<EncryptionAlgorithm> cipher(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.word(owner, feature, text, CIPHERS, EncryptionAlgorithm::ofKeyword);
    }

    private Optional<HashAlgorithm> hash(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.word(owner, feature, text, HASHES, HashAlgorithm::ofKeyword);
    }

    private Optional<HashAlgorithm> integrity(
            ValueReader values, EObject owner, EStructuralFeature feature, String text, EncryptionAlgorithm cipher) {
        Optional<HashAlgorithm> given = hash(values, owner, feature, text);
        if (cipher.isAead()) {
            given.ifPresent(hash -> context.report(TextRules.VALUE, cipher.keyword()
                    + " authenticates by itself: remove integrity " + hash.keyword() + " (RFC 5282)",
                    owner, feature, values.label()));
            return Optional.empty();
        }
        return given.or(() -> Optional.of(DEFAULT_HASH));
    }

    private static Optional<Integer> group(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.integer(owner, feature, text, 1, HIGHEST_GROUP);
    }

    private static Optional<Duration> lifetime(ValueReader values, EObject owner, EStructuralFeature feature, String text) {
        return values.seconds(owner, feature, text, 60, LONGEST_LIFETIME_SECONDS).map(Duration::ofSeconds);
    }

    private Optional<DeadPeerDetection> deadPeerDetection(DeadPeerDetectionClause clause, ValueReader values) {
        Duration retry = values.seconds(clause, DEAD_PEER_DETECTION_CLAUSE__RETRY, clause.getRetry(), 2, 60)
                .map(Duration::ofSeconds).orElse(DEFAULT_DPD_RETRY);
        return values.seconds(clause, DEAD_PEER_DETECTION_CLAUSE__INTERVAL, clause.getInterval(), 10, 3600)
                .map(seconds -> new DeadPeerDetection(Duration.ofSeconds(seconds), retry, !clause.isPeriodic(),
                        context.origins().of(clause, values.label())));
    }

    private Secret preSharedKey(CryptoDeclaration declaration, String label, Origin header) {
        Optional<PreSharedKeyClause> clause = last(declaration.getPreSharedKeys());
        if (clause.isEmpty()) {
            context.report(TextRules.MISSING_SETTING, "crypto " + declaration.getName()
                    + " has no key that routers know each other by: write psk secret \"name\"", declaration,
                    NAMED_ELEMENT__NAME, label);
            return new Secret(declaration.getName(), Optional.empty(), header);
        }
        Origin origin = context.origins().of(clause.get(), label);
        if (clause.get().getValue() != null) {
            context.report(TextRules.INLINE_SECRET, "The key of crypto " + declaration.getName()
                    + " is written in the model: name it with psk secret \"name\" and keep its value elsewhere",
                    clause.get(), PRE_SHARED_KEY_CLAUSE__VALUE, label);
            CommandLineText.problem(clause.get().getValue()).ifPresent(problem -> context.report(TextRules.VALUE,
                    "A pre-shared key " + problem, clause.get(), PRE_SHARED_KEY_CLAUSE__VALUE, label));
            return new Secret(declaration.getName(), Optional.of(clause.get().getValue()), origin);
        }
        String name = clause.get().getSecret();
        return new Secret(name == null ? declaration.getName() : name, Optional.empty(), origin);
    }
}
