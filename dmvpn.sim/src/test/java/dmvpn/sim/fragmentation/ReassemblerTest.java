package dmvpn.sim.fragmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReassemblerTest {

    private static final IpAddress SOURCE = IpAddress.parse("192.0.2.1");
    private static final IpAddress DESTINATION = IpAddress.parse("192.0.2.2");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Reassembler reassembler = new Reassembler(scheduler, Reassembler.ROUTER_TIMEOUT_NANOS);
    private final List<Reassembler.Incomplete> thrownAway = new ArrayList<>();

    private static IpPacket packet(int lengthBytes) {
        return IpPacket.originated(SOURCE, DESTINATION, IpPacket.ICMP, new IcmpPacket.EchoRequest(1, 2, lengthBytes - 28));
    }

    private Optional<IpPacket> add(IpPacket fragment) {
        return reassembler.add(fragment, thrownAway::add);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** Cut by several links of random MTU, out of order and with duplicates: the last missing piece completes the packet. */
    @ParameterizedTest
    @MethodSource("seeds")
    void piecesInAnyOrderAndSizeMakeThePacketAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IpPacket whole = packet(100 + random.nextInt(9000));
        List<IpPacket> pieces = List.of(whole);
        for (int link = 0; link < 3; link++) {
            int mtu = 68 + random.nextInt(1500);
            Fragmenter fragmenter = new Fragmenter(link);
            pieces = pieces.stream()
                    .flatMap(piece -> (piece.lengthBytes() > mtu ? fragmenter.cut(piece, mtu) : List.of(piece)).stream())
                    .toList();
            assertThat(pieces).as("seed %d, MTU %d", seed, mtu).allMatch(piece -> piece.lengthBytes() <= mtu || mtu > 8000);
        }
        if (pieces.size() == 1) {
            return;
        }
        List<IpPacket> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, random);
        IpPacket last = shuffled.removeLast();
        shuffled.add(random.nextInt(shuffled.size()), shuffled.getFirst());

        assertThat(shuffled).as("seed %d", seed).allMatch(piece -> add(piece).isEmpty());
        assertThat(add(last)).as("seed %d", seed).hasValueSatisfying(again -> {
            assertThat(again.content()).isSameAs(whole.content());
            assertThat(again.lengthBytes()).isEqualTo(whole.lengthBytes());
        });
        scheduler.runUntil(Duration.ofMinutes(1));
        assertThat(thrownAway).isEmpty();
    }

    /** RFC 791 section 3.2: the time counts from the first piece that came. */
    @Test
    void whatIsIncompleteAfter15SecondsIsThrownAway() {
        List<IpPacket> pieces = new Fragmenter(0).cut(packet(3000), 1500);
        add(pieces.get(1));
        scheduler.runUntilMillis(10_000);
        add(pieces.get(0));
        scheduler.runUntilMillis(14_999);
        assertThat(thrownAway).isEmpty();
        scheduler.runUntilMillis(15_000);

        assertThat(thrownAway).singleElement().satisfies(incomplete -> {
            assertThat(incomplete.pieces()).isEqualTo(2);
            assertThat(incomplete.hasBeginning()).isTrue();
            assertThat(incomplete.cause()).isEqualTo(Reassembler.Cause.TIMEOUT);
        });
        assertThat(add(pieces.get(2))).as("the last piece comes too late").isEmpty();
    }

    /** RFC 4963 section 3: the checksum of the protocol inside finds out. */
    @Test
    void piecesOfTwoPacketsWithOneIdentificationAreNoPacket() {
        List<IpPacket> one = new Fragmenter(0).cut(packet(2000), 1500);
        List<IpPacket> other = new Fragmenter(0).cut(packet(2000), 1500);

        add(one.get(0));
        assertThat(add(other.get(1))).isEmpty();
        assertThat(thrownAway).singleElement().extracting(Reassembler.Incomplete::cause).isEqualTo(Reassembler.Cause.MIXED);
    }

    /** RFC 791 section 3.2: source, destination, protocol and identification tell packets apart. */
    @Test
    void packetsWithDifferentIdentificationsDoNotMix() {
        Fragmenter fragmenter = new Fragmenter(0);
        List<IpPacket> one = fragmenter.cut(packet(2000), 1500);
        List<IpPacket> other = fragmenter.cut(packet(2000), 1500);

        add(one.get(0));
        add(other.get(1));
        assertThat(add(one.get(1)).orElseThrow().content()).isSameAs(((IpFragment.OfPacket) one.get(0).content()).whole());
        assertThat(add(other.get(0)).orElseThrow().content()).isSameAs(((IpFragment.OfPacket) other.get(1).content()).whole());
    }

    @Test
    void withoutPowerNothingIsThrownAwayLater() {
        add(new Fragmenter(0).cut(packet(2000), 1500).get(0));
        reassembler.clear();
        scheduler.runUntil(Duration.ofMinutes(1));

        assertThat(thrownAway).isEmpty();
    }

    /** RFC 791 section 3.2: 8 bytes are the least that an internet module forwards behind a header. */
    @Test
    void anMtuThatTakesNoUnitIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> new Fragmenter(0).cut(packet(2000), 27)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("27");
    }

    /** RFC 791 section 3.1, RFC 8200 section 5. */
    @Test
    void nobodyCutsAPacketWithDfOrOneOfIpv6() {
        IpPacket ipv6 = IpPacket.originated(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), IpPacket.ESP,
                packet(100));

        assertThat(Fragmenter.mayBeCutOnTheWay(packet(100))).isTrue();
        assertThat(Fragmenter.mayBeCutOnTheWay(packet(100).withDontFragment(true))).isFalse();
        assertThat(Fragmenter.mayBeCutOnTheWay(ipv6)).isFalse();
    }

    /** RFC 8200 section 4.5: a source cuts, and each piece has a fragment header of 8 bytes. */
    @Test
    void aSourceCutsIpv6WithAFragmentHeader() {
        IpPacket ipv6 = IpPacket.originated(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), IpPacket.ICMP,
                new IcmpPacket.EchoRequest(1, 1, 1500));

        List<IpPacket> pieces = new Fragmenter(0).cut(ipv6, 1500);

        assertThat(pieces).extracting(IpPacket::lengthBytes).containsExactly(40 + 8 + 1448, 40 + 8 + 60);
        assertThat(add(pieces.get(0))).isEmpty();
        assertThat(add(pieces.get(1)).orElseThrow().lengthBytes()).isEqualTo(ipv6.lengthBytes());
    }
}
