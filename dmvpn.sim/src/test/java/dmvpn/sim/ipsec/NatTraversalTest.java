package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.NatDetection;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A spoke behind a device that translates addresses and ports, and its hub (RFC 7296 section 2.23, RFC 3948). */
class NatTraversalTest {

    private static final IpAddress INSIDE = IpAddress.parse("172.20.1.2");
    private static final IpAddress OUTSIDE = IpAddress.parse("192.0.2.50");
    private static final IpAddress HUB = IpAddress.parse("203.0.113.1");
    private static final IpAddress LATER = IpAddress.parse("192.0.2.77");
    private static final int PORT = 1024;

    private final CryptoLab lab = new CryptoLab();
    private LabRouter hub;
    private LabRouter spoke;
    private final LabTranslation translation = new LabTranslation(INSIDE, OUTSIDE, PORT);

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        hub = lab.router(HUB.toString(), ofHub);
        spoke = lab.router(INSIDE.toString(), ofSpoke);
        lab.translate(translation);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private void connect() {
        connect(Profiles.usual(), Profiles.usual());
    }

    private boolean hubSendsGre() {
        List<IpPacket> packets = hub.protector().protect(new FarEnd(OUTSIDE, Optional.of(INSIDE)),
                IpPacket.originated(HUB, OUTSIDE, IpPacket.GRE, lab.wire().getFirst().content()));
        packets.forEach(lab::send);
        return !packets.isEmpty();
    }

    private UdpDatagram lastDatagram() {
        return (UdpDatagram) lab.wire().getLast().content();
    }

    @Test
    @Shows("RFC7296/2.23-detect")
    void theHashesAreOfTheAddressesAndPortsThatTheSenderKnows() {
        connect();

        IkePacket first = (IkePacket) ((UdpDatagram) lab.wire().getFirst().content()).content();
        assertThat(first.notification(NotifyType.NAT_DETECTION_SOURCE_IP).orElseThrow().data())
                .isEqualTo(NatDetection.hash(first.initiatorSpi(), 0, INSIDE, 500));
        assertThat(first.notification(NotifyType.NAT_DETECTION_DESTINATION_IP).orElseThrow().data())
                .isEqualTo(NatDetection.hash(first.initiatorSpi(), 0, HUB, 500));
    }

    @Test
    @Shows("RFC7296/2.23-detect")
    void eachEndFindsWhoIsBehindNat() {
        connect();

        assertThat(lab.story(hub)).contains("10 NAT detected (the peer is behind NAT)");
        assertThat(lab.story(spoke)).contains("20 NAT detected (this end is behind NAT)");
    }

    @Test
    @Shows({"RFC7296/2.11-answer", "RFC7296/2.23-port", "RFC3948/2.2-marker"})
    void theInitiatorGoesOnAtPort4500BehindTheMarker() {
        connect();

        List<UdpDatagram> datagrams = lab.wire().stream().map(packet -> (UdpDatagram) packet.content()).toList();
        assertThat(datagrams).extracting(UdpDatagram::sourcePort).containsExactly(500, 500, 4500, 4500);
        assertThat(datagrams).extracting(UdpDatagram::destinationPort).containsExactly(500, 500, 4500, PORT);
        assertThat(datagrams.get(2).content()).isInstanceOfSatisfying(UdpEncapsulated.class,
                ike -> assertThat(ike.nonEspMarker()).isTrue());
    }

    @Test
    @Shows({"RFC3948/2.1-header", "RFC3948/3.1.1-transport"})
    void espTravelsInUdpInBothDirections() {
        connect();

        assertThat(spoke.sendGre(hub)).isTrue();
        assertThat(lastDatagram().content()).isInstanceOfSatisfying(UdpEncapsulated.class,
                esp -> assertThat(esp.content()).isInstanceOf(EspPacket.class));
        assertThat(hubSendsGre()).isTrue();
        assertThat(lastDatagram().destinationPort()).isEqualTo(PORT);
        lab.runUntilMillis(1_100);
        assertThat(hub.received()).singleElement().satisfies(clear -> assertThat(clear.source()).isEqualTo(OUTSIDE));
    }

