package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.ResolutionFlags;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server does to packets that are for others (RFC 2332 sections 5.2.1, 5.2.7 and 5.3). */
class TransitRulesTest {

    private static final IpAddress S1 = IpAddress.parse("10.0.0.11");
    private static final IpAddress S1_NBMA = IpAddress.parse("198.51.100.11");
    private static final IpAddress S2 = IpAddress.parse("10.0.0.12");
    private static final IpAddress S2_NBMA = IpAddress.parse("198.51.100.12");
    private static final Authentication PASSWORD = new Authentication("dmvpnkey");
    private static final ClientInformationEntry HUB_ENTRY =
            ClientInformationEntry.mapping(0, 1400, 600, NhrpLab.HUB_NBMA, NhrpLab.HUB);

    private final NhrpLab lab = NhrpLab.clearCloud();
    private final Node hub = lab.hub();

    TransitRulesTest() {
        lab.spoke(1);
        lab.spoke(2);
        lab.start();
        lab.runTo(10);
        hub.tunnel.sentNhrp.clear();
    }

    private static ResolutionRequest request(String destination, NhrpExtension... extensions) {
        return new ResolutionRequest(NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse(destination)), 9,
                ResolutionFlags.REQUEST, List.of(ClientInformationEntry.ofSource(32, 1400, 600)), List.of(extensions));
    }

    private NhrpPacket onlyPacket() {
        assertThat(hub.tunnel.sentNhrp).hasSize(1);
        return (NhrpPacket) hub.tunnel.sentNhrp.getFirst();
    }

    @Test
    @Shows("RFC2332/5.3.2-asked")
    void aRequestWithoutForwardRecordGetsNone() {
        hub.tunnel.deliver(S1_NBMA, request("192.168.12.10", PASSWORD));

        assertThat(onlyPacket().extensions()).containsExactly(PASSWORD);
        assertThat(onlyPacket().header().hopCount()).isEqualTo(254);
    }

    @Test
    @Shows({"RFC2332/5.3-transit", "RFC2332/5.3-transit-record", "RFC2332/5.3-order"})
    void aCompulsoryExtensionThatIsNotKnownIsPassedOnAndKeepsTheServerOutOfTheRecord() {
        NhrpExtension unknown = new NhrpExtension.Unknown(77, true, Octets.ofHex("01"));
        hub.tunnel.deliver(S1_NBMA, request("192.168.12.10", ForwardTransitRecord.EMPTY, unknown, PASSWORD));

        assertThat(onlyPacket().extensions()).containsExactly(ForwardTransitRecord.EMPTY, unknown, PASSWORD);
    }

    @Test
    @Shows("RFC2332/5.2.1-forward")
    void aRequestDoesNotGoBackToWhereItCameFrom() {
        hub.tunnel.deliver(S1_NBMA, request("192.168.11.10", ForwardTransitRecord.EMPTY, PASSWORD));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
        assertThat(hub.events()).last().asString().contains("dropped [the route leads back to where it came from");
    }

    @Test
    @Shows("RFC2332/5.3.3-loop")
    void ownAddressInTheReverseRecordIsALoop() {
        hub.tunnel.deliver(S2_NBMA, new ResolutionReply(NhrpHeader.originated(S1_NBMA, S1, IpAddress.parse("192.168.12.10")), 9,
                ResolutionFlags.REPLY, List.of(ClientInformationEntry.mapping(24, 1400, 600, S2_NBMA, S2)),
                List.of(ReverseTransitRecord.EMPTY.with(HUB_ENTRY), PASSWORD)));

        assertThat(onlyPacket()).isInstanceOfSatisfying(ErrorIndication.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.LOOP_DETECTED));
    }

    @Test
    @Shows("RFC2332/5.2.7-passed")
    void anErrorForAnotherStationIsPassedOn() {
        hub.tunnel.deliver(S2_NBMA, ErrorIndication.about(request("192.168.12.10"), ErrorCode.UNRECOGNIZED_EXTENSION,
                NhrpHeader.originated(S2_NBMA, S2, S1)));

        assertThat(onlyPacket()).isInstanceOf(ErrorIndication.class);
        assertThat(hub.events()).last().asString().contains("Error Indication forwarded");
    }

    @Test
    @Shows("RFC2332/5.2.6-way")
    void aPurgeForAnotherStationAndItsReplyArePassedOn() {
        hub.tunnel.deliver(S2_NBMA, new PurgeRequest(NhrpHeader.originated(S2_NBMA, S2, S1), 5, false,
                List.of(ClientInformationEntry.ofPrefix(24, IpAddress.parse("192.168.12.0"))), List.of(PASSWORD)));
        lab.runTo(11);

        assertThat(hub.tunnel.sentNhrp).extracting(Packet::summary).containsExactly("Purge Request", "Purge Reply");
    }

    @Test
    @Shows("RFC2332/5.2.7-header")
    void anErrorNamesWhoFoundItAndGoesToTheSourceOfTheWrongPacket() {
        hub.tunnel.deliver(S1_NBMA, request("192.168.12.10", PASSWORD).withHeader(
                new NhrpHeader(0, S1_NBMA, S1, IpAddress.parse("192.168.12.10"))));

        NhrpHeader header = onlyPacket().header();
        assertThat(header.sourceNbmaAddress()).isEqualTo(NhrpLab.HUB_NBMA);
        assertThat(header.sourceProtocolAddress()).isEqualTo(NhrpLab.HUB);
        assertThat(header.destinationProtocolAddress()).isEqualTo(S1);
    }

    @Test
    @Shows({"RFC2332/5.2.7-quote", "RFC2332/5.2.7-extensions"})
    void anErrorCarriesTheWrongPacketAndNoExtensions() {
        ResolutionRequest wrong = request("192.168.12.10", PASSWORD).withHeader(
                new NhrpHeader(0, S1_NBMA, S1, IpAddress.parse("192.168.12.10")));
        hub.tunnel.deliver(S1_NBMA, wrong);

        assertThat(onlyPacket()).isEqualTo(ErrorIndication.about(wrong, ErrorCode.HOP_COUNT_EXCEEDED,
                NhrpHeader.originated(NhrpLab.HUB_NBMA, NhrpLab.HUB, S1)));
        assertThat(onlyPacket().extensions()).isEmpty();
    }

    /** Two networks of one id may have two passwords: the way out has its own. */
    @Test
    @Shows("RFC2332/5.3.4-hop")
    void aPacketThatIsPassedOnHasThePasswordOfTheTunnelThatItLeaves() {
        NhrpTunnel tunnel = new NhrpTunnel(hub.router, hub.tunnel, hub.sockets, NhrpBehaviour.CISCO_IOS_XE, new RequestIds());
        new NhrpTransmitter(tunnel).forward(FarEnd.of(S2_NBMA),
                request("192.168.12.10", new Authentication("elsewhere"), NatAddress.EMPTY), "");

        assertThat(onlyPacket().extensions()).containsExactly(PASSWORD, NatAddress.EMPTY);
    }

    /** RFC 2784 section 2.4: what GRE carries and is neither IP nor NHRP. */
    @Test
    @Shows("RFC2784/2.4-unknown")
    void whatIsNotNhrpIsDiscarded() {
        int events = hub.events().size();
        hub.tunnel.deliver(S1_NBMA, new OpaquePacket(Octets.ofHex("0102")));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
        assertThat(hub.events()).hasSize(events);
    }
}
