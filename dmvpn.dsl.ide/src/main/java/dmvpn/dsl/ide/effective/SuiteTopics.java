package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.AhClause;
import dmvpn.dsl.model.CertificateClause;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.DeadPeerDetectionClause;
import dmvpn.dsl.model.EspClause;
import dmvpn.dsl.model.IkeClause;
import dmvpn.dsl.model.PreSharedKeyClause;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** What can be said of crypto suites: of each profile that a router makes of one, and of its proposals. */
final class SuiteTopics {

    /** A proposal of a profile. */
    private record Proposal(IpsecProfile profile, IkeProposal ike) {
    }

    /** A transform of a profile. */
    private record Transform(IpsecProfile profile, EspTransform esp) {
    }

    private SuiteTopics() {
    }

    static List<Topic<?, ?>> all() {
        return List.of(
                new Topic<>(CryptoDeclaration.class, suite(), SuiteTopics::profiles),
                new Topic<>(IkeClause.class, ike(), (model, clause) -> model.made(clause, device -> device.crypto().profiles()
                        .stream().flatMap(profile -> profile.ikeProposals().stream().map(each -> new Proposal(profile, each)))
                        .toList(), proposal -> proposal.ike().origin())),
                new Topic<>(EspClause.class, esp(), (model, clause) -> model.made(clause, device -> device.crypto().profiles()
                        .stream().flatMap(profile -> profile.transforms().stream().map(each -> new Transform(profile, each)))
                        .toList(), transform -> transform.esp().origin(),
                        (device, transform) -> new Reading<>(transform, Optional.of(device), esp(clause)))),
                inSuite(AhClause.class, authenticationHeader()),
                inSuite(DeadPeerDetectionClause.class, detection()),
                inSuite(PreSharedKeyClause.class, keys()),
                inSuite(CertificateClause.class, certificates()));
    }

    /** Lifetime, volume and group of a child exchange hold for the whole suite, whichever of its transforms says them. */
    private static List<EObject> esp(EspClause clause) {
        List<EObject> speakers = new ArrayList<>(List.of(clause));
        if (clause.eContainer() instanceof CryptoDeclaration suite) {
            suite.getEsp().stream().filter(other -> other != clause).forEach(speakers::add);
        }
        return speakers;
    }

    private static List<Reading<IpsecProfile>> profiles(CompiledModel model, CryptoDeclaration suite) {
        return model.made(suite, device -> device.crypto().profiles(), IpsecProfile::origin,
                (device, profile) -> reading(device, profile, suite, suite));
    }

    /** The whole suite may speak, the clause at hand first. */
    private static Reading<IpsecProfile> reading(Device device, IpsecProfile profile, EObject clause, CryptoDeclaration suite) {
        List<EObject> speakers = new ArrayList<>(List.of(clause, suite));
        speakers.addAll(suite.getDpd().reversed());
        speakers.addAll(suite.getAh().reversed());
        speakers.addAll(suite.getCertificates());
        speakers.addAll(suite.getPreSharedKeys());
        speakers.addAll(suite.getIke());
        speakers.addAll(suite.getEsp());
        return new Reading<>(profile, Optional.of(device), speakers);
    }

    private static <C extends EObject> Topic<C, IpsecProfile> inSuite(Class<C> kind, List<Setting<IpsecProfile>> settings) {
        return new Topic<>(kind, settings, (model, clause) -> clause.eContainer() instanceof CryptoDeclaration suite
                ? model.made(suite, device -> device.crypto().profiles(), IpsecProfile::origin,
                        (device, profile) -> reading(device, profile, clause, suite))
                : List.of());
    }

