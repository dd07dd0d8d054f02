package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.sim.ike.message.IkeExchange;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** {@code set security-association lifetime kilobytes} of Cisco IOS; RFC 4301 section 4.4.2.1. */
class LifetimeByVolumeTest {

    /** A GRE packet of the lab, with its delivery header. */
    private static final int PACKET_BYTES = 20 + 8 + 20 + 8 + 80;

    private final CryptoLab lab = new CryptoLab();
    private LabRouter first;
    private LabRouter second;

    private static IpsecProfile ofKilobytes(long kilobytes, boolean responderOnly) {
        return Profiles.withOptions(Profiles.usual(), new IpsecOptions(false, Optional.empty(),
                OptionalLong.of(kilobytes), OptionalInt.empty(), OptionalInt.empty(), responderOnly, Origin.NONE));
    }

    private void connect(IpsecProfile ofFirst, IpsecProfile ofSecond) {
        first = lab.router("198.51.100.11", ofFirst);
        second = lab.router("203.0.113.1", ofSecond);
        first.open(second);
        lab.runUntilMillis(1_000);
    }

    private void send(int packets) {
        for (int packet = 0; packet < packets; packet++) {
            first.sendGre(second);
        }
    }

    private long rekeys() {
        return lab.ikeMessages().stream().filter(message -> !message.response()
                && message.exchange() == IkeExchange.CREATE_CHILD_SA).count();
    }

    /** Cisco: a new one is negotiated when the traffic reaches 256 kilobytes less than the lifetime. */
    @Test
    void aChildSaIsRekeyed256KilobytesBeforeItsVolumeEnds() {
        connect(ofKilobytes(2_560, false), Profiles.usual());
        int packetsToMargin = (2_560 - 256) * 1_024 / PACKET_BYTES;

        send(packetsToMargin);
        assertThat(rekeys()).isZero();
        send(1);
        assertThat(rekeys()).isEqualTo(1);

        lab.runUntilMillis(2_000);
        assertThat(second.received()).hasSize(packetsToMargin + 1);
        assertThat(first.ipsecSas()).hasSize(1);
        assertThat(first.socketChanges()).hasSize(1);
    }

    /** The receiver counts as well: whoever has the smaller volume asks. */
    @Test
    void theReceiverOfTheTrafficCountsIt() {
        connect(Profiles.usual(), ofKilobytes(2_560, false));

        send(2_560 * 1_024 / PACKET_BYTES - 100);
        lab.runUntilMillis(2_000);

        assertThat(rekeys()).isEqualTo(1);
        assertThat(lab.story(second)).contains("1010 CREATE_CHILD_SA request sent");
    }

    /** Nobody renews: both ends only respond to what the other does not start. */
    @Test
    void aUsedUpVolumeEndsTheSocket() {
        connect(Profiles.usual(), ofKilobytes(100, true));

        send(100 * 1_024 / PACKET_BYTES + 1);
        lab.runUntilMillis(2_000);

        assertThat(second.socketChanges()).containsExactly("30 up 198.51.100.11",
                "1010 down 198.51.100.11 traffic volume used up");
        assertThat(first.socketChanges().getLast()).isEqualTo("1020 down 203.0.113.1 deleted by the peer");
    }

    /** A burst that is larger than the margin: the old pair carries on until the successor is there. */
    @Test
    void aBurstBeyondTheVolumeLosesNothingWhileTheSuccessorIsNegotiated() {
        connect(ofKilobytes(2_560, false), Profiles.usual());
        int burst = 3_000 * 1_024 / PACKET_BYTES;

        send(burst);
        lab.runUntilMillis(2_000);

        assertThat(second.received()).hasSize(burst);
        assertThat(rekeys()).isEqualTo(1);
        assertThat(first.socketChanges()).hasSize(1);
    }

    /** The same with IKEv1, whose pairs overlap. */
    @Test
    void ikeVersion1RenewsByVolumeToo() {
        connect(Profiles.version1(ofKilobytes(2_560, false)), Profiles.version1(Profiles.usual()));
        int burst = 3_000 * 1_024 / PACKET_BYTES;

        send(burst);
        lab.runUntilMillis(2_000);

        assertThat(second.received()).hasSize(burst);
        assertThat(first.ipsecSas()).hasSize(2);
        assertThat(first.sendGre(second)).isTrue();
    }

    @Test
    void theTableTellsWhatIsLeftOfTheVolumeInEachDirection() {
        connect(ofKilobytes(2_560, false), Profiles.usual());
        send(1_024);
        lab.runUntilMillis(2_000);

        assertThat(first.show("show crypto ipsec sa")).contains(
                "(k/sec): (2560/", "(k/sec): (" + (2_560 - PACKET_BYTES) + "/");
    }
}
