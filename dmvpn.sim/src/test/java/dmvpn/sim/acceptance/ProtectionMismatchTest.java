package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.DeadPeerDetection;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What each fault of the protection looks like (observed on IOL in fault-injection labs; RFC 7296). */
class ProtectionMismatchTest {

    private static final String STATE_OF_HUB = "1 203\\.0\\.113\\.1 +10\\.0\\.0\\.1 +%s +\\S+ +S";

    private final ReferenceNetwork network = new ReferenceNetwork().duration(60);

    /** Another pre-shared key: IKE_AUTH is refused at each try, {@code show dmvpn} stays in state IKE. */
    @Test
    void anotherPreSharedKeyStaysInStateIke() {
        FinishedRun run = FinishedRun.of(withProfile("H1", profile -> copy(profile, profile.ike(),
                new Secret("other-psk", Optional.empty(), Origin.NONE), profile.esp(), profile.deadPeerDetection())));

        assertThat(run.times("S1", "IKEv2", "IKE SA negotiation failed"))
                .containsExactly("0.040", "1.040", "3.040", "7.040", "15.040", "31.040");
        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IKE"));
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("7.000");
        assertThat(run.count("H1", "IPsec", "socket is UP")).isZero();
    }

    /** A key for one peer is found by its address (RFC 2409 section 5.4): the other spokes have none. */
    @Test
    void aKeyForOnePeerLetsThatPeerIn() {
        FinishedRun run = FinishedRun.of(withProfile("H1", profile -> withKeys(profile, new PreSharedKeys(Optional.empty(),
                List.of(new PeerKey("S1", List.of(IpAddress.parse("198.51.100.11")), profile.wildcardKey().orElseThrow(),
                        Origin.NONE)), Origin.NONE))));

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("UP"));
        assertThat(run.show("S2", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IKE"));
    }

    /** Certificates of one authority prove themselves to each other, and to nobody with a key. */
    @Test
    void certificatesAndKeysDoNotMeet() {
        Certificates certificates = new Certificates("CA", SignatureAlgorithm.RSA, Origin.NONE);
        CompiledNetwork hubAndOneSpoke = change(withProfile("H1", profile -> withKeys(profile, certificates)), "S1",
                found -> withProfile(found, profile -> withKeys(profile, certificates)));
        FinishedRun run = FinishedRun.of(hubAndOneSpoke);

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("UP"));
        assertThat(run.show("S2", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IKE"));
    }

    /** Main mode and quick mode: the initiator's security associations are up after 80 ms; the cloud then works as with IKEv2. */
    @Test
    void aCloudWithIkeVersion1ComesUp() {
        CompiledNetwork compiled = network.build();
        for (String device : List.of("H1", "S1", "S2")) {
            compiled = change(compiled, device, found -> withProfile(found, profile -> copy(profile, new IkeProposal(
                    IkeVersion.IKEV1, EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256), HashAlgorithm.SHA256, 14,
                    profile.ike().lifetime(), Origin.NONE), profile.wildcardKey().orElseThrow(), profile.esp(),
                    profile.deadPeerDetection())));
        }
        FinishedRun run = FinishedRun.of(compiled);

        assertThat(run.times("S1", "IPsec", "socket is UP")).startsWith("0.080");
        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("UP"));
        assertThat(run.show("S1", "show crypto isakmp sa"))
                .contains("203.0.113.1     198.51.100.11   QM_IDLE           1001 ACTIVE");
    }

    private static IpsecProfile withKeys(IpsecProfile profile, PeerAuthentication authentication) {
        return new IpsecProfile(profile.name(), profile.ikeProposals(), authentication, profile.transforms(), profile.lifetime(),
                profile.perfectForwardSecrecyGroup(), profile.deadPeerDetection(), profile.frontDoorVrf(), profile.options(),
                profile.origin());
    }

    /** Another transform: the IKE SA is READY, no child SA, state IPSEC; each try asks again on the same IKE SA. */
    @Test
    void anotherTransformStaysInStateIpsec() {
        FinishedRun run = FinishedRun.of(withProfile("H1", profile -> copy(profile, profile.ike(),
                profile.wildcardKey().orElseThrow(), new EspTransform(EncryptionAlgorithm.AES_GCM_128, Optional.empty(),
                        EncapsulationMode.TRANSPORT, Origin.NONE), profile.deadPeerDetection())));

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IPSEC"));
        assertThat(run.show("S1", "show crypto ikev2 sa")).containsPattern("198\\.51\\.100\\.11/500.*READY");
        assertThat(run.times("S1", "IKEv2", "IKE SA up")).containsExactly("0.040");
        assertThat(run.times("S1", "IKEv2", "CREATE_CHILD_SA request sent"))
                .containsExactly("1.000", "3.000", "7.000", "15.000", "31.000");
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("7.000");
    }

    /** Another IKE proposal: refused in the first exchange. */
    @Test
    void anotherIkeProposalStaysInStateIke() {
        FinishedRun run = FinishedRun.of(withProfile("H1", profile -> copy(profile,
                new IkeProposal(profile.ike().version(), profile.ike().encryption(), profile.ike().integrity(),
                        profile.ike().pseudoRandomFunction(), 14, profile.ike().lifetime(), Origin.NONE),
                profile.wildcardKey().orElseThrow(), profile.esp(), profile.deadPeerDetection())));

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IKE"));
        assertThat(run.times("S1", "IKEv2", "IKE SA negotiation failed")).startsWith("0.020", "1.020");
    }