    private static List<Setting<IpsecProfile>> suite() {
        List<Setting<IpsecProfile>> settings = new ArrayList<>();
        settings.add(Setting.<IpsecProfile>of("ike", profile -> Shown.list(profile.ikeProposals().stream()
                .map(SuiteTopics::proposal).toList(), ""), IKE_CLAUSE__VERSION));
        settings.add(Setting.<IpsecProfile>of("esp", profile -> Shown.list(profile.transforms().stream()
                .map(SuiteTopics::transform).toList(), ""), ESP_CLAUSE__ENCRYPTION));
        settings.add(Setting.<IpsecProfile>of("lifetime", profile -> Shown.time(profile.lifetime()), ESP_CLAUSE__LIFETIME));
        settings.add(volume(Function.identity()));
        settings.add(forwardSecrecy("pfs", Function.identity()));
        settings.addAll(authenticationHeader());
        settings.addAll(detection());
        settings.addAll(keys());
        settings.addAll(certificates());
        settings.add(new Setting<>(List.of("replay-window"), List.of(CRYPTO_DECLARATION__REPLAY_WINDOW),
                SuiteTopics::replayWindow, Otherwise.PLATFORM));
        settings.add(Setting.<IpsecProfile>of("nat-keepalive",
                profile -> Shown.number(profile.options().natKeepaliveSeconds(), " s", "none"),
                CRYPTO_DECLARATION__NAT_KEEPALIVE).byLanguage());
        settings.add(Setting.<IpsecProfile>of("responder-only", profile -> Shown.yesNo(profile.options().responderOnly()),
                CRYPTO_DECLARATION__RESPONDER_ONLY).byLanguage());
        return settings;
    }

    private static Optional<String> replayWindow(Reading<IpsecProfile> reading) {
        boolean strongSwan = reading.device().filter(device -> device.platform().vendor() == Vendor.FRR).isPresent();
        return Optional.of(Shown.number(reading.record().options().replayWindowPackets(), " packets", (strongSwan
                ? IpsecOptions.STRONGSWAN_REPLAY_WINDOW_PACKETS : IpsecOptions.DEFAULT_REPLAY_WINDOW_PACKETS) + " packets"));
    }

    private static String proposal(IkeProposal ike) {
        return version(ike) + " " + ike.encryption().keyword() + ike.integrity().map(hash -> " " + hash.keyword()).orElse("")
                + " prf " + ike.pseudoRandomFunction().keyword() + " group " + ike.diffieHellmanGroup();
    }

    private static String transform(EspTransform esp) {
        return esp.encryption().keyword() + esp.integrity().map(hash -> " " + hash.keyword()).orElse("") + " mode " + mode(esp);
    }

    private static String version(IkeProposal ike) {
        return ike.version() == IkeVersion.IKEV1 ? "v1" : "v2";
    }

    private static String mode(EspTransform esp) {
        return esp.mode().name().toLowerCase(Locale.ROOT);
    }

    private static List<Setting<Proposal>> ike() {
        return List.of(
                Setting.<Proposal>of("ike", proposal -> version(proposal.ike()), IKE_CLAUSE__VERSION),
                Setting.<Proposal>optional("main aggressive", proposal -> proposal.ike().version() == IkeVersion.IKEV1
                        ? Optional.of(proposal.profile().options().aggressiveMode() ? "aggressive mode" : "main mode")
                        : Optional.empty(), IKE_CLAUSE__EXCHANGE),
                Setting.<Proposal>of("encryption", proposal -> proposal.ike().encryption().keyword(), IKE_CLAUSE__ENCRYPTION),
                Setting.<Proposal>of("integrity", proposal -> integrity(proposal.ike().integrity()), IKE_CLAUSE__INTEGRITY),
                Setting.<Proposal>of("prf", proposal -> proposal.ike().pseudoRandomFunction().keyword(),
                        IKE_CLAUSE__PSEUDO_RANDOM_FUNCTION).otherwise(Otherwise.by("that of integrity")),
                Setting.<Proposal>of("group", proposal -> Integer.toString(proposal.ike().diffieHellmanGroup()), IKE_CLAUSE__GROUP),
                Setting.<Proposal>of("lifetime", proposal -> Shown.time(proposal.ike().lifetime()), IKE_CLAUSE__LIFETIME));
    }

    private static String integrity(Optional<HashAlgorithm> hash) {
        return hash.map(HashAlgorithm::keyword).orElse("none, the cipher authenticates by itself");
    }

