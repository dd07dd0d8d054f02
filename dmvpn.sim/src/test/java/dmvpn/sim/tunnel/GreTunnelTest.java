package dmvpn.sim.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GreTunnelTest {

    private static final IpAddress PEER = IpAddress.parse("198.51.100.12");
    private static final IpAddress OVERLAY_PEER = IpAddress.parse("10.0.0.12");
    private static final IpPacket DATA = IpPacket.originated(IpAddress.parse("192.168.11.10"),
            IpAddress.parse("192.168.12.10"), IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 1, 72));

    private final FakeInterface wan = new FakeInterface("GigabitEthernet1", "198.51.100.11/24");
    private final FakeRouter router = new FakeRouter(new ReferenceNetwork().build().devices().get(1)).with(wan);
    private final TunnelLayer layer = new TunnelLayer(router);

    private TunnelInterface configuration(String name, TunnelMode mode, OptionalLong key, OptionalInt ipMtu) {
        TunnelInterface reference = router.device().tunnels().get(0);
        return new TunnelInterface(name, "A", reference.address(), Optional.empty(), "GigabitEthernet1", Optional.empty(),
                mode, key, ipMtu, OptionalInt.empty(), 100, 50_000, reference.nhrp(), Optional.empty(), Origin.NONE);
    }

    private GreTunnel tunnel(String name, TunnelMode mode, OptionalLong key) {
        GreTunnel tunnel = new GreTunnel(router, configuration(name, mode, key, OptionalInt.empty()));
        router.with(tunnel);
        layer.add(tunnel);
        tunnel.start();
        return tunnel;
    }

    private GreTunnel multipoint() {
        GreTunnel tunnel = tunnel("Tunnel100", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(100));
        tunnel.setResolver(new FixedResolver(List.of(PEER)));
        route("0.0.0.0/0", "GigabitEthernet1");
        return tunnel;
    }

    private record FixedResolver(List<IpAddress> targets) implements NbmaResolver {
        @Override
        public Optional<FarEnd> resolve(IpAddress nextHop, IpPacket packet) {
            return nextHop.equals(OVERLAY_PEER) ? Optional.of(FarEnd.of(PEER)) : Optional.empty();
        }

        @Override
        public boolean multicastReaches(IpAddress neighbor) {
            return targets.contains(neighbor);
        }

        @Override
        public List<FarEnd> multicastTargets() {
            return targets.stream().map(FarEnd::of).toList();
        }
    }

    private void route(String prefix, String interfaceName) {
        router.routes(Optional.empty()).install(new Route(IpPrefix.parse(prefix), RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("198.51.100.254")), Optional.of(interfaceName), 0, Origin.NONE));
    }

    private static IpPacket gre(IpAddress source, String destination, OptionalLong key, Packet content) {
        return IpPacket.originated(source, IpAddress.parse(destination), IpPacket.GRE,
                new GrePacket(key, GrePacket.IPV4, content));
    }

    private List<String> drops() {
        return router.trace().entries().stream().filter(entry -> entry.event().message().contains("dropped"))
                .map(entry -> entry.event().reason()).toList();
    }

    /** RFC 2784 section 2, RFC 2890 section 2; TTL 255 and no copy of DF as on Cisco IOS. */
    @Test
    @Shows({"RFC2784/3-type", "RFC2784/4-protocol"})
    void aPacketIsEncapsulatedToTheNbmaAddressOfItsNextHop() {
        multipoint().send(DATA, OVERLAY_PEER);

        assertThat(router.ip().sent()).singleElement().satisfies(outer -> {
            assertThat(outer.source()).isEqualTo(IpAddress.parse("198.51.100.11"));
            assertThat(outer.destination()).isEqualTo(PEER);
            assertThat(outer.timeToLive()).isEqualTo(255);
            assertThat(outer.dontFragment()).isFalse();
            assertThat(outer.content()).isEqualTo(new GrePacket(OptionalLong.of(100), GrePacket.IPV4, DATA));
            assertThat(outer.lengthBytes()).isEqualTo(DATA.lengthBytes() + 28);
        });
    }

    @Test
    void multicastIsCopiedToEachTarget() {
        GreTunnel tunnel = multipoint();
        tunnel.setResolver(new FixedResolver(List.of(PEER, IpAddress.parse("198.51.100.13"))));

        tunnel.send(DATA, IpAddress.parse("224.0.0.10"));

        assertThat(router.ip().sent()).extracting(outer -> outer.destination().toString())
                .containsExactly("198.51.100.12", "198.51.100.13");
    }

    @Test
    void aPointToPointTunnelHasOneFarEndWhateverTheNextHop() {
        GreTunnel tunnel = tunnel("Tunnel1", new TunnelMode.PointToPoint(PEER, Origin.NONE), OptionalLong.empty());
        route("0.0.0.0/0", "GigabitEthernet1");

        tunnel.send(DATA, IpAddress.parse("10.0.0.77"));
        tunnel.send(DATA, IpAddress.parse("224.0.0.10"));

        assertThat(router.ip().sent()).extracting(IpPacket::destination).containsExactly(PEER, PEER);
    }

    @Test
    void aTunnelFollowsItsSource() {
        GreTunnel tunnel = multipoint();
        assertThat(tunnel.isUp()).isTrue();

        wan.setAddress(Optional.empty());
        assertThat(tunnel.isUp()).isFalse();
        tunnel.send(DATA, OVERLAY_PEER);
        assertThat(drops()).containsExactly("the tunnel is down");

        wan.setAddress(Optional.of(InterfaceAddress.parse("198.51.100.99/24")));
        tunnel.send(DATA, OVERLAY_PEER);
        assertThat(router.ip().sent()).singleElement().extracting(outer -> outer.source().toString())
                .isEqualTo("198.51.100.99");
    }

    /** The way to the far end must not lead into the tunnel itself. */
    @Test
    void recursiveRoutingDropsWithThatReason() {
        GreTunnel tunnel = multipoint();
        route("198.51.100.12/32", "Tunnel100");

        tunnel.send(DATA, OVERLAY_PEER);

        assertThat(router.ip().sent()).isEmpty();
        assertThat(drops()).containsExactly("recursive routing: the route to the far end leads into the tunnel itself");
    }

    @Test
    void withoutARouteToTheFarEndThePacketIsDropped() {
        GreTunnel tunnel = tunnel("Tunnel100", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(100));
        tunnel.setResolver(new FixedResolver(List.of()));

        tunnel.send(DATA, OVERLAY_PEER);

        assertThat(drops()).containsExactly("no route to the far end of the tunnel");
    }

    /** Cisco IOS: MTU of the source less 24, with a key less 28, unless "ip mtu" says otherwise. */
    @Test
    void theMtuIsThatOfTheSourceLessTheHeaders() {
        assertThat(tunnel("Tunnel1", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty()).mtuBytes()).isEqualTo(1476);
        assertThat(tunnel("Tunnel2", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(0)).mtuBytes()).isEqualTo(1472);
        assertThat(new GreTunnel(router, configuration("Tunnel3", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty(),
                OptionalInt.of(1400))).mtuBytes()).isEqualTo(1400);
    }

    /** RFC 2890 section 2.1: the key identifies the tunnel; key 0 is a key. */
    @Test
    @Shows({"RFC2890/2.1-flow", "RFC2890/2.1-zero"})
    void aReceivedPacketFindsItsTunnelByKey() {
        tunnel("Tunnel1", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(101));
        tunnel("Tunnel2", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.of(102));
        IpAddress local = IpAddress.parse("198.51.100.11");

        assertThat(layer.tunnelFor(Optional.empty(), PEER, local, OptionalLong.of(102))).map(GreTunnel::name)
                .contains("Tunnel2");
        assertThat(layer.tunnelFor(Optional.empty(), PEER, local, OptionalLong.empty())).isEmpty();
        layer.receive(wan, gre(PEER, "198.51.100.11", OptionalLong.of(0), DATA), false);
        assertThat(drops()).containsExactly("no tunnel has this source address, VRF and key");
    }

    @Test
    void tunnelsOfOneSourceWithoutKeysAreAmbiguous() {
        tunnel("Tunnel1", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty());
        tunnel("Tunnel2", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty());

        layer.receive(wan, gre(PEER, "198.51.100.11", OptionalLong.empty(), DATA), false);

        assertThat(drops()).containsExactly("several tunnels have this source address, VRF and key");
    }

    @Test
    void aPointToPointTunnelTakesPacketsOfItsFarEndAndTheMultipointTunnelTheOthers() {
        tunnel("Tunnel1", new TunnelMode.PointToPoint(PEER, Origin.NONE), OptionalLong.empty());
        tunnel("Tunnel2", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty());
        IpAddress local = IpAddress.parse("198.51.100.11");

        assertThat(layer.tunnelFor(Optional.empty(), PEER, local, OptionalLong.empty())).map(GreTunnel::name)
                .contains("Tunnel1");
        assertThat(layer.tunnelFor(Optional.empty(), IpAddress.parse("198.51.100.13"), local, OptionalLong.empty()))
                .map(GreTunnel::name).contains("Tunnel2");
    }

    /** RFC 2784 section 3.1. */
    @Test
    @Shows("RFC2784/3.1-loop")
    void aPacketForItsOwnEncapsulatorIsALoop() {
        multipoint();
        IpPacket loop = IpPacket.originated(IpAddress.parse("192.168.12.10"), PEER, IpPacket.ICMP,
                new IcmpPacket.EchoRequest(1, 1, 0));

        layer.receive(wan, gre(PEER, "198.51.100.11", OptionalLong.of(100), loop), false);

        assertThat(drops()).containsExactly("the packet inside is for the router that encapsulated it");
    }

    @Test
    void aProtectedTunnelSendsNothingWithoutAnAssociationAndTakesNothingInClear() {
        GreTunnel tunnel = multipoint();
        List<IpAddress> inClear = new ArrayList<>();
        tunnel.setProtector(new TunnelProtector() {
            @Override
            public int largestClearBytes(FarEnd farEnd, int mtuBytes) {
                return mtuBytes;
            }

            @Override
            public List<IpPacket> protect(FarEnd farEnd, IpPacket clear) {
                return List.of();
            }

            @Override
            public CryptoSockets sockets() {
                return new UnprotectedSockets();
            }

            @Override
            public void receivedInClear(IpAddress source) {
                inClear.add(source);
            }
        });

        tunnel.send(DATA, OVERLAY_PEER);
        layer.receive(wan, gre(PEER, "198.51.100.11", OptionalLong.of(100), DATA), false);

        assertThat(router.ip().sent()).isEmpty();
        assertThat(inClear).containsExactly(PEER);
        assertThat(drops()).containsExactly("no IPsec security association with the peer",
                "the tunnel is protected and the packet came in clear");
    }

    @Test
    @Shows("RFC2332/5-encapsulation")
    void nhrpGoesToItsReceiverWithTheOuterSource() {
        GreTunnel tunnel = multipoint();
        List<String> received = new ArrayList<>();
        tunnel.setNhrpReceiver((outerSource, packet) -> received.add(outerSource + " " + packet.summary()));
        Packet control = new IcmpPacket.EchoRequest(1, 1, 0);

        tunnel.sendNhrp(FarEnd.of(PEER), control);
        layer.receive(wan, IpPacket.originated(PEER, IpAddress.parse("198.51.100.11"), IpPacket.GRE,
                new GrePacket(OptionalLong.of(100), GrePacket.NHRP, control)), false);

        assertThat(((GrePacket) router.ip().sent().get(0).content()).protocolType()).isEqualTo(GrePacket.NHRP);
        assertThat(received).containsExactly("198.51.100.12 Echo Request");
    }

    @Test
    void eventsNameTheTunnelAndTheFarEnd() {
        GreTunnel tunnel = multipoint();
        route("198.51.100.12/32", "Tunnel100");
        tunnel.send(DATA, OVERLAY_PEER);

        assertThat(RecordedTrace.fields(router.trace().events(TunnelEvent.SendFailed.class).get(0))).containsExactly(
                "tunnel=Tunnel100", "source=192.168.11.10", "destination=192.168.12.10", "content=Echo Request",
                "nbmaAddress=198.51.100.12");
    }

    /** RFC 7676 section 4.3: IPv6 has a header of 40 bytes. */
    @Test
    @Shows("RFC7676/4.3-overhead")
    void overIpv6TheMtuIsThatOfTheSourceLessTheLongerHeader() {
        GreTunnel tunnel = tunnel("Tunnel1", new TunnelMode.Multipoint(Origin.NONE), OptionalLong.empty());
        wan.setAddress(Optional.of(InterfaceAddress.parse("2001:db8::11/64")));

        assertThat(tunnel.mtuBytes()).isEqualTo(1456);
    }

    /** RFC 7676 section 3.1. */
    @Test
    @Shows("RFC7676/3.1-type")
    void anIpv6PacketInsideHasTheTypeOfIpv6() {
        multipoint().send(IpPacket.originated(IpAddress.parse("2001:db8:11::10"), IpAddress.parse("2001:db8:12::10"),
                IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 1, 72)), OVERLAY_PEER);

        assertThat(((GrePacket) router.ip().sent().getFirst().content()).protocolType()).isEqualTo(0x86dd);
    }
}