    /** A hub without protection does not hear IKE. */
    @Test
    void aHubWithoutProtectionLeavesTheSpokeInStateIke() {
        FinishedRun run = FinishedRun.of(change("H1", ProtectionMismatchTest::withoutProtection));

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("IKE"));
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("7.000");
        assertThat(run.count("S1", "NHRP", "Registration Request sent")).as("nothing goes out in clear").isZero();
    }

    /** A spoke without protection: its registrations reach the hub in clear and are dropped there. */
    @Test
    void aSpokeWithoutProtectionIsReportedByTheHub() {
        FinishedRun run = FinishedRun.of(change("S1", ProtectionMismatchTest::withoutProtection));

        assertThat(run.show("S1", "show dmvpn")).containsPattern(STATE_OF_HUB.formatted("NHRP"));
        assertThat(run.count("H1", "IPsec", "%CRYPTO-4-RECVD_PKT_NOT_IPSEC")).isPositive();
        assertThat(run.times("S2", "NHRP", "NHS up")).as("the other spoke").containsExactly("1.020");
    }

    /** Tunnel mode at one end puts both in tunnel mode, and traffic flows (observed on IOSv 15.9). */
    @Test
    @Shows("RFC7296/1.3.1-transport")
    void tunnelModeAtOneEndWorks() {
        FinishedRun run = FinishedRun.of(withProfile("H1", profile -> copy(profile, profile.ike(),
                profile.wildcardKey().orElseThrow(), new EspTransform(profile.esp().encryption(), profile.esp().integrity(),
                        EncapsulationMode.TUNNEL, Origin.NONE), profile.deadPeerDetection())));

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("S1", "show crypto ipsec sa")).contains("in use settings ={Tunnel, }");
    }

    /**
     * On-demand detection, path cut at 200: S1 asks with its first packet after 30 s of silence (230.000) and is back on
     * the hub path at 255; S2 has something to send only with the echo of 255, and gives up at 280.02.
     */
    @Test
    void onDemandDetectionFindsTheTwoDirectionsOneAfterTheOther() {
        ReferenceNetwork direct = new ReferenceNetwork().withoutSummary().duration(320).failPath(200, "S1", "S2");
        CompiledNetwork cut = direct.ping(100, direct.spokeHost(1), direct.spokeHost(2)).build();
        UnaryOperator<Device> onDemand = device -> withProfile(device, profile -> copy(profile, profile.ike(),
                profile.wildcardKey().orElseThrow(), profile.esp(), Optional.of(
                        new DeadPeerDetection(Duration.ofSeconds(30), Duration.ofSeconds(5), true, Origin.NONE))));

        FinishedRun run = FinishedRun.of(change(change(cut, "S1", onDemand), "S2", onDemand));

        assertThat(run.times("S1", "IKEv2", "DPD: peer is dead")).containsExactly("255.000");
        assertThat(run.times("S2", "IKEv2", "DPD: peer is dead")).containsExactly("280.020");
        assertThat(run.lostAtSeconds().stream().filter(second -> second < 320))
                .containsExactlyElementsOf(LongStream.rangeClosed(200, 280).boxed().toList());
    }

    private CompiledNetwork withProfile(String device, UnaryOperator<IpsecProfile> change) {
        return change(device, found -> withProfile(found, change));
    }

    private CompiledNetwork change(String device, UnaryOperator<Device> change) {
        return change(network.build(), device, change);
    }

    private static CompiledNetwork change(CompiledNetwork original, String device, UnaryOperator<Device> change) {
        List<Device> devices = original.devices().stream()
                .map(candidate -> candidate.name().equals(device) ? change.apply(candidate) : candidate).toList();
        return new CompiledNetwork(original.name(), original.transports(), original.clouds(), devices,
                original.hosts(), original.scenarios(), original.origin());
    }

    private static Device withProfile(Device device, UnaryOperator<IpsecProfile> change) {
        return copy(device, device.tunnels(),
                new CryptoConfiguration(device.crypto().profiles().stream().map(change).toList(), Origin.NONE));
    }

    private static Device withoutProtection(Device device) {
        List<TunnelInterface> tunnels = device.tunnels().stream()
                .map(tunnel -> copy(tunnel, Optional.empty())).toList();
        return copy(device, tunnels, CryptoConfiguration.NONE);
    }

    private static Device copy(Device device, List<TunnelInterface> tunnels, CryptoConfiguration crypto) {
        return new Device(device.name(), device.reference(), device.role(), device.platform(), device.vrfs(),
                device.interfaces(), tunnels, crypto, device.routing(), device.raw(), device.origin());
    }

    private static TunnelInterface copy(TunnelInterface tunnel, Optional<TunnelProtection> protection) {
        return new TunnelInterface(tunnel.name(), tunnel.cloud(), tunnel.address(), tunnel.vrf(),
                tunnel.sourceInterface(), tunnel.frontDoorVrf(), tunnel.mode(), tunnel.key(), tunnel.ipMtuBytes(),
                tunnel.tcpMssBytes(), tunnel.bandwidthKbps(), tunnel.delayMicros(), tunnel.nhrp(), protection,
                tunnel.origin());
    }

    private static IpsecProfile copy(IpsecProfile profile, IkeProposal ike, Secret secret, EspTransform esp,
            Optional<DeadPeerDetection> dpd) {
        return new IpsecProfile(profile.name(), ike, secret, esp, profile.lifetime(),
                profile.perfectForwardSecrecyGroup(), dpd, profile.frontDoorVrf(), profile.origin());
    }
}
