package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.tunnel.FarEnd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registration at the next-hop server: RFC 2332 section 5.2.4. */
class RegistrationServerTest {

    private static final IpAddress CLIENT = IpAddress.parse("10.0.0.11");
    private static final IpAddress CLIENT_NBMA = IpAddress.parse("198.51.100.11");
    private static final IpAddress OTHER_NBMA = IpAddress.parse("198.51.100.99");

    private final NhrpLab lab = NhrpLab.clearCloud();
    private Node hub = lab.hub();

    private RegistrationRequest request(IpAddress claimedNbma, boolean unique, int prefixLength, String password) {
        return new RegistrationRequest(NhrpHeader.originated(claimedNbma, CLIENT, NhrpLab.HUB), 7,
                new RegistrationFlags(unique, true),
                List.of(ClientInformationEntry.ofSource(prefixLength, 17916, 600)),
                List.of(ResponderAddress.EMPTY, new Authentication(password), NatAddress.EMPTY));
    }

    private RegistrationReply register(IpAddress outerSource, RegistrationRequest request) {
        hub.tunnel.deliver(outerSource, request);
        return (RegistrationReply) hub.tunnel.sentNhrp.get(hub.tunnel.sentNhrp.size() - 1);
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-addresses", "RFC2332/5.2.4-accept", "RFC2332/5.3.1-fill"})
    void aRegistrationMakesADynamicEntryForItsHoldingTime() {
        lab.start();
        RegistrationReply reply = register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));

