package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.ServerSelection;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.show.ShowCommand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * {@code ip nhrp max-send} and its defaults: 100 packets in 10 s on classic IOS, 10000 on IOS-XE (Cisco IOS and IOS XE IP Addressing
 * Services Command References; ipSpace.net, "NHRP rate limiting can hurt your DMVPN").
 */
class MessageLimitTest {

    private static final IpAddress S1 = IpAddress.parse("10.0.0.11");
    private static final IpAddress S1_NBMA = IpAddress.parse("198.51.100.11");

    private final NhrpLab lab = NhrpLab.clearCloud();

    private Node hub(Vendor vendor, String release, NhrpOptions options) {
        Node hub = lab.hub(LabOptions.hub().platform(new Platform(vendor, release, Origin.NONE)).options(options));
        hub.start();
        return hub;
    }

    private static void register(Node hub, int times) {
        for (int time = 1; time <= times; time++) {
            hub.tunnel.deliver(S1_NBMA, new RegistrationRequest(NhrpHeader.originated(S1_NBMA, S1, NhrpLab.HUB), time,
                    new RegistrationFlags(true, true), List.of(ClientInformationEntry.ofSource(32, 1400, 600)),
                    List.of(new Authentication("dmvpnkey"))));
        }
    }

    @Test
    @Shows("NHRP/16-on")
    void classicIosSends100PacketsIn10SecondsUnlessToldOtherwise() {
        Node hub = hub(Vendor.CISCO_IOS_XE, "15.2", NhrpOptions.DEFAULT);
        register(hub, 101);

        assertThat(hub.timesOf("Registration Reply sent")).hasSize(100);
        assertThat(hub.events()).last().asString().contains(
                "Registration Reply dropped [max-send: as many NHRP packets as the platform allows were sent in this interval");
    }

    @Test
    @Shows("NHRP/16-on")
    void iosXeSends10000PacketsIn10SecondsUnlessToldOtherwise() {
        Node hub = hub(Vendor.CISCO_IOS_XE, "17.12", NhrpOptions.DEFAULT);
        register(hub, 10_001);

        assertThat(hub.timesOf("Registration Reply sent")).hasSize(10_000);
        assertThat(hub.timesOf("Registration Reply dropped")).hasSize(1);
    }

    @Test
    @Shows("NHRP/16-off")
    void frrCountsNothing() {
        Node hub = hub(Vendor.FRR, "10.2", NhrpOptions.DEFAULT);
        register(hub, 10_001);

        assertThat(hub.timesOf("Registration Reply sent")).hasSize(10_001);
        assertThat(hub.nhrp.showCommands()).extracting(ShowCommand::command).doesNotContain("show ip nhrp traffic");
    }

    @Test
    void whatIsConfiguredHoldsInTheDefaultsPlace() {
        Node hub = hub(Vendor.CISCO_IOS_XE, "15.2", new NhrpOptions(OptionalInt.empty(), false,
                Optional.of(new SendLimit(2, 20, Origin.NONE)), ServerSelection.ALL, List.of(), List.of(), Origin.NONE));
        register(hub, 3);
        assertThat(hub.timesOf("Registration Reply sent")).hasSize(2);
        lab.runTo(19);
        register(hub, 1);
        assertThat(hub.timesOf("Registration Reply sent")).as("the same interval").hasSize(2);
        lab.runTo(20);
        register(hub, 1);
        assertThat(hub.timesOf("Registration Reply sent")).as("the next one").hasSize(3);
    }

    @Test
    void theTablesTellLimitUsageAndWhatWasCounted() {
        Node hub = hub(Vendor.CISCO_IOS_XE, "15.2", NhrpOptions.DEFAULT);
        register(hub, 51);

        assertThat(hub.show("show ip nhrp traffic")).isEqualTo("""
                Tunnel100: Max-send limit:100Pkts/10Sec, Usage:51%
                   Sent: Total 51
                         0 Resolution Request  0 Resolution Reply  0 Registration Request
                         51 Registration Reply  0 Purge Request  0 Purge Reply
                         0 Error Indication  0 Traffic Indication  0 Redirect Suppress
                   Rcvd: Total 51
                         0 Resolution Request  0 Resolution Reply  51 Registration Request
                         0 Registration Reply  0 Purge Request  0 Purge Reply
                         0 Error Indication  0 Traffic Indication  0 Redirect Suppress
                """);
        lab.runTo(10);
        assertThat(hub.show("show ip nhrp traffic")).startsWith("Tunnel100: Max-send limit:100Pkts/10Sec, Usage:0%\n");
    }

    @Test
    void aRedirectThatWasSentAShortTimeAgoCountsAsSuppressed() {
        Phase3Cloud cloud = new Phase3Cloud();
        cloud.lab.start();
        cloud.lab.runTo(100);
        cloud.s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        cloud.s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        cloud.lab.runTo(100.015);

        assertThat(cloud.hub.show("show ip nhrp traffic")).contains("1 Traffic Indication  1 Redirect Suppress");
    }
}
