package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A spoke behind a device that translates addresses and ports, and its hub, with IKEv1 (RFC 3947, RFC 3948). */
class IkeVersion1NatTest {

    private static final IpAddress INSIDE = IpAddress.parse("172.20.1.2");
    private static final IpAddress OUTSIDE = IpAddress.parse("192.0.2.50");
    private static final IpAddress HUB = IpAddress.parse("203.0.113.1");
    private static final IpAddress LATER = IpAddress.parse("192.0.2.77");
    private static final int PORT = 1024;
    /** Mode UDP-Encapsulated-Transport (RFC 3947 section 5.1), of the attribute "encapsulation mode" (RFC 2407 section 4.5). */
    private static final long UDP_TRANSPORT = 4;
    private static final int MODE = 4;

    private final CryptoLab lab = new CryptoLab();
    private final LabTranslation translation = new LabTranslation(INSIDE, OUTSIDE, PORT);
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        lab.translate(translation);
        hub = lab.router(HUB.toString(), Profiles.version1(ofHub));
        spoke = lab.router(INSIDE.toString(), Profiles.version1(ofSpoke));
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private void connect() {
        connect(Profiles.usual(), Profiles.usual());
    }

    private List<UdpDatagram> datagrams() {
        return lab.wire().stream().map(IpPacket::content).filter(UdpDatagram.class::isInstance).map(UdpDatagram.class::cast).toList();
    }

    private List<IsakmpPacket> messages() {
        return datagrams().stream().map(UdpDatagram::content)
                .map(content -> content instanceof UdpEncapsulated marked ? marked.content() : content)
                .filter(IsakmpPacket.class::isInstance).map(IsakmpPacket.class::cast).toList();
    }

    private static List<IpAddress> originalAddresses(IsakmpPacket message) {
        return message.payloads().stream().filter(IsakmpPayload.NatOriginalAddress.class::isInstance)
                .map(IsakmpPayload.NatOriginalAddress.class::cast).map(IsakmpPayload.NatOriginalAddress::address).toList();
    }

    private boolean hubSendsGre() {
        List<IpPacket> packets = hub.protector().protect(new FarEnd(OUTSIDE, Optional.of(INSIDE)),
                IpPacket.originated(HUB, OUTSIDE, IpPacket.GRE, lab.wire().getFirst().content()));
        packets.forEach(lab::send);
        return !packets.isEmpty();
    }

    @Test
    @Shows({"RFC3947/3.2-detect", "RFC3947/4-port", "RFC3948/2.2-marker"})
    void mainModeFindsTheNatAndMovesToPort4500WithTheFifthMessage() {
        connect();

        assertThat(datagrams()).extracting(UdpDatagram::sourcePort).startsWith(500, 500, 500, 500, 4500, 4500, 4500, 4500, 4500);
        assertThat(datagrams()).extracting(UdpDatagram::destinationPort)
                .startsWith(500, 500, 500, 500, 4500, PORT, 4500, PORT, 4500);
        assertThat(datagrams().get(4).content()).isInstanceOfSatisfying(UdpEncapsulated.class,
                message -> assertThat(message.nonEspMarker()).isTrue());
        assertThat(lab.story(hub)).contains("30 NAT detected (the peer is behind NAT)");
        assertThat(lab.story(spoke)).contains("40 NAT detected (this end is behind NAT)");
        assertThat(spoke.socketChanges()).containsExactly("80 up 203.0.113.1");
        assertThat(hub.socketChanges()).containsExactly("90 up 192.0.2.50");
    }

    /** In aggressive mode the third message is the first that can move: its hashes are encrypted. */
    @Test
    @Shows({"RFC3947/3.2-detect", "RFC3947/4-port"})
    void aggressiveModeMovesWithTheThirdMessage() {
        connect(Profiles.aggressive(Profiles.usual()), Profiles.usual());

        assertThat(datagrams()).extracting(UdpDatagram::destinationPort).startsWith(500, 500, 4500, 4500, PORT, 4500);
        assertThat(lab.story(hub)).contains("30 NAT detected (the peer is behind NAT)");
        assertThat(lab.story(spoke)).contains("20 NAT detected (this end is behind NAT)");
        assertThat(spoke.sendGre(hub)).isTrue();
    }

