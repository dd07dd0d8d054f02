package dmvpn.sim.underlay;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.device.Device;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.QueryPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.testing.ManualScheduler;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Packets through translating devices and firewalls, without routers: node 0 is outside, the others are inside. */
class AddressTranslatorTest {

    private static final IpAddress HUB = IpAddress.parse("203.0.113.1");
    private static final IpAddress OUTSIDE = IpAddress.parse("192.0.2.50");
    private static final IpAddress FIRST = IpAddress.parse("172.20.1.2");
    private static final IpAddress SECOND = IpAddress.parse("172.20.1.3");
    private static final IpAddress GATEWAY = IpAddress.parse("172.20.1.254");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final RecordedTrace trace = new RecordedTrace(scheduler::nowNanos);
    private final List<String> arrived = new ArrayList<>();
    private Underlay underlay;
    private List<Device> devices;

    private void start(ReferenceNetwork reference) {
        CompiledNetwork network = reference.build();
        devices = network.devices();
        underlay = new Underlay(network, scheduler, trace, new SplittableRandom(1), List.of());
    }

    private Attachment attach(int node, IpAddress address) {
        Attachment attachment = underlay.attach(node, devices.get(node), devices.get(node).interfaces().get(0)).orElseThrow();
        attachment.connect(address, packet -> arrived.add(text(packet)));
        return attachment;
    }

    private static String text(IpPacket packet) {
        return packet.source() + ports(packet.content(), true) + " > " + packet.destination() + ports(packet.content(), false);
    }

    private static String ports(Packet content, boolean ofSource) {
        return switch (content) {
            case UdpDatagram datagram -> "/" + (ofSource ? datagram.sourcePort() : datagram.destinationPort());
            case QueryPacket query -> "#" + query.identifier();
            default -> "";
        };
    }

    private static IpPacket udp(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return IpPacket.originated(source, destination, IpPacket.UDP,
                new UdpDatagram(sourcePort, destinationPort, new OpaquePacket(Octets.EMPTY)));
    }

    private static IpPacket of(int protocolNumber, IpAddress source, IpAddress destination) {
        return IpPacket.originated(source, destination, protocolNumber, new OpaquePacket(Octets.EMPTY));
    }

    private void send(Attachment from, IpPacket packet) {
        from.send(packet, GATEWAY);
        scheduler.runUntilMillis(scheduler.nowNanos() / 1_000_000 + 11);
    }

    private List<String> losses() {
        return trace.entries().stream().filter(entry -> entry.event().message().equals("packet lost"))
                .map(entry -> entry.event().reason()).toList();
    }

    private static ReferenceNetwork twoBehindOne() {
        return new ReferenceNetwork().behindPat("S1", FIRST + "/24", OUTSIDE.toString())
                .behindPat("S2", SECOND + "/24", OUTSIDE.toString());
    }

    @Test
    void aStaticTranslationWorksInBothDirectionsAndForEveryProtocol() {
        start(new ReferenceNetwork().behindNat("S1", FIRST + "/24", OUTSIDE.toString()));
        Attachment hub = attach(0, HUB);
        Attachment inside = attach(1, FIRST);

        send(hub, of(IpPacket.GRE, HUB, OUTSIDE));
        send(inside, udp(FIRST, 500, HUB, 500));

        assertThat(arrived).containsExactly("203.0.113.1 > 172.20.1.2", "192.0.2.50/500 > 203.0.113.1/500");
        assertThat(inside.outsideAddress()).contains(OUTSIDE);
    }

    @Test
    void theTransportDoesNotKnowInsideAddresses() {
        start(new ReferenceNetwork().behindNat("S1", FIRST + "/24", OUTSIDE.toString()));
        Attachment hub = attach(0, HUB);
        attach(1, FIRST);

        send(hub, of(IpPacket.GRE, HUB, FIRST));

        assertThat(losses()).containsExactly("no powered interface of the network has the address");
    }

    @Test
    void portsTellApartWhoIsBehindOneAddress() {
        start(twoBehindOne());
        Attachment hub = attach(0, HUB);
        Attachment first = attach(1, FIRST);
        Attachment second = attach(2, SECOND);

        send(first, udp(FIRST, 4500, HUB, 4500));
        send(second, udp(SECOND, 4500, HUB, 4500));
        send(hub, udp(HUB, 4500, OUTSIDE, 1024));
        send(hub, udp(HUB, 4500, OUTSIDE, 4500));

        assertThat(arrived).containsExactly("192.0.2.50/4500 > 203.0.113.1/4500", "192.0.2.50/1024 > 203.0.113.1/4500",
                "203.0.113.1/4500 > 172.20.1.3/4500", "203.0.113.1/4500 > 172.20.1.2/4500");
    }

