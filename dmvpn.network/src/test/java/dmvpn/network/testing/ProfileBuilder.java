package dmvpn.network.testing;

import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The IPsec profile of a {@link DeviceBuilder}: IKEv2 with AES-GCM and a pre-shared key. */
public final class ProfileBuilder {

    private IkeVersion version = IkeVersion.IKEV2;
    private EncryptionAlgorithm ikeEncryption = EncryptionAlgorithm.AES_GCM_256;
    private Optional<HashAlgorithm> ikeIntegrity = Optional.empty();
    private int group = 20;
    private Duration ikeLifetime = Duration.ofHours(24);
    private EspTransform esp =
            new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE);
    private OptionalInt pfsGroup = OptionalInt.empty();
    private Optional<DeadPeerDetection> deadPeerDetection =
            Optional.of(new DeadPeerDetection(Duration.ofSeconds(30), Duration.ofSeconds(5), true, Origin.NONE));
    private final List<IkeProposal> furtherProposals = new ArrayList<>();
    private final List<EspTransform> furtherTransforms = new ArrayList<>();
    private Optional<PeerAuthentication> authentication = Optional.empty();
    private IpsecOptions options = IpsecOptions.DEFAULT;
    private Secret secret = new Secret("wan-psk", Optional.empty(), Origin.NONE);

    /** Key exchange protocol. */
    public ProfileBuilder version(IkeVersion newVersion) {
        version = newVersion;
        return this;
    }

    /** Encryption and integrity of IKE; integrity null for AEAD. */
    public ProfileBuilder ike(EncryptionAlgorithm encryption, HashAlgorithm integrity) {
        ikeEncryption = encryption;
        ikeIntegrity = Optional.ofNullable(integrity);
        return this;
    }

    /** Diffie-Hellman group of IKE. */
    public ProfileBuilder group(int number) {
        group = number;
        return this;
    }

    /** Lifetime of the IKE security association. */
    public ProfileBuilder ikeLifetime(Duration lifetime) {
        ikeLifetime = lifetime;
        return this;
    }

    /** Transform of ESP; integrity null for AEAD. */
    public ProfileBuilder esp(EncryptionAlgorithm encryption, HashAlgorithm integrity, EncapsulationMode mode) {
        esp = new EspTransform(encryption, Optional.ofNullable(integrity), mode, Origin.NONE);
        return this;
    }

    /** Group of perfect forward secrecy. */
    public ProfileBuilder pfs(int number) {
        pfsGroup = OptionalInt.of(number);
        return this;
    }

    /** Dead peer detection in seconds. */
    public ProfileBuilder dpd(int interval, int retry) {
        deadPeerDetection =
                Optional.of(new DeadPeerDetection(Duration.ofSeconds(interval), Duration.ofSeconds(retry), true, Origin.NONE));
        return this;
    }

    /** No dead peer detection. */
    public ProfileBuilder noDpd() {
        deadPeerDetection = Optional.empty();
        return this;
    }

    /** One more proposal, less preferred than those before. */
    public ProfileBuilder addIke(IkeProposal proposal) {
        furtherProposals.add(proposal);
        return this;
    }

    /** One more transform, less preferred than those before. */
    public ProfileBuilder addEsp(EspTransform transform) {
        furtherTransforms.add(transform);
        return this;
    }

    /** How the ends know each other, in place of a pre-shared key for everybody. */
    public ProfileBuilder authentication(PeerAuthentication newAuthentication) {
        authentication = Optional.of(newAuthentication);
        return this;
    }

    /** What is said beyond algorithms and keys. */
    public ProfileBuilder options(IpsecOptions newOptions) {
        options = newOptions;
        return this;
    }

    /** Pre-shared key. */
    public ProfileBuilder secret(Secret newSecret) {
        secret = newSecret;
        return this;
    }

    IpsecProfile build(Optional<String> frontDoorVrf, Origin origin) {
        IkeProposal ike = new IkeProposal(version, ikeEncryption, ikeIntegrity, HashAlgorithm.SHA384, group, ikeLifetime,
                origin);
        List<IkeProposal> proposals = new ArrayList<>(List.of(ike));
        proposals.addAll(furtherProposals);
        List<EspTransform> transforms = new ArrayList<>(List.of(esp));
        transforms.addAll(furtherTransforms);
        return new IpsecProfile("Suite", proposals, authentication.orElse(PreSharedKeys.forEverybody(secret)), transforms,
                Duration.ofHours(1), pfsGroup, deadPeerDetection, frontDoorVrf, options, origin);
    }
}
