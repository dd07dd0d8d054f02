package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ESP on the wire and at the receiver (RFC 4303, RFC 4301). */
class EspTest {

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile profile) {
        spoke = lab.router("198.51.100.11", profile);
        hub = lab.router("203.0.113.1", profile);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private IpPacket lastOnWire() {
        return lab.wire().getLast();
    }

    private static EspPacket esp(IpPacket packet) {
        return (EspPacket) packet.content();
    }

    /** RFC 4303 section 3.1.1: the IP header stays and GRE is what ESP protects. */
    @Test
    @Shows({"RFC4303/2.6-content", "RFC4303/3.1.1-transport"})
    void transportModeKeepsTheHeaderAndProtectsGre() {
        connect(Profiles.usual());

        spoke.sendGre(hub);

        IpPacket packet = lastOnWire();
        assertThat(packet.protocolNumber()).isEqualTo(IpPacket.ESP);
        assertThat(packet.source()).isEqualTo(spoke.address());
        assertThat(packet.timeToLive()).isEqualTo(255);
        assertThat(esp(packet).nextHeader()).isEqualTo(IpPacket.GRE);
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).singleElement().satisfies(clear -> {
            assertThat(clear.protocolNumber()).isEqualTo(IpPacket.GRE);
            assertThat(clear.source()).isEqualTo(spoke.address());
        });
    }

    /** RFC 4303 section 3.1.2: the whole packet is protected, which costs 20 bytes more. */
    @Test
    @Shows("RFC4303/3.1.2-tunnel")
    void tunnelModeProtectsTheWholePacket() {
        connect(Profiles.inTunnelMode());

        spoke.sendGre(hub);

        assertThat(esp(lastOnWire()).nextHeader()).isEqualTo(EspPacket.IPV4_IN_IP);
        assertThat(esp(lastOnWire()).content()).isInstanceOf(IpPacket.class);
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
    }

    /** RFC 4303 section 2.2: the first packet has sequence number 1; SPIs are the receiver's. */
    @Test
    @Shows({"RFC4303/2.1-receiver", "RFC4303/2.2-one"})
    void sequenceNumbersBeginWithOneAndTheSpiIsTheReceivers() {
        connect(Profiles.usual());

        spoke.sendGre(hub);
        long first = esp(lastOnWire()).sequenceNumber();
        spoke.sendGre(hub);

        assertThat(first).isEqualTo(1);
        assertThat(esp(lastOnWire()).sequenceNumber()).isEqualTo(2);
        assertThat(Long.toHexString(esp(lastOnWire()).securityParametersIndex()))
                .isEqualTo(hub.ipsecSas().getFirst().get(0).replaceFirst("^0+", ""));
    }

    /** RFC 4301 section 5.1: what must be protected and cannot be is not sent. */
    @Test
    void withoutSecurityAssociationNothingIsSent() {
        spoke = lab.router("198.51.100.11", Profiles.usual());
        hub = lab.router("203.0.113.1", Profiles.usual());

        assertThat(spoke.sendGre(hub)).isFalse();
        spoke.open(hub);
        lab.runUntilMillis(35);
        assertThat(spoke.sendGre(hub)).isFalse();
        lab.runUntilMillis(40);
        assertThat(spoke.sendGre(hub)).isTrue();
    }

    /** RFC 4301 section 5.2: no security association has the SPI. */
    @Test
    @Shows("RFC4303/3.4.2-spi")
    void anUnknownSpiIsDroppedAndReported() {
        connect(Profiles.usual());
        spoke.sendGre(hub);
        EspPacket genuine = esp(lastOnWire());
        EspPacket other = new EspPacket(genuine.securityParametersIndex() ^ 1, 1, genuine.transform(),
                genuine.nextHeader(), genuine.content());

        hub.arrive(IpPacket.originated(spoke.address(), hub.address(), IpPacket.ESP, other));

        assertThat(hub.received()).isEmpty();
        TraceEvent event = lab.trace().entries().getLast().event();
        assertThat(event.message()).isEqualTo("packet dropped");
        assertThat(event.reason()).isEqualTo("invalid SPI: no security association has it");
        assertThat(RecordedTrace.fields(event)).contains("source=198.51.100.11", "sequence=1");
    }

    /** RFC 4303 section 3.4.3. */
    @Test
    @Shows("RFC4303/3.4.3-after")
    void aRepeatedPacketIsDroppedAndCounted() {
        connect(Profiles.usual());
        spoke.sendGre(hub);
        IpPacket packet = lastOnWire();
        lab.runUntilMillis(2_000);

        hub.arrive(packet);

        assertThat(hub.received()).hasSize(1);
        assertThat(lab.story(hub)).last().isEqualTo("2000 packet dropped (anti-replay: seen before or too old)");
        assertThat(hub.show("show crypto ipsec sa")).contains("#send errors 0, #recv errors 1\n");
    }

    /** RFC 4301 section 5.2 step 4: the content must be what the selectors say. */
    @Test
    void contentThatIsNotGreIsDropped() {
        connect(Profiles.usual());
        spoke.sendGre(hub);
        EspPacket genuine = esp(lastOnWire());
        EspPacket other = new EspPacket(genuine.securityParametersIndex(), 9, genuine.transform(), IpPacket.TCP,
                new OpaquePacket(Octets.of(new byte[20])));

        hub.arrive(IpPacket.originated(spoke.address(), hub.address(), IpPacket.ESP, other));

        assertThat(hub.received()).isEmpty();
        assertThat(lab.story(hub)).last()
                .isEqualTo("1000 packet dropped (the content does not match the traffic selectors)");
    }

    /** Cisco IOS logs CRYPTO-4-RECVD_PKT_NOT_IPSEC for GRE in clear on a protected tunnel. */
    @Test
    void aPacketInClearIsReportedAsOnIos() {
        connect(Profiles.usual());

        hub.protector().receivedInClear(spoke.address());

        TraceEvent event = lab.trace().entries().getLast().event();
        assertThat(event.message()).isEqualTo("%CRYPTO-4-RECVD_PKT_NOT_IPSEC");
        assertThat(RecordedTrace.fields(event)).isEqualTo(List.of("tunnel=Tunnel100", "source=198.51.100.11",
                "destination=203.0.113.1", "protocol=47"));
    }

    /** Data packets are counted; the trace has no event for each. */
    @Test
    void packetsAreCountedAndNotRecorded() {
        connect(Profiles.usual());
        int eventsBefore = lab.trace().entries().size();

        for (int packet = 0; packet < 5; packet++) {
            spoke.sendGre(hub);
        }
        hub.sendGre(spoke);
        lab.runUntilMillis(2_000);

        assertThat(lab.trace().entries()).hasSize(eventsBefore);
        assertThat(spoke.show("show crypto ipsec sa")).contains("#pkts encaps: 5, #pkts encrypt: 5, #pkts digest: 5",
                "#pkts decaps: 1, #pkts decrypt: 1, #pkts verify: 1");
        assertThat(hub.ipsecSas().getFirst().subList(8, 10)).containsExactly("1", "5");
    }
}