    /** Cisco, Configuring NAT for IP Address Conservation: the first free port of the same group. */
    @Test
    void aTakenPortBelow512IsReplacedByOneOfItsGroup() {
        start(twoBehindOne());
        attach(0, HUB);
        Attachment first = attach(1, FIRST);
        Attachment second = attach(2, SECOND);

        send(first, udp(FIRST, 500, HUB, 500));
        send(second, udp(SECOND, 500, HUB, 500));

        assertThat(arrived).containsExactly("192.0.2.50/500 > 203.0.113.1/500", "192.0.2.50/1 > 203.0.113.1/500");
    }

    /** RFC 4787 section 4.1, REQ-1. */
    @Test
    void aPortInsideHasOnePortOutsideWhoeverItTalksTo() {
        start(twoBehindOne().spokes(3));
        attach(0, HUB);
        attach(3, IpAddress.parse("198.51.100.13"));
        Attachment first = attach(1, FIRST);
        Attachment second = attach(2, SECOND);

        send(first, udp(FIRST, 4500, HUB, 4500));
        send(second, udp(SECOND, 4500, HUB, 4500));
        send(second, udp(SECOND, 4500, IpAddress.parse("198.51.100.13"), 4500));

        assertThat(arrived).last().isEqualTo("192.0.2.50/1024 > 198.51.100.13/4500");
        assertThat(trace.messages()).containsExactly("address mapping made", "address mapping made");
    }

    @Test
    void whatNobodyInsideAskedForIsDropped() {
        start(twoBehindOne().spokes(3));
        Attachment hub = attach(0, HUB);
        Attachment other = attach(3, IpAddress.parse("198.51.100.13"));
        Attachment first = attach(1, FIRST);

        send(hub, udp(HUB, 500, OUTSIDE, 500));
        send(first, udp(FIRST, 500, HUB, 500));
        // RFC 4787 section 5, REQ-8: the mapping is open for the hub alone.
        send(other, udp(IpAddress.parse("198.51.100.13"), 500, OUTSIDE, 500));

        assertThat(arrived).containsExactly("192.0.2.50/500 > 203.0.113.1/500");
        assertThat(losses()).containsExactly("the translating device has no mapping: nobody behind it asked for the packet",
                "the translating device's mapping is for another sender: nobody behind it sent to this one");
    }

    @Test
    void stationsBehindOneDeviceDoNotReachEachOtherByTheOutsideAddress() {
        start(twoBehindOne());
        Attachment first = attach(1, FIRST);
        attach(2, SECOND);

        send(first, udp(FIRST, 500, OUTSIDE, 500));

        assertThat(losses()).containsExactly(
                "sender and receiver are behind one translating device, which sends nothing back inside");
    }

    /** GRE and ESP have no ports: the first station inside that talks to a far end has the protocol for itself. */
    @Test
    void aProtocolWithoutPortsBelongsToOneStationForEachFarEnd() {
        start(twoBehindOne());
        Attachment hub = attach(0, HUB);
        Attachment first = attach(1, FIRST);
        Attachment second = attach(2, SECOND);

        send(first, of(IpPacket.ESP, FIRST, HUB));
        send(second, of(IpPacket.ESP, SECOND, HUB));
        send(hub, of(IpPacket.ESP, HUB, OUTSIDE));

        assertThat(arrived).containsExactly("192.0.2.50 > 203.0.113.1", "203.0.113.1 > 172.20.1.2");
        assertThat(losses()).singleElement().asString().contains("the protocol has no ports");
    }

    /** RFC 5508 section 3.1: the identifier of a query stands in for the port. */
    @Test
    void pingsAreToldApartByTheirIdentifiers() {
        start(twoBehindOne());
        Attachment hub = attach(0, HUB);
        Attachment first = attach(1, FIRST);
        Attachment second = attach(2, SECOND);

        send(first, IpPacket.originated(FIRST, HUB, IpPacket.ICMP, new IcmpPacket.EchoRequest(7, 1, 72)));
        send(second, IpPacket.originated(SECOND, HUB, IpPacket.ICMP, new IcmpPacket.EchoRequest(7, 1, 72)));
        send(hub, IpPacket.originated(HUB, OUTSIDE, IpPacket.ICMP, new IcmpPacket.EchoReply(1, 1, 72)));

        assertThat(arrived).containsExactly("192.0.2.50#7 > 203.0.113.1#7", "192.0.2.50#1 > 203.0.113.1#1",
                "203.0.113.1#7 > 172.20.1.3#7");
    }