    private static List<Setting<Transform>> esp() {
        return List.of(
                Setting.<Transform>of("esp", transform -> transform.esp().encryption().keyword(), ESP_CLAUSE__ENCRYPTION),
                Setting.<Transform>of("integrity", transform -> transform.esp().isEsp()
                        ? integrity(transform.esp().integrity()) : "none, there is no ESP", ESP_CLAUSE__INTEGRITY),
                Setting.<Transform>of("mode transport tunnel", transform -> mode(transform.esp()), ESP_CLAUSE__MODE).byLanguage(),
                forwardSecrecy("pfs group", Transform::profile),
                Setting.<Transform>of("lifetime", transform -> Shown.time(transform.profile().lifetime()), ESP_CLAUSE__LIFETIME),
                volume(Transform::profile));
    }

    private static <R> Setting<R> forwardSecrecy(String keywords, Function<R, IpsecProfile> profile) {
        return Setting.<R>of(keywords, record -> Shown.number(profile.apply(record).perfectForwardSecrecyGroup(), "", "none"),
                ESP_CLAUSE__PERFECT_FORWARD_SECRECY_GROUP);
    }

    private static <R> Setting<R> volume(Function<R, IpsecProfile> profile) {
        return Setting.<R>of("volume", record -> Shown.number(profile.apply(record).options().lifetimeKilobytes(), " kB",
                "what the platform takes"), ESP_CLAUSE__VOLUME);
    }

    private static List<Setting<IpsecProfile>> authenticationHeader() {
        return List.of(Setting.<IpsecProfile>of("ah", profile -> Shown.text(
                profile.options().authenticationHeader().map(HashAlgorithm::keyword), "none"), AH_CLAUSE__INTEGRITY).byLanguage());
    }

    private static List<Setting<IpsecProfile>> detection() {
        return List.of(
                Setting.<IpsecProfile>of("dpd", profile -> Shown.text(profile.deadPeerDetection()
                        .map(DeadPeerDetection::interval).map(Shown::time), "none"),
                        DEAD_PEER_DETECTION_CLAUSE__INTERVAL).byLanguage(),
                Setting.<IpsecProfile>optional("retry", profile -> profile.deadPeerDetection()
                        .map(DeadPeerDetection::retry).map(Shown::time), DEAD_PEER_DETECTION_CLAUSE__RETRY),
                Setting.<IpsecProfile>optional("on-demand periodic", profile -> profile.deadPeerDetection()
                        .map(found -> found.onDemand() ? "on demand" : "periodic"),
                        DEAD_PEER_DETECTION_CLAUSE__ON_DEMAND, DEAD_PEER_DETECTION_CLAUSE__PERIODIC).byLanguage());
    }

    private static List<Setting<IpsecProfile>> keys() {
        return List.of(Setting.<IpsecProfile>optional("psk secret for",
                profile -> profile.authentication() instanceof PeerAuthentication.PreSharedKeys keys ? Optional.of(keys(keys))
                        : Optional.empty(), PRE_SHARED_KEY_CLAUSE__SECRET, PRE_SHARED_KEY_CLAUSE__VALUE).byLanguage());
    }

    private static String keys(PeerAuthentication.PreSharedKeys keys) {
        List<String> all = new ArrayList<>();
        keys.peers().forEach(peer -> all.add(Shown.secret(peer.secret()) + " for " + peer.peer()));
        keys.everybody().ifPresent(secret -> all.add(Shown.secret(secret) + " for everybody"));
        return Shown.list(all, "none");
    }

    private static List<Setting<IpsecProfile>> certificates() {
        return List.of(
                Setting.<IpsecProfile>optional("certificates", profile -> certificates(profile)
                        .map(PeerAuthentication.Certificates::trustpoint), CERTIFICATE_CLAUSE__TRUSTPOINT),
                Setting.<IpsecProfile>optional("signature", profile -> certificates(profile)
                        .map(found -> found.signature().keyword()), CERTIFICATE_CLAUSE__SIGNATURE).byLanguage());
    }

    private static Optional<PeerAuthentication.Certificates> certificates(IpsecProfile profile) {
        return profile.authentication() instanceof PeerAuthentication.Certificates found ? Optional.of(found) : Optional.empty();
    }
}
