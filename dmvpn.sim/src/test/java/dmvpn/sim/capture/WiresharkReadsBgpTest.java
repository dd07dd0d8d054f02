package dmvpn.sim.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.bgp.message.Aggregator;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Capability;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.NotificationCode;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import dmvpn.sim.tcp.TcpData;
import dmvpn.sim.tcp.TcpFlags;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark reads our BGP: every message, attribute and capability, and messages that TCP cut. */
class WiresharkReadsBgpTest {

    private static final String CAPTURE = "hub1.pcapng";
    private static final IpAddress SPOKE = IpAddress.parse("10.0.0.11");
    private static final IpAddress HUB = IpAddress.parse("10.0.0.1");
    private static final int SPOKE_PORT = 11_000;

    @TempDir
    Path directory;

    private Tshark tshark;
    private final List<IpPacket> packets = new ArrayList<>();
    private long sentBySpoke = 1;
    private long sentByHub = 1;

    @BeforeEach
    void needsTshark() {
        tshark = new Tshark(directory);
        add(true, 0, 0, TcpFlags.SYN, OptionalInt.of(1360), TcpData.NONE);
        add(false, 0, 1, TcpFlags.SYN_ACK, OptionalInt.of(1360), TcpData.NONE);
        add(true, 1, 1, TcpFlags.ACK, OptionalInt.empty(), TcpData.NONE);
    }

    private void add(boolean spoke, long sequence, long acknowledgement, TcpFlags flags, OptionalInt segmentBytes, TcpData data) {
        packets.add(IpPacket.originated(spoke ? SPOKE : HUB, spoke ? HUB : SPOKE, IpPacket.TCP,
                new TcpSegment(spoke ? SPOKE_PORT : 179, spoke ? 179 : SPOKE_PORT, sequence, acknowledgement, flags, segmentBytes, data)));
    }

    private void send(boolean spoke, TcpData data) {
        add(spoke, spoke ? sentBySpoke : sentByHub, spoke ? sentByHub : sentBySpoke, TcpFlags.ACK, OptionalInt.empty(), data);
        if (spoke) {
            sentBySpoke += data.lengthBytes();
        } else {
            sentByHub += data.lengthBytes();
        }
    }

    private void send(boolean spoke, BgpMessage... messages) {
        List<TcpData.Part> parts = new ArrayList<>();
        for (BgpMessage message : messages) {
            parts.add(new TcpData.Piece(message, 0, message.lengthBytes()));
        }
        send(spoke, TcpData.of(parts));
    }

    private void capture() throws Exception {
        try (CaptureSink sink = new CaptureSink(directory, node -> "hub1", 1)) {
            long time = 0;
            for (IpPacket packet : packets) {
                time += 1_000_000;
                sink.packet(0, "Tunnel0", time, packet.source().equals(HUB) ? Direction.SENT : Direction.RECEIVED, packet);
            }
        }
    }

    private static BgpMessage.Open open(long autonomousSystem, String routerId) {
        return new BgpMessage.Open(4, (int) autonomousSystem, 180, Ipv4Address.parse(routerId), List.of(
                new Capability.Multiprotocol(AddressFamily.IPV4_UNICAST), new Capability.Multiprotocol(AddressFamily.IPV6_UNICAST),
                new Capability.RouteRefresh(), new Capability.FourOctetNumbers(autonomousSystem)));
    }

    private static PathAttributes attributes() {
        return PathAttributes.of(RouteOrigin.IGP, AsPath.of(65001L, 4_200_000_001L), SPOKE)
                .withMultiExitDiscriminator(OptionalLong.of(5)).withLocalPreference(OptionalLong.of(200))
                .withAggregator(true, Optional.of(new Aggregator(65001, Ipv4Address.parse("192.168.11.1"))))
                .withCommunities(List.of(Community.NO_EXPORT, Community.tryParse("65001:7").orElseThrow()))
                .withReflection(Optional.of(Ipv4Address.parse("192.168.12.1")), List.of(Ipv4Address.parse("192.168.1.1")));
    }