    /** RFC 4787 section 4.3, REQ-5: five minutes, counted from the last packet. */
    @Test
    void aMappingOfUdpLivesFiveMinutesAfterItsLastPacket() {
        start(twoBehindOne());
        Attachment hub = attach(0, HUB);
        Attachment first = attach(1, FIRST);

        send(first, udp(FIRST, 500, HUB, 500));
        scheduler.runUntilMillis(200_000);
        send(hub, udp(HUB, 500, OUTSIDE, 500));
        scheduler.runUntilMillis(499_000);
        assertThat(trace.messages()).containsExactly("address mapping made");

        scheduler.runUntilMillis(501_000);
        assertThat(trace.messages()).containsExactly("address mapping made", "address mapping gone");
        send(hub, udp(HUB, 500, OUTSIDE, 500));
        assertThat(losses()).containsExactly("the translating device has no mapping: nobody behind it asked for the packet");
    }

    @Test
    void aDeviceWithoutAFixedAddressLeasesOneAndItsStationsLeaseInside() {
        start(new ReferenceNetwork().dhcpSpokes().leasedBehindPat("S1"));
        Attachment inside = underlay.attach(1, devices.get(1), devices.get(1).interfaces().get(0)).orElseThrow();
        LeasedAddress lease = underlay.lease(inside).orElseThrow();
        inside.connect(lease.address().address(), packet -> arrived.add(text(packet)));

        assertThat(lease.address().toString()).isEqualTo("100.64.0.2/10");
        assertThat(lease.gateway()).isEqualTo(IpAddress.parse("100.64.0.1"));
        assertThat(inside.outsideAddress()).contains(IpAddress.parse("198.51.100.2"));
    }

    /** The router keeps its address; what it sends next comes from another outside address. */
    @Test
    void aNewLeaseOfTheDeviceForgetsItsMappings() {
        start(new ReferenceNetwork().dhcpSpokes().leasedBehindPat("S1"));
        attach(0, HUB);
        IpAddress own = IpAddress.parse("100.64.0.2");
        Attachment inside = attach(1, own);
        send(inside, udp(own, 500, HUB, 500));

        assertThat(underlay.renumberOutside(inside, Optional.of(IpAddress.parse("198.51.100.99")))).isTrue();
        send(inside, udp(own, 500, HUB, 500));

        assertThat(arrived).containsExactly("198.51.100.2/500 > 203.0.113.1/500", "198.51.100.99/500 > 203.0.113.1/500");
        assertThat(trace.messages()).containsExactly("address mapping made", "address mapping gone", "outside address",
                "address mapping made");
    }

    @Test
    void aFirewallDropsAPortInBothDirections() {
        start(new ReferenceNetwork().blocks("S1",
                new BlockedTraffic(Optional.of(PacketProtocol.UDP), OptionalInt.of(500), Origin.NONE)));
        Attachment hub = attach(0, HUB);
        Attachment inside = attach(1, FIRST);

        send(inside, udp(FIRST, 500, HUB, 500));
        send(hub, udp(HUB, 500, FIRST, 500));
        send(hub, udp(HUB, 4500, FIRST, 4500));

        assertThat(arrived).containsExactly("203.0.113.1/4500 > 172.20.1.2/4500");
        assertThat(losses()).hasSize(2).containsOnly("a firewall in front of the uplink blocks the protocol or port");
    }

    @Test
    void aFirewallLetsAnswersIn() {
        start(new ReferenceNetwork().blocks("S1", new BlockedTraffic(Optional.empty(), OptionalInt.empty(), Origin.NONE)));
        Attachment hub = attach(0, HUB);
        Attachment inside = attach(1, FIRST);

        send(hub, of(IpPacket.ESP, HUB, FIRST));
        send(inside, of(IpPacket.ESP, FIRST, HUB));
        send(hub, of(IpPacket.ESP, HUB, FIRST));

        assertThat(arrived).containsExactly("172.20.1.2 > 203.0.113.1", "203.0.113.1 > 172.20.1.2");
        assertThat(losses()).containsExactly("a firewall in front of the receiver drops what was not asked for from inside");
    }
}
