package dmvpn.sim.ipsec;

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
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Profiles that differ from a usual one in one thing. */
public final class Profiles {

    /** AES-CBC-256, SHA-256, group 14, one day. */
    public static final IkeProposal IKE = new IkeProposal(IkeVersion.IKEV2, EncryptionAlgorithm.AES_CBC_256,
            Optional.of(HashAlgorithm.SHA256), HashAlgorithm.SHA256, 14, Duration.ofSeconds(86_400), Origin.NONE);

    /** AES-CBC-256, SHA-256, transport mode. */
    public static final EspTransform ESP = new EspTransform(EncryptionAlgorithm.AES_CBC_256,
            Optional.of(HashAlgorithm.SHA256), EncapsulationMode.TRANSPORT, Origin.NONE);

    private Profiles() {
    }

    /** AES-CBC-256, SHA-256, group 14, transport mode, no DPD, no PFS, the default lifetimes. */
    static IpsecProfile usual() {
        return of(IKE, "wan-psk", ESP);
    }

    /** The usual lifetimes, without DPD and PFS. */
    public static IpsecProfile of(IkeProposal ike, String secret, EspTransform esp) {
        return new IpsecProfile("protect", ike, new Secret(secret, Optional.empty(), Origin.NONE), esp, Duration.ofSeconds(3_600),
                OptionalInt.empty(), Optional.empty(), Optional.empty(), Origin.NONE);
    }

    static IpsecProfile withIke(IkeProposal ike) {
        return of(ike, "wan-psk", ESP);
    }

    static IpsecProfile withSecret(String secret) {
        return of(IKE, secret, ESP);
    }

    static IpsecProfile withEsp(EspTransform esp) {
        return of(IKE, "wan-psk", esp);
    }

    /** Certificates of an authority instead of a key. */
    public static IpsecProfile withCertificates(String authority, SignatureAlgorithm algorithm) {
        return withAuthentication(new Certificates(authority, algorithm, Origin.NONE));
    }

    static IpsecProfile withAuthentication(PeerAuthentication authentication) {
        IpsecProfile usual = usual();
        return new IpsecProfile(usual.name(), usual.ikeProposals(), authentication, usual.transforms(), usual.lifetime(),
                usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), usual.frontDoorVrf(), usual.options(),
                usual.origin());
    }

    /** Several proposals and transforms, the preferred ones first. */
    static IpsecProfile offering(List<IkeProposal> proposals, List<EspTransform> transforms) {
        IpsecProfile usual = usual();
        return new IpsecProfile(usual.name(), proposals, usual.authentication(), transforms, usual.lifetime(),
                usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), usual.frontDoorVrf(), usual.options(),
                usual.origin());
    }

    /** The same with IKEv1. */
    public static IpsecProfile version1(IpsecProfile profile) {
        return new IpsecProfile(profile.name(), profile.ikeProposals().stream().map(proposal -> new IkeProposal(IkeVersion.IKEV1,
                proposal.encryption(), proposal.integrity(), proposal.pseudoRandomFunction(), proposal.diffieHellmanGroup(),
                proposal.lifetime(), proposal.origin())).toList(), profile.authentication(), profile.transforms(),
                profile.lifetime(), profile.perfectForwardSecrecyGroup(), profile.deadPeerDetection(), profile.frontDoorVrf(),
                profile.options(), profile.origin());
    }

    /** The same with aggressive mode. */
    public static IpsecProfile aggressive(IpsecProfile profile) {
        return withOptions(profile, new IpsecOptions(true, Optional.empty(), OptionalLong.empty(), OptionalInt.empty(),
                OptionalInt.empty(), false, Origin.NONE));
    }

    /** The usual profile with further options. */
    public static IpsecProfile withOptions(IpsecProfile profile, IpsecOptions options) {
        return new IpsecProfile(profile.name(), profile.ikeProposals(), profile.authentication(), profile.transforms(),
                profile.lifetime(), profile.perfectForwardSecrecyGroup(), profile.deadPeerDetection(), profile.frontDoorVrf(),
                options, profile.origin());
    }

    static IpsecProfile inTunnelMode() {
        return withEsp(new EspTransform(ESP.encryption(), ESP.integrity(), EncapsulationMode.TUNNEL, Origin.NONE));
    }

    static IpsecProfile withDpd(int intervalSeconds, int retrySeconds, boolean onDemand) {
        return withDpd(usual(), intervalSeconds, retrySeconds, onDemand);
    }

    static IpsecProfile withDpd(IpsecProfile profile, int intervalSeconds, int retrySeconds, boolean onDemand) {
        return new IpsecProfile(profile.name(), profile.ike(), profile.wildcardKey().orElseThrow(), profile.esp(),
                profile.lifetime(), profile.perfectForwardSecrecyGroup(), Optional.of(new DeadPeerDetection(
                        Duration.ofSeconds(intervalSeconds), Duration.ofSeconds(retrySeconds), onDemand, Origin.NONE)),
                profile.frontDoorVrf(), profile.origin());
    }

    static IpsecProfile inFrontDoorVrf(String vrf) {
        IpsecProfile usual = usual();
        return new IpsecProfile(usual.name(), usual.ike(), usual.wildcardKey().orElseThrow(), usual.esp(), usual.lifetime(),
                usual.perfectForwardSecrecyGroup(), usual.deadPeerDetection(), Optional.of(vrf), usual.origin());
    }

    static IpsecProfile withLifetimes(int ikeSeconds, int ipsecSeconds, OptionalInt pfsGroup) {
        IpsecProfile usual = usual();
        IkeProposal ike = new IkeProposal(IKE.version(), IKE.encryption(), IKE.integrity(),
                IKE.pseudoRandomFunction(), IKE.diffieHellmanGroup(), Duration.ofSeconds(ikeSeconds), Origin.NONE);
        return new IpsecProfile(usual.name(), ike, usual.wildcardKey().orElseThrow(), usual.esp(), Duration.ofSeconds(ipsecSeconds),
                pfsGroup, usual.deadPeerDetection(), usual.frontDoorVrf(), usual.origin());
    }
}
