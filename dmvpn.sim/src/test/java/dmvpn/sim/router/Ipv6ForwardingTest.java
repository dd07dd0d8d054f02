package dmvpn.sim.router;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.icmp.Icmpv6UnreachableReason;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UdpDatagram;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a router does with IPv6 packets of others (RFC 8200) and tells their senders (RFC 4443). */
class Ipv6ForwardingTest {

    private static final IpAddress STATION = IpAddress.parse("2001:db8:2::10");
    private static final IpAddress ROUTER = IpAddress.parse("2001:db8:2::1");
    private static final String FAR = "2001:db8:1::77";
    private static final Optional<IpAddress> GATEWAY = Optional.of(IpAddress.parse("2001:db8:1::ffff"));

    private final TestBench bench = TestBench.ofIpv6(GATEWAY);

    private static IpPacket echo(String destination, int hopLimit, int dataBytes) {
        return new IpPacket(STATION, IpAddress.parse(destination), IpPacket.ICMPV6, hopLimit, 0, false, 0,
                new Icmpv6Packet.EchoRequest(7, 3, dataBytes));
    }

    /** RFC 8200 section 3. */
    @Test
    void aForwardedPacketHasOneHopLess() {
        bench.fromLan(echo(FAR, 64, 52));

        assertThat(bench.atWanStation).singleElement().extracting(IpPacket::timeToLive).isEqualTo(63);
        assertThat(bench.trace.messages()).containsExactly("packet forwarded");
    }

    /** RFC 4443 section 3.3. */
    @Test
    void aPacketWhoseHopLimitIsExceededIsReportedToItsSender() {
        bench.fromLan(echo(FAR, 1, 52));

        assertThat(bench.atWanStation).isEmpty();
        assertThat(bench.atLanStation).singleElement().satisfies(answer -> {
            assertThat(answer.content()).isInstanceOf(Icmpv6Packet.TimeExceeded.class);
            assertThat(answer.source()).isEqualTo(ROUTER);
        });
    }

    /** RFC 4443 section 3.1, code 0. */
    @Test
    void withoutARouteThereIsNoRouteToTheDestination() {
        TestBench alone = TestBench.ofIpv6(Optional.empty());

        alone.fromLan(echo("2001:db8:99::1", 64, 52));

        assertThat(reason(alone)).isEqualTo(Icmpv6UnreachableReason.NO_ROUTE);
    }

    /** RFC 4443 section 3.1, code 3. */
    @Test
    void anAbsentHostOfAConnectedNetworkIsUnreachable() {
        bench.fromLan(echo("2001:db8:2::99", 64, 52));

        assertThat(reason(bench)).isEqualTo(Icmpv6UnreachableReason.ADDRESS);
    }

    /** RFC 4443 section 3.1, code 4. */
    @Test
    void aUdpPortWithoutListenerIsUnreachable() {
        bench.fromLan(IpPacket.originated(STATION, ROUTER, IpPacket.UDP,
                new UdpDatagram(1000, 500, new OpaquePacket(Octets.EMPTY))));

        assertThat(reason(bench)).isEqualTo(Icmpv6UnreachableReason.PORT);
    }

    /** RFC 8200 section 4: code 1 of Parameter Problem points at the next header field. */
    @Test
    void aProtocolThatNobodyTakesIsAParameterProblem() {
        bench.fromLan(IpPacket.originated(STATION, ROUTER, 253, new OpaquePacket(Octets.EMPTY)));

        assertThat(bench.atLanStation.get(0).content())
                .isInstanceOfSatisfying(Icmpv6Packet.UnrecognizedNextHeader.class,
                        message -> assertThat(message.pointer()).isEqualTo(6));
    }

    /** RFC 8200 section 5, RFC 8201: no router fragments, whatever is in the packet. */
    @Test
    void aPacketLargerThanTheNextNetworkIsTooBig() {
        bench.fromLan(echo(FAR, 64, 1353));
        bench.fromLan(echo(FAR, 64, 1352));

        assertThat(bench.atWanStation).hasSize(1);
        assertThat(bench.atLanStation.get(0).content()).isInstanceOfSatisfying(Icmpv6Packet.PacketTooBig.class,
                message -> assertThat(message.mtuBytes()).isEqualTo(1400));
    }

    /** RFC 4443 section 2.4 (e). */
    @Test
    void anErrorIsNeverAnsweredWithAnError() {
        bench.fromLan(echo(FAR, 1, 52));
        Icmpv6Packet error = (Icmpv6Packet) bench.atLanStation.get(0).content();
        bench.atLanStation.clear();

        bench.fromLan(new IpPacket(STATION, IpAddress.parse(FAR), IpPacket.ICMPV6, 1, 0, false, 0, error));

        assertThat(bench.atLanStation).isEmpty();
    }

    /** Cisco IOS, ipv6 icmp error-interval: a bucket of ten, one more each 100 ms. */
    @Test
    void errorsAreLimitedByATokenBucket() {
        for (int count = 0; count < 30; count++) {
            bench.lanStation.send(echo(FAR, 1, 52), ROUTER);
        }
        bench.fromLan(echo(FAR, 1, 52));
        assertThat(bench.atLanStation).hasSize(10);

        bench.fromLan(echo(FAR, 1, 52));
        assertThat(bench.atLanStation).hasSize(11);
    }

    /** RFC 4443 section 4.2. */
    @Test
    void theRouterAnswersPingsToAnyOfItsAddresses() {
        bench.fromLan(echo("2001:db8:1::1", 64, 52));

        assertThat(bench.atLanStation).singleElement().satisfies(answer -> {
            assertThat(answer.content()).isEqualTo(new Icmpv6Packet.EchoReply(7, 3, 52));
            assertThat(answer.source()).isEqualTo(IpAddress.parse("2001:db8:1::1"));
        });
    }

    private static Icmpv6UnreachableReason reason(TestBench bench) {
        return ((Icmpv6Packet.DestinationUnreachable) bench.atLanStation.get(0).content()).reason();
    }
}
