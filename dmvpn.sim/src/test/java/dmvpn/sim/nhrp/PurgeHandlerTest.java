package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are taken back: RFC 2332 sections 5.2.5 and 5.2.6. */
class PurgeHandlerTest {

    private static final IpAddress S1 = IpAddress.parse("10.0.0.11");
    private static final IpAddress S1_NBMA = IpAddress.parse("198.51.100.11");

    private final NhrpLab lab = NhrpLab.clearCloud();
    private final Node hub = lab.hub();

    private PurgeRequest purge(boolean noReplyExpected, String network, int length) {
        return new PurgeRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 64, noReplyExpected,
                List.of(ClientInformationEntry.ofPrefix(length, IpAddress.parse(network))),
                List.of(ResponderAddress.EMPTY, new Authentication("dmvpnkey")));
    }

    private void boot() {
        lab.spoke(1);
        lab.spoke(2);
        lab.start();
        lab.runTo(10);
        hub.tunnel.sentNhrp.clear();
    }

    @Test
    @Shows("RFC2332/5.2.5-owner")
    void aClientTakesBackItsOwnRegistrationAndNobodyElses() {
        boot();
        hub.tunnel.deliver(S1_NBMA, purge(true, "10.0.0.0", 24));

        assertThat(hub.show("show ip nhrp")).doesNotContain("10.0.0.11/32").contains("10.0.0.12/32");
        assertThat(hub.timesOf("NHC down")).containsExactly(10.0);
    }

    @Test
    @Shows("RFC2332/5.2.6-reply")
    void aReplyIsDueEvenWhenNothingMatched() {
        boot();
        hub.tunnel.deliver(S1_NBMA, purge(false, "172.16.0.0", 16));

        assertThat(hub.tunnel.sentNhrp).singleElement().isInstanceOfSatisfying(PurgeReply.class, reply -> {
            assertThat(reply.requestId()).isEqualTo(64);
            assertThat(reply.extension(ResponderAddress.class).orElseThrow().responder()).isPresent();
        });
    }

    @Test
    @Shows("RFC2332/5.2.5-no-reply")
    void noReplyIsSentWhenNoneIsExpected() {
        boot();
        hub.tunnel.deliver(S1_NBMA, purge(true, "172.16.0.0", 16));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
    }

    @Test
    void staticEntriesAreNeverPurged() {
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(10);
        spoke.tunnel.deliver(NhrpLab.HUB_NBMA, new PurgeRequest(
                NhrpHeader.originated(NhrpLab.HUB_NBMA, NhrpLab.HUB, S1), 1, true,
                List.of(ClientInformationEntry.ofPrefix(24, IpAddress.parse("10.0.0.0"))),
                List.of(new Authentication("dmvpnkey"))));

        assertThat(spoke.show("show ip nhrp")).contains("10.0.0.1/32").contains("Type: static");
    }

    @Test
    @Shows("RFC2332/5.1-protocol")
    void anIpv6OverlayRegistersAsAnIpv4OneDoes() {
        NhrpLab ipv6 = NhrpLab.clearCloud();
        Node server = ipv6.node("H1", "203.0.113.1", "2001:db8::1", "192.168.1.1/24", LabOptions.hub());
        Node client = ipv6.node("S1", "198.51.100.11", "2001:db8::11", "192.168.11.1/24",
                LabOptions.spoke().servers(NhrpLab.server("2001:db8::1", "203.0.113.1")));
        ipv6.start();
        ipv6.runTo(10);

        assertThat(client.timesOf("NHS up")).containsExactly(1.02);
        assertThat(server.show("show ipv6 nhrp")).contains("2001:DB8::11/128 via 2001:DB8::11");
        assertThat(server.show("show dmvpn")).contains("2001:DB8::11");
    }

    /** RFC 2332 section 5.2.5: with an NBMA address the purge is about what leads there. */
    @Test
    @Shows("RFC2332/5.2.5-nbma")
    void anNbmaAddressLimitsAPurgeToWhatLeadsThere() {
        boot();
        IpAddress elsewhere = IpAddress.parse("198.51.100.99");
        hub.tunnel.deliver(S1_NBMA, ofS1At(elsewhere));
        assertThat(hub.show("show ip nhrp")).contains("10.0.0.11/32");
        hub.tunnel.deliver(S1_NBMA, ofS1At(S1_NBMA));
        assertThat(hub.show("show ip nhrp")).doesNotContain("10.0.0.11/32");
    }

    private static PurgeRequest ofS1At(IpAddress nbmaAddress) {
        return new PurgeRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), 64, true,
                List.of(ClientInformationEntry.mapping(32, 0, 0, nbmaAddress, S1)), List.of(new Authentication("dmvpnkey")));
    }
}
