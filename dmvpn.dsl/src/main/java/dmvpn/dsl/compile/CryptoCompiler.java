package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.DeadPeerDetectionClause;
import dmvpn.dsl.model.EspClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.values.VolumeText;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles crypto suites. */
final class CryptoCompiler {

    /** Lifetime of an IPsec security association on IOS: one hour (Cisco IOS Security Command Reference). */
    private static final Duration DEFAULT_ESP_LIFETIME = Duration.ofHours(1);
    /** Retry interval of {@code crypto isakmp keepalive} when only the first number is given, in seconds. */
    private static final Duration DEFAULT_DPD_RETRY = Duration.ofSeconds(2);
    /** Range of {@code set security-association lifetime kilobytes} (Cisco IOS Security Command Reference). */
    private static final long LEAST_KILOBYTES = 2_560;
    private static final long MOST_KILOBYTES = 4_294_967_295L;
    /** Sizes that {@code set security-association replay window-size} takes (same reference). */
    private static final List<String> REPLAY_WINDOWS = List.of("64", "128", "256", "512", "1024");

    private final CompileContext context;
    private final ProposalCompiler proposals;
    private final AuthenticationCompiler authentication;

    CryptoCompiler(CompileContext context) {
        this.context = context;
        this.proposals = new ProposalCompiler(context);
        this.authentication = new AuthenticationCompiler(context);
    }

    CryptoPlan compile(CryptoDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        Origin header = context.origins().ofHeader(declaration, label);
        List<EspClause> esp = declaration.getEsp();
        var certificates = authentication.certificates(declaration, values);
        return new CryptoPlan(
                declaration.getName(),
                proposals.ike(declaration.getIke(), values, header),
                certificates,
                authentication.keys(declaration, certificates.isPresent(), values),
                proposals.transforms(esp, !declaration.getAh().isEmpty(), values, header),
                first(esp, EspClause::getLifetime, ESP_CLAUSE__LIFETIME, label)
                        .flatMap(clause -> ProposalCompiler.lifetime(values, clause, ESP_CLAUSE__LIFETIME, clause.getLifetime()))
                        .orElse(DEFAULT_ESP_LIFETIME),
                first(esp, EspClause::getPerfectForwardSecrecyGroup, ESP_CLAUSE__PERFECT_FORWARD_SECRECY_GROUP, label)
                        .flatMap(clause -> ProposalCompiler.group(values, clause, ESP_CLAUSE__PERFECT_FORWARD_SECRECY_GROUP,
                                clause.getPerfectForwardSecrecyGroup()))
                        .map(OptionalInt::of).orElse(OptionalInt.empty()),
                last(declaration.getDpd()).flatMap(clause -> deadPeerDetection(clause, values)),
                options(declaration, values, header),
                Optional.ofNullable(declaration.getResponderOnly())
                        .map(group -> "hubs".equals(group) ? DeviceRole.HUB : DeviceRole.SPOKE),
                header);
    }

    private static <T> Optional<T> last(List<T> clauses) {
        return clauses.isEmpty() ? Optional.empty() : Optional.of(clauses.getLast());
    }

    /** The clause that says something which an IPsec profile has once, whatever the number of its transforms. */
    private Optional<EspClause> first(
            List<EspClause> clauses, Function<EspClause, String> text, EStructuralFeature feature, String label) {
        List<EspClause> saying = clauses.stream().filter(clause -> text.apply(clause) != null).toList();
        saying.stream().skip(1).filter(clause -> !text.apply(clause).equals(text.apply(saying.getFirst()))).forEach(clause ->
                context.report(TextRules.SETTING_TWICE, "This holds for all transforms of a suite and is said above with another "
                        + "value: the first one counts", clause, feature, label));
        return saying.stream().findFirst();
    }

    private IpsecOptions options(CryptoDeclaration declaration, ValueReader values, Origin header) {
        boolean aggressive = declaration.getIke().stream().anyMatch(clause -> "aggressive".equals(clause.getExchange()));
        Optional<HashAlgorithm> header4302 = last(declaration.getAh()).flatMap(clause ->
                proposals.hash(values, clause, AH_CLAUSE__INTEGRITY, clause.getIntegrity()));
        return new IpsecOptions(
                aggressive,
                header4302,
                first(declaration.getEsp(), EspClause::getVolume, ESP_CLAUSE__VOLUME, values.label())
                        .flatMap(clause -> values.word(clause, ESP_CLAUSE__VOLUME, clause.getVolume(), VolumeText.EXPECTED
                                + ", from " + LEAST_KILOBYTES + "kB to 4095GB", CryptoCompiler::kilobytes))
                        .map(OptionalLong::of).orElse(OptionalLong.empty()),
                values.word(declaration, CRYPTO_DECLARATION__REPLAY_WINDOW, declaration.getReplayWindow(),
                        "a window in packets: expected one of " + String.join(", ", REPLAY_WINDOWS),
                        text -> REPLAY_WINDOWS.contains(text) ? Optional.of(Integer.valueOf(text)) : Optional.empty())
                        .map(OptionalInt::of).orElse(OptionalInt.empty()),
                values.seconds(declaration, CRYPTO_DECLARATION__NAT_KEEPALIVE, declaration.getNatKeepalive(), 5, 3600)
                        .map(OptionalInt::of).orElse(OptionalInt.empty()),
                false,
                header);
    }

    private static Optional<Long> kilobytes(String text) {
        return VolumeText.tryParseKilobytes(text)
                .filter(kilobytes -> kilobytes >= LEAST_KILOBYTES && kilobytes <= MOST_KILOBYTES);
    }

    private Optional<DeadPeerDetection> deadPeerDetection(DeadPeerDetectionClause clause, ValueReader values) {
        Duration retry = values.seconds(clause, DEAD_PEER_DETECTION_CLAUSE__RETRY, clause.getRetry(), 2, 60)
                .map(Duration::ofSeconds).orElse(DEFAULT_DPD_RETRY);
        return values.seconds(clause, DEAD_PEER_DETECTION_CLAUSE__INTERVAL, clause.getInterval(), 10, 3600)
                .map(seconds -> new DeadPeerDetection(Duration.ofSeconds(seconds), retry, !clause.isPeriodic(),
                        context.origins().of(clause, values.label())));
    }
}
