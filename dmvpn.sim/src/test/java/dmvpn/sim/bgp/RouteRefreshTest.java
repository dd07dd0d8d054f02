package dmvpn.sim.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Capability;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.tcp.connection.TcpConnection;
import dmvpn.sim.tcp.connection.TcpEndpoints;
import dmvpn.sim.tcp.connection.TcpStack;
import dmvpn.sim.tcp.connection.TcpUser;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A neighbour asks for all routes again (RFC 2918): no router of a run does, so that this one speaks by hand. */
class RouteRefreshTest implements TcpUser {

    private static final IpAddress ROUTER = IpAddress.parse("10.0.0.1");
    private static final IpAddress NEIGHBOR = IpAddress.parse("10.0.0.2");

    private final ManualScheduler clock = new ManualScheduler();
    private final FakeInterface routerPort = new FakeInterface("eth0", ROUTER + "/24");
    private final FakeInterface neighborPort = new FakeInterface("eth0", NEIGHBOR + "/24");
    private final FakeRouter router = router("R", routerPort);
    private final FakeRouter neighbor = router("N", neighborPort);
    private final List<String> announced = new ArrayList<>();
    private int deliveredToRouter;
    private int deliveredToNeighbor;
    private TcpConnection connection;

    private FakeRouter router(String name, FakeInterface port) {
        FakeRouter made = new FakeRouter(new Device(name, name, DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(), List.of(),
                CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE), clock).with(port);
        made.routes(Optional.empty()).install(new Route(IpPrefix.parse("10.0.0.0/24"), RouteSource.CONNECTED, 0, 0, Optional.empty(),
                Optional.of("eth0"), 0, Origin.NONE));
        return made;
    }

    private void connect() {
        TcpStack tcp = new TcpStack(router);
        tcp.start();
        BgpNeighbor configured = new BgpNeighbor(NEIGHBOR, Optional.empty(), new Peering(65002).passive().build(), Origin.NONE);
        new BgpProtocol(router, new BgpProcess(65001, Optional.empty(), List.of(IpPrefix.parse("172.16.0.0/16"),
                IpPrefix.parse("172.17.0.0/16")), List.of(configured), List.of(), List.of(), ProcessOptions.NONE, Origin.NONE), tcp,
                NeighborDetection.NONE).start();
        own("172.16.0.0/16");
        TcpStack other = new TcpStack(neighbor);
        other.start();
        connection = other.open(new TcpEndpoints(Optional.empty(), NEIGHBOR, 0, ROUTER, BgpMessage.TCP_PORT), 1,
                Optional.empty(), this, Origin.NONE);
    }

    private void own(String prefix) {
        router.routes(Optional.empty()).install(new Route(IpPrefix.parse(prefix), RouteSource.STATIC, 1, 0, Optional.empty(),
                Optional.of(Route.NULL_INTERFACE), clock.nowNanos(), Origin.NONE));
    }

    private void run(double untilSeconds) {
        long until = Math.round(untilSeconds * 1e9);
        boolean[] done = {false};
        clock.schedule(until, Order.ARRIVAL, (kind, payload) -> done[0] = true, 0, null);
        while (!done[0]) {
            deliveredToNeighbor = pump(router, deliveredToNeighbor, neighbor, neighborPort);
            deliveredToRouter = pump(neighbor, deliveredToRouter, router, routerPort);
            clock.runNext();
        }
    }

    private int pump(FakeRouter from, int delivered, FakeRouter to, FakeInterface port) {
        List<IpPacket> sent = from.ip().sent();
        for (IpPacket packet : sent.subList(delivered, sent.size())) {
            clock.schedule(clock.nowNanos() + 10_000_000L, Order.ARRIVAL, (kind, payload) -> to.ip().deliver(port, packet), 0, null);
        }
        return sent.size();
    }

    private void say(BgpMessage message) {
        connection.send(message);
        connection.flush();
    }

    @Override
    public void accepted(TcpConnection accepted) {
        throw new AssertionError("The router does not connect");
    }

    @Override
    public void established(TcpConnection established) {
        say(new BgpMessage.Open(BgpMessage.Open.VERSION, 65002, 180, Ipv4Address.parse("2.2.2.2"), List.of(
                new Capability.Multiprotocol(AddressFamily.IPV4_UNICAST), new Capability.RouteRefresh(),
                new Capability.FourOctetNumbers(65002))));
        say(new BgpMessage.Keepalive());
    }

    @Override
    public void received(TcpConnection from, Packet message) {
        if (message instanceof BgpMessage.Update update) {
            update.announced().forEach(each -> announced.add(clock.nowNanos() / 1_000_000_000L + " s " + each.prefix()));
        }
    }

    @Override
    public void closed(TcpConnection gone, String reason) {
        throw new AssertionError(reason);
    }

    @Test
    @Shows("RFC2918/4-again")
    void allRoutesAreToldAtOnceWithThoseThatWait() {
        connect();
        run(5.5);
        own("172.17.0.0/16"); // would wait until 30 s have passed since the last announcement
        run(6.5);
        assertThat(announced).containsExactly("0 s 172.16.0.0/16");

        say(BgpMessage.RouteRefresh.of(AddressFamily.IPV4_UNICAST));
        run(50);

        assertThat(announced).containsExactly("0 s 172.16.0.0/16", "6 s 172.16.0.0/16", "6 s 172.17.0.0/16");
    }

    /** RFC 2918 section 4: a family that the session does not carry is ignored. */
    @Test
    @Shows("RFC2918/4-ignore")
    void anotherFamilyIsIgnored() {
        connect();
        run(5.5);
        say(BgpMessage.RouteRefresh.of(AddressFamily.IPV6_UNICAST));
        run(50);

        assertThat(announced).containsExactly("0 s 172.16.0.0/16");
    }
}