    @Test
    void withoutNatEverythingStaysAtPort500() {
        hub = lab.router(HUB.toString(), Profiles.usual());
        spoke = lab.router(INSIDE.toString(), Profiles.usual());
        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.wire()).allMatch(packet -> ((UdpDatagram) packet.content()).destinationPort() == 500);
        assertThat(lab.story(hub)).noneMatch(event -> event.contains("NAT"));
    }

    /** RFC 7296 section 2.23: packets go to where the last genuine one came from. */
    @Test
    @Shows("RFC7296/2.23-follow")
    void anotherPortOfThePeerIsFollowed() {
        connect();
        translation.outsidePort = 1025;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(hub)).contains("1010 peer has another port (its packets come from there now)");
        hubSendsGre();
        assertThat(lastDatagram().destinationPort()).isEqualTo(1025);
    }

    /** Its own device, not the peer's, is what changes: RFC 7296 section 2.23 lets it follow nothing. */
    @Test
    @Shows("RFC7296/2.23-stay")
    void anEndBehindNatFollowsNoPort() {
        connect();
        lab.translate(packet -> {
            IpPacket arriving = translation.apply(packet);
            return packet.source().equals(HUB) && arriving.content() instanceof UdpDatagram datagram
                    ? arriving.withContent(new UdpDatagram(7777, datagram.destinationPort(), datagram.content())) : arriving;
        });
        hubSendsGre();
        lab.runUntilMillis(2_000);
        spoke.sendGre(hub);

        assertThat(lastDatagram().destinationPort()).isEqualTo(UdpEncapsulated.UDP_PORT);
    }

    /** Another station behind the same device has no part in these security associations. */
    @Test
    @Shows("RFC3948/5.2-conflict")
    void securityAssociationsAreForTheStationThatClaimsItsAddress() {
        connect();

        FarEnd another = new FarEnd(OUTSIDE, Optional.of(IpAddress.parse("172.20.1.3")));
        assertThat(hub.sockets().isUp(new FarEnd(OUTSIDE, Optional.of(INSIDE)))).isTrue();
        assertThat(hub.sockets().isUp(another)).isFalse();
        assertThat(hub.protector().protect(another, lab.wire().getFirst().withDestination(OUTSIDE).withSource(HUB))).isEmpty();
    }

    /**
     * RFC 7296 section 2.23: the end that is not behind NAT follows a genuine packet to another address. NHRP, which knows the former address until
     * the next registration, still reaches the peer by it.
     */
    @Test
    @Shows("RFC7296/2.23-address")
    void anotherAddressOfThePeerIsFollowed() {
        connect();
        translation.outside = LATER;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(hub)).contains("1010 peer has another address (its packets come from there now)",
                "1010 socket is DOWN (the peer has the address 192.0.2.77 now)", "1010 socket is UP");
        assertThat(hub.socketChanges()).as("told to NHRP").hasSize(1);
        assertThat(hub.ipsecSas()).singleElement().satisfies(row -> assertThat(row).contains(LATER.toString()));
        assertThat(hub.received()).last().satisfies(clear -> assertThat(clear.source()).isEqualTo(LATER));
        assertThat(hub.sockets().isUp(new FarEnd(OUTSIDE, Optional.of(INSIDE)))).isTrue();
        assertThat(hubSendsGre()).isTrue();
        assertThat(lab.wire().getLast().destination()).isEqualTo(LATER);
        lab.runUntilMillis(3_000);
        assertThat(spoke.received()).hasSize(1);
    }

    /** The next registration has come from the new address: the former one is needed no more, and nothing is deleted. */
    @Test
    @Shows("RFC7296/2.23-address")
    void theFormerAddressIsForgottenWithTheNextRegistration() {
        connect();
        translation.outside = LATER;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);
        hub.sockets().close(OUTSIDE);
        lab.runUntilMillis(3_000);

        assertThat(hub.sockets().isUp(new FarEnd(LATER, Optional.of(INSIDE)))).isTrue();
        assertThat(hub.sockets().state(OUTSIDE)).isEqualTo(CryptoSockets.SocketState.NONE);
        spoke.close(hub);
        lab.runUntilMillis(4_000);
        assertThat(hub.ipsecSas()).as("the deletion came from the new address").isEmpty();
        assertThat(hub.socketChanges()).last().asString().contains("down " + LATER);
    }

    /** Whoever asked for the socket by the former address hears that it is down, and may ask again. */
    @Test
    void theLossOfAMovedSocketIsToldByItsFormerAddress() {
        connect();
        translation.outside = LATER;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);
        spoke.close(hub);
        lab.runUntilMillis(3_000);

        assertThat(hub.socketChanges().subList(1, 3)).extracting(change -> change.split(" ")[2])
                .containsExactly(LATER.toString(), OUTSIDE.toString());
        assertThat(hub.sockets().state(OUTSIDE)).isEqualTo(CryptoSockets.SocketState.NONE);
    }

    /** A copy of an old packet, sent from elsewhere, is refused by the anti-replay window and leads nowhere. */
    @Test
    @Shows("RFC7296/2.23-new")
    void aReplayedPacketLeadsToNoOtherAddress() {
        connect();
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);
        translation.outside = LATER;
        lab.send(lab.wire().getLast());
        lab.runUntilMillis(3_000);

        assertThat(lab.story(hub)).noneMatch(event -> event.contains("another address"));
        hubSendsGre();
        assertThat(lab.wire().getLast().destination()).isEqualTo(OUTSIDE);
    }

    /** Messages of the key exchange are followed as well as ESP: here those of dead peer detection. */
    @Test
    @Shows("RFC7296/2.23-address")
    void aMessageOfTheKeyExchangeIsFollowedToo() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        translation.outside = LATER;
        lab.runUntilMillis(40_000);

        assertThat(lab.story(hub)).filteredOn(event -> event.contains("peer has another address")).hasSize(1);
        assertThat(lab.story(spoke)).noneMatch(event -> event.contains("dead"));
    }
}
