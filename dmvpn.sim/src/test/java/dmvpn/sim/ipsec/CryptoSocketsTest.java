package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.testing.FakeTunnelPort;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The coupling of NHRP and IPsec: sockets as {@code show crypto socket} on Cisco IOS has them. */
class CryptoSocketsTest {

    private final CryptoLab lab = new CryptoLab();
    private final LabRouter spoke = lab.router("198.51.100.11", Profiles.usual());
    private final LabRouter hub = lab.router("203.0.113.1", Profiles.usual());

    private void connect() {
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    @Test
    void aSocketIsOpeningFromTheRequestToTheSecurityAssociations() {
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.NONE);
        spoke.open(hub);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        lab.runUntilMillis(39);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        lab.runUntilMillis(40);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.UP);
    }

    /** While the peer's attempt is under way there is no reason for a second one. */
    @Test
    void askingDuringThePeersAttemptStartsNoOther() {
        spoke.open(hub);
        lab.runUntilMillis(25);
        hub.open(spoke);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages()).hasSize(4);
        assertThat(hub.stateTo(spoke)).isEqualTo(SocketState.UP);
    }

    /** RFC 7296 section 1.4.1: the delete of the IKE SA takes the child SAs along, at the peer too. */
    @Test
    void closingASocketDeletesEverythingAtBothEnds() {
        connect();

        spoke.close(hub);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.NONE);
        lab.runUntilMillis(2_000);

        assertThat(hub.socketChanges()).containsExactly("30 up 198.51.100.11",
                "1010 down 198.51.100.11 deleted by the peer");
        assertThat(spoke.socketChanges()).as("who closes knows").containsExactly("40 up 203.0.113.1");
        assertThat(hub.ikeSas()).isEmpty();
        assertThat(hub.ipsecSas()).isEmpty();
        assertThat(spoke.ipsecSas()).isEmpty();
        IkePacket delete = lab.ikeMessages().get(4);
        assertThat(delete.exchange()).isEqualTo(IkeExchange.INFORMATIONAL);
        assertThat(delete.payload(IkePayload.Delete.class)).contains(IkePayload.Delete.IKE_SA);
    }

    @Test
    void aSocketOpensAgainAfterItWasClosed() {
        connect();
        spoke.close(hub);
        lab.runUntilMillis(2_000);

        spoke.open(hub);
        lab.runUntilMillis(3_000);

        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.UP);
        assertThat(hub.ipsecSas()).hasSize(1);
    }

    @Test
    void closingDuringTheAttemptGivesItUp() {
        spoke.open(hub);
        lab.runUntilMillis(15);
        spoke.close(hub);
        lab.runUntil(Duration.ofMinutes(2));

        assertThat(spoke.ikeSas()).isEmpty();
        assertThat(hub.ikeSas()).isEmpty();
        assertThat(spoke.socketChanges()).isEmpty();
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** The delete of a peer that cannot be reached is given up in the end. */
    @Test
    void closingTowardsASilentPeerEnds() {
        connect();
        hub.powerOff();

        spoke.close(hub);
        lab.runUntil(Duration.ofMinutes(2));

        assertThat(lab.story(spoke)).contains("3000 INFORMATIONAL request sent again");
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** A socket that goes down may be asked for again from within the notification, as NHRP does. */
    @Test
    void aSocketMayBeReopenedFromItsDownNotification() {
        connect();
        hub.sockets().addListener(new CryptoSockets.CryptoSocketListener() {
            @Override
            public void socketUp(IpAddress peer) {
                // not of interest
            }

            @Override
            public void socketDown(IpAddress peer, String reason) {
                hub.sockets().open(peer);
            }
        });

        spoke.close(hub);
        lab.runUntilMillis(2_000);

        assertThat(hub.stateTo(spoke)).isEqualTo(SocketState.UP);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.UP);
        assertThat(spoke.ikeSas()).hasSize(1);
    }

    /** A new lease: what is bound to the old address goes without a message, and a new attempt can start at once. */
    @Test
    void aNewLocalAddressDropsTheSecurityAssociationsOfTheOldOne() {
        connect();

        spoke.changeAddress("198.51.100.99");
        spoke.open(hub);
        lab.runUntilMillis(1_100);

        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1",
                "1000 down 203.0.113.1 local address changed", "1040 up 203.0.113.1");
        assertThat(spoke.ipsecSas()).singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo("198.51.100.99"));
        assertThat(hub.ipsecSas()).hasSize(2);
    }

    /** Cisco, Sharing IPsec with Tunnel Protection: one set of security associations, gone with the last user. */
    @Test
    void sharedTunnelsHaveOneSetOfSecurityAssociationsUntilTheLastLetsGo() {
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", Profiles.usual(), 2, true), 21);
        LabRouter second = lab.router("198.51.100.22", LabRouter.device("b", Profiles.usual(), 2, true), 22);

        first.sockets("Tunnel100").open(second.address());
        lab.runUntilMillis(1_000);
        first.sockets("Tunnel200").open(second.address());
        lab.runUntilMillis(2_000);

        assertThat(first.ipsecSas()).singleElement()
                .satisfies(row -> assertThat(row.get(4)).isEqualTo("Tunnel100 Tunnel200"));
        assertThat(first.sockets("Tunnel200").state(second.address())).isEqualTo(SocketState.UP);

        first.sockets("Tunnel100").close(second.address());
        lab.runUntilMillis(3_000);
        assertThat(first.ipsecSas()).hasSize(1);

        first.sockets("Tunnel200").close(second.address());
        lab.runUntilMillis(4_000);
        assertThat(first.ipsecSas()).isEmpty();
        assertThat(second.ipsecSas()).isEmpty();
    }

    /** What only the peer asked for may be for the other tunnel: it stays until the last tunnel is unprotected. */
    @Test
    void aTunnelThatLosesItsProtectionLeavesSharedSecurityAssociationsToTheOther() {
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", Profiles.usual(), 2, true), 21);
        LabRouter second = lab.router("198.51.100.22", LabRouter.device("b", Profiles.usual(), 2, true), 22);
        first.sockets("Tunnel200").open(second.address());
        lab.runUntilMillis(1_000);

        second.protocol().unprotect(second.port("Tunnel100"));
        lab.runUntilMillis(2_000);
        assertThat(first.ipsecSas()).hasSize(1);

        second.protocol().unprotect(second.port("Tunnel200"));
        lab.runUntilMillis(3_000);
        assertThat(first.ipsecSas()).isEmpty();
    }

    @Test
    void aTunnelWithoutItsProtectionDropsNothingOfTheOthersWhenItsSourceChanges() {
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", Profiles.usual(), 2, true), 21);
        LabRouter second = lab.router("198.51.100.22", LabRouter.device("b", Profiles.usual(), 2, true), 22);
        first.sockets("Tunnel100").open(second.address());
        first.sockets("Tunnel200").open(second.address());
        lab.runUntilMillis(1_000);

        first.protocol().unprotect(first.port("Tunnel100"));
        first.port("Tunnel100").setNbmaAddress(Optional.of(IpAddress.parse("198.51.100.99")));
        lab.runUntilMillis(2_000);

        assertThat(first.ipsecSas()).hasSize(1);
    }

    /** Without {@code shared} each tunnel has its own security associations, on one IKE SA. */
    @Test
    void tunnelsThatDoNotShareHaveTheirOwnSecurityAssociations() {
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", Profiles.usual(), 2, false), 21);
        LabRouter second = lab.router("198.51.100.22", LabRouter.device("b", Profiles.usual(), 2, false), 22);

        first.sockets("Tunnel100").open(second.address());
        lab.runUntilMillis(1_000);
        first.sockets("Tunnel200").open(second.address());
        lab.runUntilMillis(2_000);

        assertThat(first.ikeSas()).hasSize(1);
        assertThat(first.ipsecSas()).extracting(row -> row.get(4)).containsExactly("Tunnel100", "Tunnel200");

        first.sockets("Tunnel100").close(second.address());
        lab.runUntilMillis(3_000);
        assertThat(first.ikeSas()).hasSize(1);
        assertThat(first.ipsecSas()).extracting(row -> row.get(4)).containsExactly("Tunnel200");
    }

    @Test
    void aPointToPointTunnelOpensNoSocketButToItsDestination() {
        IpsecProfile profile = Profiles.usual();
        TunnelInterface plain = LabRouter.tunnel(LabRouter.TUNNEL, 1,
                Optional.of(new TunnelProtection(profile.name(), false, Origin.NONE)), profile.frontDoorVrf());
        TunnelInterface fixed = new TunnelInterface(plain.name(), plain.cloud(), plain.address(), plain.vrf(), plain.sourceInterface(),
                plain.frontDoorVrf(), new TunnelMode.PointToPoint(hub.address(), Origin.NONE), plain.key(), plain.ipMtuBytes(),
                plain.tcpMssBytes(), plain.bandwidthKbps(), plain.delayMicros(), plain.nhrp(), plain.protection(), Origin.NONE);
        LabRouter client = lab.router("198.51.100.21", LabRouter.device("p", profile, fixed), 21);

        client.open(spoke);
        client.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(client.stateTo(spoke)).isEqualTo(SocketState.NONE);
        assertThat(client.stateTo(hub)).isEqualTo(SocketState.UP);
        assertThat(spoke.ipsecSas()).isEmpty();
    }

    @Test
    void anUnprotectedTunnelHasNoProtectorAndItsSocketsAreUp() {
        FakeTunnelPort port = new FakeTunnelPort(LabRouter.tunnel("Tunnel9", 9, Optional.empty(),
                Optional.empty()), "198.51.100.11");

        assertThat(spoke.protocol().socketsOf(port).isProtected()).isFalse();
        assertThat(spoke.protocol().socketsOf(port).state(hub.address())).isEqualTo(SocketState.UP);
        assertThatThrownBy(() -> spoke.protocol().protectorOf(port)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tunnel9 has no tunnel protection");
    }

    /** The exchange and ESP run in the VRF of the encapsulated packets. */
    @Test
    void keyExchangeAndEspRunInTheFrontDoorVrf() {
        IpsecProfile profile = Profiles.inFrontDoorVrf("INET");
        LabRouter first = lab.router("198.51.100.21", profile);
        LabRouter second = lab.router("198.51.100.22", profile);

        first.open(second);
        lab.runUntilMillis(1_000);
        assertThat(first.sendGre(second)).isTrue();
        lab.runUntilMillis(2_000);

        assertThat(second.received()).hasSize(1);
        assertThat(first.show("show crypto ikev2 sa")).contains("INET/none ");
    }

    /** A profile with {@code match fvrf} for another VRF is never found, so nothing is negotiated. */
    @Test
    void aProfileForAnotherFrontDoorVrfIsNotUsed() {
        IpsecProfile profile = Profiles.inFrontDoorVrf("OTHER");
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", profile, LabRouter.tunnel("Tunnel100", 1,
                Optional.of(new TunnelProtection(profile.name(), false, Origin.NONE)), Optional.of("INET"))), 21);

        first.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.story(first)).containsExactly("0 socket not opened (the IPsec profile is for another front-door"
                + " VRF than the tunnel's)");
        assertThat(first.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(lab.wire()).isEmpty();
    }

    /** Nothing runs on in a router without power, and nothing is sent. */
    @Test
    void stoppingCancelsEveryTimerAndSendsNothing() {
        LabRouter dpd = lab.router("198.51.100.31", Profiles.withDpd(30, 5, false));
        dpd.open(hub);
        lab.runUntilMillis(1_000);
        int sent = lab.wire().size();

        List.of(dpd, hub, spoke).forEach(LabRouter::powerOff);

        assertThat(lab.wire()).hasSize(sent);
        assertThat(lab.kernel().pendingCount()).isZero();
    }
}