    /** RFC 3947 section 5.2: the address that each end knows, the initiator's first. */
    @Test
    @Shows({"RFC3947/5.1-modes", "RFC3947/5.2-original"})
    void quickModeNegotiatesEspInUdpAndTellsTheOriginalAddresses() {
        connect();

        List<IsakmpPacket> quick =
                messages().stream().filter(message -> message.exchange() == IsakmpExchange.QUICK_MODE).toList();
        for (IsakmpPacket message : quick.subList(0, 2)) {
            assertThat(message.payload(IsakmpPayload.SecurityAssociation.class).orElseThrow().proposals().getFirst()
                    .transforms().getFirst().value(MODE)).hasValue(UDP_TRANSPORT);
        }
        assertThat(originalAddresses(quick.get(0))).containsExactly(INSIDE, HUB);
        assertThat(originalAddresses(quick.get(1))).containsExactly(OUTSIDE, HUB);
        assertThat(quick.get(1).contents()).isEqualTo("HASH SA NONCE ID ID NAT-OA NAT-OA");
    }

    @Test
    @Shows({"RFC3948/2.1-header", "RFC3948/3.1.1-transport"})
    void espTravelsInUdpInBothDirections() {
        connect();

        assertThat(spoke.sendGre(hub)).isTrue();
        assertThat(datagrams().getLast().content()).isInstanceOfSatisfying(UdpEncapsulated.class,
                esp -> assertThat(esp.content()).isInstanceOf(EspPacket.class));
        assertThat(hubSendsGre()).isTrue();
        assertThat(datagrams().getLast().destinationPort()).isEqualTo(PORT);
        lab.runUntilMillis(1_100);
        assertThat(hub.received()).singleElement().satisfies(clear -> assertThat(clear.source()).isEqualTo(OUTSIDE));
        assertThat(spoke.received()).hasSize(1);
    }

    @Test
    void tablesTellOfTheTranslation() {
        connect();

        assertThat(spoke.show("show crypto ipsec sa")).contains("in use settings ={Transport UDP-Encaps, }");
        assertThat(spoke.show("show crypto session detail")).contains("Capabilities:N connid:1001");
    }

    /** The outer header would carry the translated addresses and the inner one those inside, which reach no tunnel. */
    @Test
    @Shows("RFC3947/5.2-original")
    void tunnelModeGetsNoAssociationBehindNat() {
        connect(Profiles.inTunnelMode(), Profiles.inTunnelMode());

        assertThat(lab.story(hub)).contains("70 quick mode failed (the identities are not GRE between the two ends)");
        assertThat(spoke.socketChanges()).isEmpty();
        assertThat(messages().stream().flatMap(message -> originalAddresses(message).stream())).isEmpty();
    }

    @Test
    @Shows({"RFC3947/3.1-vendor", "RFC3947/5.1-modes"})
    void withoutNatEverythingStaysAtPort500AndInItsUsualMode() {
        lab.translate(packet -> packet);
        hub = lab.router(HUB.toString(), Profiles.version1(Profiles.usual()));
        spoke = lab.router(INSIDE.toString(), Profiles.version1(Profiles.usual()));
        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(datagrams()).allMatch(datagram -> datagram.destinationPort() == 500);
        assertThat(lab.story(hub)).noneMatch(event -> event.contains("NAT"));
        assertThat(messages()).allMatch(message -> originalAddresses(message).isEmpty());
    }

    /** Questions of dead peer detection and deletions travel behind the marker, too. */
    @Test
    @Shows("RFC3948/2.2-marker")
    void informationalMessagesTravelOnPort4500() {
        connect(Profiles.withDpd(30, 5, false), Profiles.withDpd(30, 5, false));
        lab.runUntilMillis(32_000);
        assertThat(messages()).filteredOn(message -> message.notification(IsakmpNotifyType.R_U_THERE_ACK).isPresent()).isNotEmpty();
        spoke.close(hub);
        lab.runUntilMillis(33_000);

        assertThat(datagrams().subList(4, datagrams().size()))
                .allMatch(datagram -> datagram.sourcePort() == 4500 || datagram.destinationPort() == 4500);
        assertThat(hub.ipsecSas()).isEmpty();
    }

