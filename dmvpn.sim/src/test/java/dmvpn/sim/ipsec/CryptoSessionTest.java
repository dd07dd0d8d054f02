package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.tunnel.CryptoSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sessions and sockets in the layout of Cisco IOS-XE 17. */
class CryptoSessionTest {

    private final CryptoLab lab = new CryptoLab();

    private LabRouter spoke;
    private LabRouter hub;

    private void routers(IpsecProfile profile) {
        spoke = lab.router("100.64.0.2", profile);
        hub = lab.router("100.64.0.1", profile);
    }

    private void connect(IpsecProfile profile) {
        routers(profile);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    @Test
    void detailsOfASessionThatIsUp() {
        connect(Profiles.usual());
        spoke.sendGre(hub);
        lab.runUntilMillis(10_040);

        assertThat(spoke.show("show crypto session detail")).isEqualTo("""
                Crypto session current status

                Code: C - IKE Configuration mode, D - Dead Peer Detection
                K - Keepalives, N - NAT-traversal, T - cTCP encapsulation
                X - IKE Extended Authentication, F - IKE Fragmentation
                R - IKE Auto Reconnect, U - IKE Dynamic Route Update
                S - SIP VPN

                Interface: Tunnel100
                Profile: P
                Uptime: 00:00:10
                Session status: UP-ACTIVE
                Peer: 100.64.0.1 port 500 fvrf: (none) ivrf: (none)
                      Phase1_id: 100.64.0.1
                      Desc: (none)
                  Session ID: 1
                  IKEv2 SA: local 100.64.0.2/500 remote 100.64.0.1/500 Active
                          Capabilities:(none) connid:1 lifetime:23:59:50
                  IPSEC FLOW: permit 47 host 100.64.0.2 host 100.64.0.1
                        Active SAs: 2, origin: crypto map
                        Inbound:  #pkts dec'ed 0 drop 0 life (KB/Sec) 4608000/3590
                        Outbound: #pkts enc'ed 1 drop 0 life (KB/Sec) 4607999/3590
                """.replace("Profile: P\n", "Profile: " + spoke.device().crypto().profiles().getFirst().name() + "\n"));
    }

    @Test
    void deadPeerDetectionIsACapability() {
        connect(Profiles.withDpd(30, 5, false));

        assertThat(spoke.show("show crypto session detail")).contains("Capabilities:D connid:1");
    }

    @Test
    void eachIkeSaWithThePeerIsListed() {
        routers(Profiles.usual());
        spoke.open(hub);
        hub.open(spoke);
        lab.runUntilMillis(1_000);

        String line = "  IKEv2 SA: local 100.64.0.2/500 remote 100.64.0.1/500 Active\n";
        assertThat(spoke.show("show crypto session")).contains("  Session ID: 1\n" + line + "  Session ID: 2\n" + line);
        String heading = "\n\nTunnel-id Local                 Remote                fvrf/ivrf            Status \n";
        assertThat(spoke.show("show crypto ikev2 sa")).contains(heading + "1         100.64.0.2", heading + "2         100.64.0.2");
    }

    @Test
    void bothPhasesOneOfIkev1AreListedWithoutANumber() {
        routers(Profiles.version1(Profiles.usual()));
        spoke.open(hub);
        hub.open(spoke);
        lab.runUntilMillis(1_000);

        String session = "  Session ID: 0\n  IKEv1 SA: local 100.64.0.2/500 remote 100.64.0.1/500 Active\n";
        assertThat(spoke.show("show crypto session")).contains(session + session);
        assertThat(spoke.show("show crypto session detail")).contains("connid:1001 lifetime:23:59:", "connid:1002 lifetime:23:59:")
                .doesNotContain("Profile:");
    }

    @Test
    void anAttemptIsInactiveAndHasNoUptime() {
        routers(Profiles.usual());
        spoke.open(hub);
        lab.runUntilMillis(5);

        assertThat(spoke.show("show crypto session detail")).doesNotContain("Uptime").contains("Session status: DOWN-NEGOTIATING",
                "Phase1_id: (none)", "Session ID: 0\n", "Inactive\n          Capabilities:(none) connid:0 lifetime:0\n",
                "life (KB/Sec) 0/0");
    }

    @Test
    void aPacketThatNoPairCarriesIsDroppedOnTheWayOut() {
        routers(Profiles.usual());
        spoke.open(hub);
        spoke.sendGre(hub);

        assertThat(spoke.show("show crypto session detail")).contains("Outbound: #pkts enc'ed 0 drop 1 ");
    }

    @Test
    void socketsAreOpenWhileTheyHaveSecurityAssociations() {
        routers(Profiles.usual());
        assertThat(spoke.show("show crypto sockets")).startsWith("Number of Crypto Socket connections 0\n");
        spoke.open(hub);
        assertThat(spoke.show("show crypto sockets")).contains("Socket State: Closed");
        lab.runUntilMillis(1_000);

        String profile = spoke.device().crypto().profiles().getFirst().name();
        assertThat(spoke.show("show crypto sockets")).isEqualTo("""
                Number of Crypto Socket connections 1

                   Tu100 Peers (local/remote): 100.64.0.2/100.64.0.1
                       Local Ident  (addr/mask/port/prot): (100.64.0.2/255.255.255.255/0/47)
                       Remote Ident (addr/mask/port/prot): (100.64.0.1/255.255.255.255/0/47)
                       IPSec Profile: "PROFILE"
                       Socket State: Open
                       Client: "TUNNEL SEC" (Client State: Active)
                Crypto Sockets in Listen state:
                Client: "TUNNEL SEC" Profile: "PROFILE" Map-name: "Tunnel100-head-0"
                """.replace("PROFILE", profile));
        assertThat(spoke.table("IPsec sockets")).containsExactly(List.of("Tunnel100", "100.64.0.2", "100.64.0.1", profile, "open",
                "2", "0", "0", "0", "0"));
    }

    @Test
    void aTunnelTellsOthersOfItsSessions() {
        connect(Profiles.usual());

        CryptoSession session = spoke.sockets().sessions().getFirst();
        String spi = String.format(Locale.ROOT, "%8X", Long.parseLong(spoke.ipsecSas().getFirst().get(1), 16));
        assertThat(session.isUp()).isTrue();
        assertThat(session.peerIdentity()).isEqualTo("100.64.0.1");
        assertThat(session.details()).isEqualTo("""
                Interface: Tunnel100
                  Session ID: 1
                  IKEv2 SA: local 100.64.0.2/500 remote 100.64.0.1/500 Active
                          Capabilities:(none) connid:1 lifetime:23:59:59
                  Crypto Session Status: UP-ACTIVE
                  fvrf: (none), Phase1_id: 100.64.0.1
                  IPSEC FLOW: permit 47 host 100.64.0.2 host 100.64.0.1
                        Active SAs: 2, origin: crypto map
                        Inbound:  #pkts dec'ed 0 drop 0 life (KB/Sec) 4608000/3599
                        Outbound: #pkts enc'ed 0 drop 0 life (KB/Sec) 4608000/3599
                   Outbound SPI : 0xSPI, transform : esp-256-aes esp-sha256-hmac
                    Socket State: Open
                """.replace("0xSPI", "0x" + spi));
    }
}
