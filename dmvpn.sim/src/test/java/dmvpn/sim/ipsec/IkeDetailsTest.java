package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.SignatureAlgorithm;
import org.junit.jupiter.api.Test;

/** The detailed tables of IKE in the layout of Cisco IOS-XE 17. */
class IkeDetailsTest {

    private final CryptoLab lab = new CryptoLab();

    private LabRouter spoke;

    private LabRouter connect(IpsecProfile profile) {
        spoke = lab.router("100.64.0.2", profile);
        LabRouter hub = lab.router("100.64.0.1", profile);
        spoke.open(hub);
        lab.runUntilMillis(10_040);
        return hub;
    }

    @Test
    void detailsOfAnIkeSaThatIsReady() {
        connect(Profiles.usual());

        String brief = spoke.show("show crypto ikev2 sa");
        String details = """
                      Status Description: Negotiation done
                      Local id: 100.64.0.2
                      Remote id: 100.64.0.1
                      Local req msg id:  2              Remote req msg id:  0
                      Local next msg id: 2              Remote next msg id: 0
                      Local req queued:  2              Remote req queued:  0
                      Local window:      1              Remote window:      1
                      DPD configured for 0 seconds, retry 0
                      Fragmentation not  configured.
                      Dynamic Route Update: disabled
                      Extended Authentication not configured.
                      NAT-T is not detected
                      Cisco Trust Security SGT is disabled
                      Initiator of SA : Yes
                """;
        assertThat(spoke.show("show crypto ikev2 sa detailed"))
                .isEqualTo(brief.replace("\n\n IPv6", "\n" + details + "\n IPv6"));
    }

    @Test
    void theResponderCountsThePeersRequests() {
        LabRouter hub = connect(Profiles.withDpd(30, 5, false));

        assertThat(hub.show("show crypto ikev2 sa detailed")).contains("Local req msg id:  0              Remote req msg id:  2",
                "DPD configured for 30 seconds, retry 5", "Initiator of SA : No");
    }

    @Test
    void withCertificatesTheIdentityIsTheSubject() {
        connect(Profiles.withCertificates("CA", SignatureAlgorithm.RSA));

        assertThat(spoke.show("show crypto ikev2 sa detailed")).containsPattern("Local id: .*r0").containsPattern("Remote id: .*r1");
    }

    @Test
    void detailsOfAnIsakmpSa() {
        connect(Profiles.version1(Profiles.withDpd(30, 5, false)));

        assertThat(spoke.show("show crypto isakmp sa detail")).isEqualTo("""
                Codes: C - IKE configuration mode, D - Dead Peer Detection
                       K - Keepalives, N - NAT-traversal
                       T - cTCP encapsulation, X - IKE Extended Authentication
                       psk - Preshared key, rsig - RSA signature
                       renc - RSA encryption
                IPv4 Crypto ISAKMP SA

                C-id  Local           Remote          I-VRF  Status Encr Hash   Auth DH Lifetime Cap.

                1001  100.64.0.2      100.64.0.1             ACTIVE aes  sha256 psk  14 23:59:50 D
                       Engine-id:Conn-id =  SW:1

                IPv6 Crypto ISAKMP SA

                """);
    }

    @Test
    void anAttemptOfIkev1HasNoAlgorithmsYet() {
        IpsecProfile profile = Profiles.version1(Profiles.usual());
        spoke = lab.router("100.64.0.2", profile);
        spoke.open(lab.router("100.64.0.1", profile));
        lab.runUntilMillis(5);

        assertThat(spoke.show("show crypto isakmp sa detail"))
                .contains("1001  100.64.0.2      100.64.0.1             ACTIVE                   0 0\n");
    }
}
