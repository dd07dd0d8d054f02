package dmvpn.sim.odr;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.cdp.CdpProtocol;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.tunnel.DiscoveryLink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Default routes of a stub: one for each hub on each link that CDP knows. */
class OdrGatewaysTest {

    private final Link first = new Link("Tunnel100", "10.0.0.11/24");
    private final Link second = new Link("Tunnel200", "10.0.1.11/24");
    private final FakeRouter router = new FakeRouter(new Device("S1", "S1", DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(),
            List.of(), CryptoConfiguration.NONE, new RoutingConfiguration(List.of(), List.of(), Origin.NONE), List.of(), Origin.NONE))
            .with(first).with(second);

    OdrGatewaysTest() {
        OdrProtocol stub = new OdrProtocol(router, new OnDemandRouting(false, Optional.empty(), List.of("Tunnel100", "Tunnel200"),
                OptionalInt.empty(), Origin.NONE));
        new CdpProtocol(router, List.of(first, second), stub, Origin.NONE).start();
    }

    private List<String> defaults() {
        return ((LongestMatchRoutingTable) router.routes(Optional.empty())).equalBest(IpPrefix.IPV4_DEFAULT).stream()
                .map(route -> route.nextHop().orElseThrow() + " " + route.interfaceName().orElseThrow()).toList();
    }

    /** A hub whose networks overlap has one address on two links. */
    @Test
    void aGatewayThatIsHeardOnTwoLinksIsOnBoth() {
        first.hear("10.0.0.1");
        second.hear("10.0.0.1");
        assertThat(defaults()).containsExactly("10.0.0.1 Tunnel100", "10.0.0.1 Tunnel200");

        first.setUp(false);
        assertThat(defaults()).containsExactly("10.0.0.1 Tunnel200");
    }

    @Test
    void aHubThatMovesToAnotherLinkIsFollowedWhenCdpLosesTheFirst() {
        first.hear("10.0.0.1");
        router.scheduler().runUntilMillis(100_000);
        second.hear("10.0.0.1");
        router.scheduler().runUntilMillis(181_000);

        assertThat(defaults()).containsExactly("10.0.0.1 Tunnel200");
    }

    @Test
    void aHubThatChangesItsAddressLeavesNoOldRoute() {
        first.hear("10.0.0.1");
        first.hear("10.0.0.2");

        assertThat(defaults()).containsExactly("10.0.0.2 Tunnel100");
    }

    /** A link on which a hub speaks. */
    private static final class Link extends FakeInterface implements DiscoveryLink {
        private DiscoveryReceiver receiver;

        Link(String name, String address) {
            super(name, address);
        }

        @Override
        public void setDiscoveryReceiver(DiscoveryReceiver newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void sendDiscovery(Packet frame) {
            // Nobody listens.
        }

        void hear(String gateway) {
            receiver.received(this, new CdpFrame(180, List.of(new CdpTlv.DeviceId("H1"), new CdpTlv.PortId("Tunnel1"),
                    new CdpTlv.DefaultGateway((Ipv4Address) Ipv4Address.parse(gateway)))));
        }
    }
}