        assertThat(reply.requestId()).isEqualTo(7);
        assertThat(reply.entries().get(0).code()).isEqualTo(CieCode.SUCCESS);
        assertThat(reply.extension(ResponderAddress.class).orElseThrow().responder().orElseThrow().nbmaAddress())
                .contains(NhrpLab.HUB_NBMA);
        assertThat(hub.show("show ip nhrp")).isEqualTo("""
                10.0.0.11/32 via 10.0.0.11
                   Tunnel100 created 00:00:00, expire 00:10:00
                   Type: dynamic, Flags: unique registered nhop
                   NBMA address: 198.51.100.11
                """);
    }

    @Test
    void theFirstRegistrationMapsMulticastAndAnnouncesTheTargetOnce() {
        lab.start();
        register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));
        register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));

        assertThat(hub.tunnel.resolver().multicastTargets()).containsExactly(FarEnd.of(CLIENT_NBMA));
        assertThat(hub.tunnel.announced).isEqualTo(1);
        assertThat(hub.timesOf("NHC up")).hasSize(1);
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-holding-nak", "RFC2332/5.2.4-code14", "NHRP/5-on"})
    void aUniqueAddressHeldByAnotherClientIsRefusedWithCode14AndTheOldEntryStays() {
        lab.start();
        register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));
        RegistrationReply reply = register(OTHER_NBMA, request(OTHER_NBMA, true, 32, "dmvpnkey"));

        assertThat(reply.entries().get(0).code()).isEqualTo(CieCode.UNIQUE_ADDRESS_REGISTERED);
        assertThat(reply.entries().get(0).holdingTimeSeconds()).as("a NAK has holding time 0").isZero();
        assertThat(hub.show("show ip nhrp")).contains("NBMA address: 198.51.100.11");
    }

    @Test
    @Shows("RFC2332/5.2.4-replace")
    void aRegistrationThatIsNotUniqueMovesTheEntryAndItsMulticast() {
        lab.start();
        register(CLIENT_NBMA, request(CLIENT_NBMA, false, 32, "dmvpnkey"));
        RegistrationReply reply = register(OTHER_NBMA, request(OTHER_NBMA, false, 32, "dmvpnkey"));

        assertThat(reply.entries().get(0).code()).isEqualTo(CieCode.SUCCESS);
        assertThat(hub.show("show ip nhrp")).contains("NBMA address: 198.51.100.99").contains("Flags: registered nhop");
        assertThat(hub.tunnel.resolver().multicastTargets()).containsExactly(FarEnd.of(OTHER_NBMA));
    }

    @Test
    @Shows("NHRP/5-off")
    void frrReplacesABindingWhateverTheUniqueFlagSays() {
        NhrpLab frrLab = NhrpLab.clearCloud();
        hub = frrLab.hub(LabOptions.hub().platform(new Platform(Vendor.FRR, "", Origin.NONE)));
        frrLab.start();
        register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));
        RegistrationReply reply = register(OTHER_NBMA, request(OTHER_NBMA, true, 32, "dmvpnkey"));

        assertThat(reply.entries().get(0).code()).isEqualTo(CieCode.SUCCESS);
    }

    @Test
    void behindNatTheOuterAddressIsUsedTheInnerOneIsClaimedAndTheClientIsTold() {
        IpAddress inside = IpAddress.parse("172.20.1.2");
        IpAddress outside = IpAddress.parse("192.0.2.50");
        lab.start();
        RegistrationReply reply = register(outside, request(inside, true, 32, "dmvpnkey"));

        assertThat(hub.show("show ip nhrp"))
                .contains("NBMA address: 192.0.2.50\n     (Claimed NBMA address: 172.20.1.2)\n");
        assertThat(hub.show("show dmvpn")).contains("192.0.2.50            10.0.0.11    UP 00:00:00    DN");
        assertThat(reply.extension(NatAddress.class).orElseThrow().entries())
                .anyMatch(entry -> entry.nbmaAddress().equals(Optional.of(outside))
                        && entry.protocolAddress().equals(Optional.of(CLIENT)));
    }

    @Test
    @Shows("RFC2332/5.2.4-code4")
    void aPrefixShorterThanTheHostIsRefused() {
        lab.start();

        assertThat(register(CLIENT_NBMA, request(CLIENT_NBMA, true, 24, "dmvpnkey")).entries().get(0).code())
                .isEqualTo(CieCode.ADMINISTRATIVELY_PROHIBITED);
        assertThat(register(CLIENT_NBMA, request(CLIENT_NBMA, false, 24, "dmvpnkey")).entries().get(0).code())
                .isEqualTo(CieCode.BINDING_NOT_UNIQUE);
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-prefix", "RFC2332/5.2.3-unique-entry"})
    void prefixLengths0And255MeanTheHost() {
        lab.start();

        assertThat(register(CLIENT_NBMA, request(CLIENT_NBMA, true, 0, "dmvpnkey")).entries().get(0).code())
                .isEqualTo(CieCode.SUCCESS);
        assertThat(register(CLIENT_NBMA, request(CLIENT_NBMA, true, 255, "dmvpnkey")).entries().get(0).code())
                .isEqualTo(CieCode.SUCCESS);
    }

    @Test
    @Shows({"RFC2332/5.3.4-fails", "NHRP/1-off"})
    void iosDropsAWrongPasswordWithoutAWordToTheSender() {
        lab.start();
        hub.tunnel.deliver(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "wrong"));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
        assertThat(hub.events()).anyMatch(event -> event.endsWith("dropped [authentication failure (11)]"));
    }

    @Test
    @Shows({"RFC2332/5.2.7-code11", "NHRP/1-on"})
    void frrAnswersAWrongPasswordWithAnErrorIndication() {
        NhrpLab frrLab = NhrpLab.clearCloud();
        hub = frrLab.hub(LabOptions.hub().platform(new Platform(Vendor.FRR, "", Origin.NONE)));
        frrLab.start();
        hub.tunnel.deliver(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "wrong"));

        assertThat(hub.tunnel.sentNhrp).singleElement()
                .isInstanceOfSatisfying(ErrorIndication.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILURE);
                    assertThat(error.header().destinationProtocolAddress()).isEqualTo(CLIENT);
                });
    }

    @Test
    @Shows("RFC2332/5.3.4-present")
    void aMissingPasswordIsAWrongOne() {
        lab.start();
        hub.tunnel.deliver(CLIENT_NBMA,
                request(CLIENT_NBMA, true, 32, "dmvpnkey").withoutExtension(Authentication.class));

        assertThat(hub.tunnel.sentNhrp).isEmpty();
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-holding", "RFC2332/6.2.2-lost-purge"})
    void anEntryExpiresOneHoldingTimeAfterTheLastRegistrationAndTakesSocketAndMulticastWithIt() {
        NhrpLab protectedLab = NhrpLab.protectedCloud();
        Node server = protectedLab.hub();
        Node spoke = protectedLab.spoke(1);
        protectedLab.start();
        protectedLab.runTo(300);
        spoke.powerOff();
        protectedLab.runTo(900);

        assertThat(server.timesOf("cache entry removed")).containsExactly(801.01);
        assertThat(server.timesOf("NHC down")).containsExactly(801.01);
        assertThat(server.sockets.closed).containsExactly(CLIENT_NBMA);
        assertThat(server.tunnel.resolver().multicastTargets()).isEmpty();
    }

    @Test
    void aRegisteredEntryIsNotRefreshedByTraffic() {
        NhrpLab protectedLab = NhrpLab.protectedCloud();
        Node server = protectedLab.hub();
        Node spoke = protectedLab.spoke(1);
        protectedLab.start();
        protectedLab.runTo(300);
        spoke.powered = false;
        for (int second = 301; second < 801; second++) {
            server.data("192.168.1.10", "192.168.11.10");
            protectedLab.runTo(second);
        }
        protectedLab.runTo(802);

        assertThat(server.timesOf("Resolution Request sent")).isEmpty();
        assertThat(server.timesOf("NHC down")).hasSize(1);
    }

    @Test
    void theLossOfTheSocketRemovesTheClient() {
        NhrpLab protectedLab = NhrpLab.protectedCloud();
        Node server = protectedLab.hub();
        protectedLab.spoke(1);
        protectedLab.start();
        protectedLab.runTo(10);
        server.sockets.lose(CLIENT_NBMA);

        assertThat(server.show("show ip nhrp")).isEmpty();
        assertThat(server.events()).anyMatch(event -> event.startsWith("10.000 NHC down [External"));
    }

    private static RegistrationRequest entries(IpAddress server, boolean unique, ClientInformationEntry... entries) {
        return new RegistrationRequest(NhrpHeader.originated(CLIENT_NBMA, CLIENT, server), 7,
                new RegistrationFlags(unique, true), List.of(entries), List.of(new Authentication("dmvpnkey")));
    }

    /** RFC 2332 section 5.2.3. */
    @Test
    @Shows("RFC2332/5.2.3-several")
    void eachEntryOfARegistrationIsAcceptedOrRefusedByItself() {
        lab.start();
        RegistrationReply reply = register(CLIENT_NBMA, entries(NhrpLab.HUB, false,
                ClientInformationEntry.ofSource(24, 1400, 600), ClientInformationEntry.ofSource(32, 1400, 600)));

        assertThat(reply.entries()).extracting(ClientInformationEntry::code)
                .containsExactly(CieCode.BINDING_NOT_UNIQUE, CieCode.SUCCESS);
        assertThat(hub.show("show ip nhrp")).contains("10.0.0.11/32");
    }

    /** RFC 2332 section 5.2.3: a station may register others; here they are reached by way of it. */
    @Test
    @Shows("RFC2332/5.2.3-behalf")
    void anEntryThatNamesAnotherStationRegistersThatAtTheAddressThatThePacketCameFrom() {
        lab.start();
        register(CLIENT_NBMA, entries(NhrpLab.HUB, false,
                ClientInformationEntry.mapping(32, 1400, 600, OTHER_NBMA, IpAddress.parse("10.0.0.77"))));

        assertThat(hub.show("show ip nhrp")).startsWith("10.0.0.77/32 via 10.0.0.77")
                .contains("NBMA address: 198.51.100.11").doesNotContain("10.0.0.11/32", "198.51.100.99");
    }

    /** RFC 2332 section 5.2.3. */
    @Test
    @Shows("RFC2332/5.2.3-unknown-server")
    void aClientThatDoesNotKnowTheServersAddressPutsItsOwnThere() {
        lab.start();

        assertThat(register(CLIENT_NBMA, entries(CLIENT, true, ClientInformationEntry.ofSource(32, 1400, 600))).entries().get(0)
                .code()).isEqualTo(CieCode.SUCCESS);
    }

    @Test
    @Shows("RFC2332/5.2.4-code4")
    void nobodyRegistersTheAddressOfTheServer() {
        lab.start();
        RegistrationReply reply = register(CLIENT_NBMA, entries(NhrpLab.HUB, true,
                ClientInformationEntry.mapping(32, 1400, 600, CLIENT_NBMA, NhrpLab.HUB)));

        assertThat(reply.entries().get(0).code()).isEqualTo(CieCode.ADMINISTRATIVELY_PROHIBITED);
        assertThat(hub.show("show ip nhrp")).isEmpty();
    }

    /** RFC 2332 section 5.2.4: whatever routes say. */
    @Test
    @Shows("RFC2332/5.2.4-direct")
    void theReplyGoesToWhereTheRequestCameFrom() {
        hub.route("10.0.0.11/32", "10.0.0.12");
        lab.start();
        register(CLIENT_NBMA, request(CLIENT_NBMA, true, 32, "dmvpnkey"));

        assertThat(hub.router.trace().entries().getLast().event().message()).isEqualTo("Registration Reply sent");
        assertThat(RecordedTrace.fields(hub.router.trace().entries().getLast().event())).contains("peerNbmaAddress=198.51.100.11");
    }
}
