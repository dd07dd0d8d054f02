package dmvpn.sim.router;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import dmvpn.sim.icmp.IcmpProtocol;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.ManualScheduler;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.Underlay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One router R with a WAN (203.0.113.1/24) and a LAN (192.168.1.1/24) between two stations of the test, or with addresses of IPv6
 * (2001:db8:1::1/64 and 2001:db8:2::1/64).
 */
final class TestBench {

    final ManualScheduler scheduler = new ManualScheduler();
    final RecordedTrace trace = new RecordedTrace(scheduler::nowNanos);
    final List<IpPacket> atWanStation = new ArrayList<>();
    final List<IpPacket> atLanStation = new ArrayList<>();
    final Router router;
    final Attachment wanStation;
    final Attachment lanStation;
    private final IpAddress lanAddress;

    TestBench(StaticRoute... routes) {
        this(Optional.of(IpAddress.parse("203.0.113.254")), routes);
    }

    TestBench(Optional<IpAddress> gateway, StaticRoute... routes) {
        this("203.0.113.", "192.168.1.", 24, gateway, routes);
    }

    /** A bench of IPv6; the gateway is empty or of IPv6. */
    static TestBench ofIpv6(Optional<IpAddress> gateway, StaticRoute... routes) {
        return new TestBench("2001:db8:1::", "2001:db8:2::", 64, gateway, routes);
    }

    private TestBench(String wan, String lan, int length, Optional<IpAddress> gateway, StaticRoute... routes) {
        lanAddress = IpAddress.parse(lan + "1");
        Device device = new Device("R", "R", DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(
                physical("GigabitEthernet1", InterfaceKind.WAN, wan + "1/" + length, gateway, Optional.of("Internet"), 1400),
                physical("GigabitEthernet2", InterfaceKind.LAN, lan + "1/" + length, Optional.empty(), Optional.empty(), 1500)),
                List.of(), CryptoConfiguration.NONE, new RoutingConfiguration(List.of(routes), List.of(), Origin.NONE), List.of(),
                Origin.NONE);
        Transport internet = new Transport("Internet", TransportKind.INTERNET, Transport.DEFAULT_LATENCY,
                Duration.ZERO, 0, OptionalLong.empty(), 1500, Optional.empty(), Origin.NONE);
        CompiledNetwork network = new CompiledNetwork("N", List.of(internet), List.of(), List.of(device), List.of(),
                List.of(), Origin.NONE);
        Underlay underlay = new Underlay(network, scheduler, trace, new SplittableRandom(1), List.of());
        router = new Router(device, 0, scheduler, new SplittableRandom(2), trace);
        Map<String, Attachment> attachments = new LinkedHashMap<>();
        device.interfaces().forEach(each -> attachments.put(each.name(), underlay.attach(0, device, each).orElseThrow()));
        router.powerOn(underlay, attachments, Set.of());
        IcmpProtocol icmp = new IcmpProtocol(router, (from, identifier, sequenceNumber) -> { });
        router.setErrorHandler(icmp);
        router.add(icmp);
        router.start();
        wanStation = underlay.attach(1, device, device.interfaces().get(0)).orElseThrow();
        wanStation.connect(IpAddress.parse(wan + "77"), atWanStation::add);
        lanStation = underlay.attachHost(2, "host", "R", "GigabitEthernet2", Origin.NONE);
        lanStation.connect(IpAddress.parse(lan + "10"), atLanStation::add);
        trace.clear();
    }

    private static NetworkInterface physical(String name, InterfaceKind kind, String address, Optional<IpAddress> gateway,
            Optional<String> transport, int mtuBytes) {
        return new NetworkInterface(name, kind, Optional.empty(),
                new AddressAssignment.Static(InterfaceAddress.parse(address), gateway, Origin.NONE), transport, mtuBytes, true,
                Origin.NONE);
    }

    /** The LAN station sends a packet to its gateway. */
    void fromLan(IpPacket packet) {
        lanStation.send(packet, lanAddress);
        scheduler.runUntil(Duration.ofNanos(scheduler.nowNanos() + 100_000_000));
    }
}