    /** RFC 3947 section 4: what renews phase 1 starts on the ports that lead to the peer, whichever end renews. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Shows({"RFC3947/4-renewal", "RFC2409/5.5-renewal"})
    void renewalsStayOnPort4500(boolean byTheHub) {
        IpsecProfile shortLived = Profiles.withLifetimes(600, 200, OptionalInt.empty());
        connect(shortLived, byTheHub ? shortLived : Profiles.withLifetimes(700, 200, OptionalInt.empty()));
        for (int second = 1; second < 1_000; second += 10) {
            lab.runUntilMillis(second * 1_000L);
            assertThat(spoke.sendGre(hub)).isTrue();
            assertThat(hubSendsGre()).isTrue();
        }

        assertThat(messages().stream().filter(message -> message.exchange() == IsakmpExchange.MAIN_MODE)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(datagrams().subList(4, datagrams().size())).allMatch(datagram ->
                datagram.sourcePort() == 4500 && (datagram.destinationPort() == 4500 || datagram.destinationPort() == PORT));
        assertThat(spoke.socketChanges()).hasSize(1);
    }

    /** RFC 3947 section 6: packets go to where the last genuine one came from. */
    @Test
    @Shows("RFC3947/6-follow")
    void anotherPortOfThePeerIsFollowed() {
        connect();
        translation.outsidePort = 1025;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);

        assertThat(lab.story(hub)).contains("1010 peer has another port (its packets come from there now)");
        hubSendsGre();
        assertThat(datagrams().getLast().destinationPort()).isEqualTo(1025);
    }

    /** It would let anybody on the way cut the end behind NAT off (RFC 3947 section 6). */
    @Test
    @Shows("RFC3947/6-stay")
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

        assertThat(datagrams().getLast().destinationPort()).isEqualTo(UdpEncapsulated.UDP_PORT);
    }

    /** RFC 3948 section 4: the end behind NAT alone sends them, and only when nothing else goes to the peer. */
    @Test
    @Shows({"RFC3948/4-interval", "RFC3948/4-other", "RFC3948/2.3-byte"})
    void keepalivesFillTheSilence() {
        IpsecProfile profile = Profiles.withOptions(Profiles.usual(), new IpsecOptions(false, Optional.empty(), OptionalLong.empty(),
                OptionalInt.empty(), OptionalInt.of(20), false, Origin.NONE));
        connect(profile, profile);
        lab.runUntilMillis(65_000);
        assertThat(lab.story(spoke)).filteredOn(event -> event.endsWith("NAT keepalive sent"))
                .containsExactly("20080 NAT keepalive sent", "40080 NAT keepalive sent", "60080 NAT keepalive sent");
        assertThat(lab.story(hub)).noneMatch(event -> event.endsWith("NAT keepalive sent"));

        spoke.sendGre(hub);
        lab.runUntilMillis(84_000);
        assertThat(lab.story(spoke)).filteredOn(event -> event.endsWith("NAT keepalive sent")).hasSize(3);
    }

    /**
     * RFC 3947 section 6: the end that is not behind NAT follows a genuine packet to another address. NHRP, which knows the former address until
     * the next registration, still reaches the peer by it.
     */
    @Test
    @Shows("RFC3947/6-follow")
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
    @Shows("RFC3947/6-follow")
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
    @Shows("RFC3947/6-stay")
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
    @Shows("RFC3947/6-follow")
    void aMessageOfTheKeyExchangeIsFollowedToo() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        translation.outside = LATER;
        lab.runUntilMillis(40_000);

        assertThat(lab.story(hub)).filteredOn(event -> event.contains("peer has another address")).hasSize(1);
        assertThat(lab.story(spoke)).noneMatch(event -> event.contains("dead"));
    }

    /** The keys were made with the secret for the address that the peer had then; there is none for the new one. */
    @Test
    @Shows("RFC3947/6-follow")
    void anAddressWithoutASecretKeepsTheKeysOfPhaseOne() {
        connect(Profiles.usual(), Profiles.withAuthentication(new PreSharedKeys(Optional.empty(), List.of(new PeerKey("spoke",
                List.of(OUTSIDE), new Secret("wan-psk", Optional.empty(), Origin.NONE), Origin.NONE)), Origin.NONE)));
        translation.outside = LATER;
        spoke.sendGre(hub);
        lab.runUntilMillis(2_000);
        spoke.close(hub);
        lab.runUntilMillis(3_000);

        assertThat(hub.ipsecSas()).as("the deletion is understood").isEmpty();
        assertThat(lab.story(hub)).noneMatch(event -> event.contains("ignored"));
    }
}
