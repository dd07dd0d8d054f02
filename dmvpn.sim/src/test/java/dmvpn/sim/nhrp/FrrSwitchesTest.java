package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.PurgeReply;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.TrafficIndication;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Switches 19 to 21, FRRouting's on one side and those of IOS on the other. */
class FrrSwitchesTest {

    private static final String S1_HOST = "192.168.11.10";
    private static final String S2_HOST = "192.168.12.10";
    private static final String SENT = "Traffic Indication sent";

    /** A hub and two spokes of one platform, without IPsec; the spokes take no shortcuts, so that all goes by the hub. */
    private static final class TransitCloud {
        final NhrpLab lab = NhrpLab.clearCloud();
        final Node hub;
        final Node s1;

        TransitCloud(Platform platform) {
            hub = lab.hub(LabOptions.hub().platform(platform));
            s1 = lab.spoke(1, LabOptions.spoke().platform(platform).shortcut(false));
            lab.spoke(2, LabOptions.spoke().platform(platform).shortcut(false));
            s1.route("192.168.0.0/16", "10.0.0.1");
            lab.start();
            lab.runTo(100);
        }

        void sendAt(double second, String destination) {
            lab.runTo(second);
            s1.data(S1_HOST, destination);
        }
    }

    @Test
    @Shows("NHRP/19-on")
    void switch19OneRedirectInFifteenSecondsForAPairOfNetworks() {
        TransitCloud cloud = new TransitCloud(Platforms.FRR);
        for (int second = 100; second < 131; second++) {
            cloud.sendAt(second, S2_HOST);
            cloud.sendAt(second + 0.5, "192.168.12.77");
        }
        cloud.lab.runTo(140);

        assertThat(cloud.hub.timesOf(SENT)).containsExactly(100.01, 115.01, 130.01);
    }

    @Test
    @Shows("NHRP/19-off")
    void switch19OneRedirectInEightSecondsForAPairOfHosts() {
        TransitCloud cloud = new TransitCloud(Platform.DEFAULT);
        for (int second = 100; second < 110; second++) {
            cloud.sendAt(second, S2_HOST);
            cloud.sendAt(second + 0.5, "192.168.12.77");
        }
        cloud.lab.runTo(140);

        assertThat(cloud.hub.timesOf(SENT)).containsExactly(100.01, 100.51, 108.01, 108.51);
    }

    /** The far spoke has a way to 10.99.0.0/24 by a short prefix out of its LAN. */
    private static Node askedForShortPrefix(Platform platform, String prefix) {
        NhrpLab lab = NhrpLab.clearCloud();
        Node hub = lab.hub(LabOptions.hub().platform(platform));
        Node s1 = lab.spoke(1, LabOptions.spoke().platform(platform));
        Node s2 = lab.spoke(2, LabOptions.spoke().platform(platform));
        hub.route("10.99.0.0/24", "10.0.0.12");
        s1.route("10.99.0.0/24", "10.0.0.1");
        s2.route("192.168.0.0/16", "10.0.0.1");
        s2.table().install(new Route(IpPrefix.parse(prefix), RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("192.168.12.254")), Optional.of(s2.lan.name()), 0, Origin.NONE));
        lab.start();
        lab.runTo(100);
        s1.data(S1_HOST, "10.99.0.9");
        lab.runTo(101);
        return s2;
    }

    @Test
    @Shows("NHRP/20-on")
    void switch20ARequestForARouteShorterThan8IsDropped() {
        for (String prefix : List.of("0.0.0.0/0", "10.0.0.0/7")) {
            Node asked = askedForShortPrefix(Platforms.FRR, prefix);

            assertThat(Phase3Cloud.sent(asked, ResolutionReply.class)).as(prefix).isEmpty();
            assertThat(asked.events()).as(prefix).anyMatch(event -> event.contains("[its route " + prefix + " is shorter than /8]"));
        }
    }

    @Test
    @Shows("NHRP/20-on")
    void switch20ARouteOf8IsAnswered() {
        assertThat(Phase3Cloud.sent(askedForShortPrefix(Platforms.FRR, "10.0.0.0/8"), ResolutionReply.class)).hasSize(1);
    }

    @Test
    @Shows("NHRP/20-off")
    void switch20OnIosAShortPrefixIsAnsweredAndADefaultRouteWithTheHost() {
        assertThat(answered("10.0.0.0/7")).isEqualTo(7);
        assertThat(answered("0.0.0.0/0")).isEqualTo(32);
    }

    private static int answered(String prefix) {
        Node asked = askedForShortPrefix(Platform.DEFAULT, prefix);
        ResolutionReply reply = (ResolutionReply) Phase3Cloud.sent(asked, ResolutionReply.class).get(0);
        return reply.entries().get(0).effectivePrefixLength(IpAddress.parse("10.99.0.9"));
    }

    /** The hub has a registration, which its client takes back. */
    private static Node purged(Platform platform) {
        TransitCloud cloud = new TransitCloud(platform);
        IpAddress client = IpAddress.parse("10.0.0.11");
        IpAddress clientNbma = IpAddress.parse("198.51.100.11");
        cloud.hub.tunnel.deliver(clientNbma, new PurgeRequest(NhrpHeader.originated(clientNbma, client, NhrpLab.HUB), 64, false,
                List.of(ClientInformationEntry.ofPrefix(32, client)), List.of(new Authentication("dmvpnkey"))));
        return cloud.hub;
    }

    @Test
    @Shows("NHRP/21-on")
    void switch21OnIosWhatItsOwnerTakesBackLeavesTheCache() {
        Node hub = purged(Platform.DEFAULT);

        assertThat(hub.show("show ip nhrp")).doesNotContain("10.0.0.11/32");
        assertThat(Phase3Cloud.sent(hub, PurgeReply.class)).hasSize(1);
    }

    @Test
    @Shows("NHRP/21-off")
    void switch21FrrIgnoresPurges() {
        Node hub = purged(Platforms.FRR);

        assertThat(hub.show("show ip nhrp")).contains("dynamic  10.0.0.11 ");
        assertThat(Phase3Cloud.sent(hub, PurgeReply.class)).isEmpty();
        assertThat(hub.events()).anyMatch(event -> event.contains("[the platform knows no purges]"));
    }

    @Test
    void switch19AnIndicationGoesToTheSourceOfTheData() {
        TransitCloud cloud = new TransitCloud(Platforms.FRR);
        cloud.sendAt(100, S2_HOST);
        cloud.lab.runTo(101);

        assertThat(Phase3Cloud.sent(cloud.hub, TrafficIndication.class)).singleElement().isInstanceOfSatisfying(
                TrafficIndication.class, indication -> assertThat(indication.header().destinationProtocolAddress())
                        .isEqualTo(IpAddress.parse(S1_HOST)));
    }
}