    @Test
    void everyMessageIsUnderstood() throws Exception {
        send(true, open(65001, "192.168.11.1"));
        send(false, open(65000, "192.168.1.1"), new BgpMessage.Keepalive());
        send(true, new BgpMessage.Keepalive());
        send(true, BgpMessage.Update.announce(attributes(),
                List.of(Nlri.of(IpPrefix.parse("192.168.11.0/24")), Nlri.of(IpPrefix.parse("10.11.0.0/16")))));
        send(true, BgpMessage.Update.withdraw(List.of(Nlri.of(IpPrefix.parse("10.11.0.0/16")))));
        send(false, BgpMessage.RouteRefresh.of(AddressFamily.IPV4_UNICAST));
        send(true, BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.INCOMPLETE, AsPath.of(65001L),
                IpAddress.parse("2001:db8::11")), List.of(Nlri.of(IpPrefix.parse("2001:db8:11::/48")))));
        send(true, BgpMessage.Update.withdraw(List.of(Nlri.of(IpPrefix.parse("2001:db8:11::/48")))));
        send(true, BgpMessage.Update.endOf(AddressFamily.IPV4_UNICAST), BgpMessage.Update.endOf(AddressFamily.IPV6_UNICAST));
        capture();

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "bgp", "bgp.type")).extracting(values -> values.get(0))
                .containsExactly("1", "1,4", "4", "2", "2", "5", "2", "2", "2,2");
        assertThat(tshark.fields(CAPTURE, "bgp.type == 1 and ip.src == 10.0.0.11", "bgp.open.myas", "bgp.open.holdtime",
                "bgp.open.identifier", "bgp.cap.type", "bgp.cap.4as").get(0))
                .containsExactly("65001", "180", "192.168.11.1", "1,1,2,65", "65001");
        assertThat(tshark.fields(CAPTURE, "bgp.update.path_attribute.local_pref", "bgp.update.path_attribute.origin",
                "bgp.update.path_attribute.as_path_segment.as4", "bgp.update.path_attribute.next_hop",
                "bgp.update.path_attribute.multi_exit_disc", "bgp.update.path_attribute.local_pref", "bgp.nlri_prefix").get(0))
                .containsExactly("0", "65001,4200000001", "10.0.0.11", "5", "200", "192.168.11.0,10.11.0.0");
    }

    /** RFC 2545 section 3: two addresses of the next hop. */
    @Test
    void bothAddressesOfANextHopAreUnderstood() throws Exception {
        send(true, BgpMessage.Update.announce(PathAttributes.of(RouteOrigin.IGP, AsPath.of(65001L), SPOKE)
                .withNextHop(IpAddress.parse("2001:db8::11"), Optional.of(IpAddress.parse("fe80::11"))),
                List.of(Nlri.of(IpPrefix.parse("2001:db8:11::/48")))));
        capture();

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "bgp.type == 2", "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6",
                "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local").get(0)).containsExactly("2001:db8::11", "fe80::11");
    }

    /** RFC 2385 section 3.0. */
    @Test
    void signaturesAreUnderstood() throws Exception {
        TcpSegment syn = (TcpSegment) packets.getFirst().content();
        Octets digest = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
        packets.set(0, IpPacket.originated(SPOKE, HUB, IpPacket.TCP, new TcpSegment(syn.sourcePort(), syn.destinationPort(),
                syn.sequenceNumber(), 0, TcpFlags.SYN, syn.maximumSegmentBytes(), Optional.of(digest), TcpData.NONE)));
        capture();

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "tcp.flags.syn == 1 and ip.src == 10.0.0.11", "tcp.option_kind", "tcp.options.mss_val",
                "tcp.options.md5.digest").get(0)).containsExactly("2,1,1,19", "1360", "000102030405060708090a0b0c0d0e0f");
    }

    @Test
    void aMessageThatTcpCutIsPutTogetherAgain() throws Exception {
        List<Nlri> many = new ArrayList<>();
        for (int index = 0; index < 900; index++) {
            many.add(Nlri.of(IpPrefix.parse("10." + index / 250 + "." + index % 250 + ".0/24")));
        }
        BgpMessage.Update update = BgpMessage.Update.announce(attributes(), many);
        int length = update.lengthBytes();
        send(true, TcpData.of(List.of(new TcpData.Piece(update, 0, 1360))));
        send(true, TcpData.of(List.of(new TcpData.Piece(update, 1360, 2720))));
        BgpMessage.Keepalive keepalive = new BgpMessage.Keepalive();
        send(true, TcpData.of(List.of(new TcpData.Piece(update, 2720, length), new TcpData.Piece(keepalive, 0, 19))));
        capture();

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "bgp.type == 2", "bgp.type", "bgp.length")).containsExactly(
                List.of("2,4", length + ",19"));
    }

    @Test
    void aSessionEndsWithANotification() throws Exception {
        send(false, BgpMessage.Notification.of(NotificationCode.ADMINISTRATIVE_RESET));
        capture();

        assertThat(tshark.fields(CAPTURE, "bgp.type == 3", "bgp.notify.major_error", "bgp.notify.minor_error_cease"))
                .containsExactly(List.of("6", "4"));
    }
}
