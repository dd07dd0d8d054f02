package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A firewall in front of a spoke. */
class FirewallTest {

    private static final String BLOCKED = "a firewall in front of the uplink blocks the protocol or port";

    private final ReferenceNetwork network = new ReferenceNetwork();

    private static BlockedTraffic blocked(PacketProtocol protocol, int port) {
        return new BlockedTraffic(Optional.of(protocol), port == 0 ? OptionalInt.empty() : OptionalInt.of(port), Origin.NONE);
    }

    private static final Endpoint HUB = new Endpoint("H1", "H1", IpAddress.parse("10.0.0.1"), Origin.NONE);

    private static final BlockedTraffic UNSOLICITED =
            new BlockedTraffic(Optional.empty(), OptionalInt.empty(), Origin.NONE);

    /** Key exchange works, encapsulated packets go nowhere, NHRP waits for ever. */
    @Test
    void withoutEspTheSpokeNeverRegisters() {
        FinishedRun run = FinishedRun.of(network.blocks("S1", blocked(PacketProtocol.ESP, 0)).build());

        assertThat(run.show("S1", "show crypto ikev2 sa")).contains("READY");
        assertThat(run.count("S1", "NHRP", "NHS up")).isZero();
        assertThat(run.count("S2", "NHRP", "NHS up")).isEqualTo(1);
        assertThat(run.simulation().path(network.spokeHost(1), HUB).end()).isEqualTo("the firewall in front of S1 drops it");
        assertThat(run.simulation().trace()).filteredOn(event -> event.nodeName().equals("S1")
                && event.message().equals("packet lost")).isNotEmpty().allMatch(event -> event.reason().equals(BLOCKED));
    }

    @Test
    void withoutPort500ThereIsNoKeyExchange() {
        FinishedRun run = FinishedRun.of(network.blocks("S1", blocked(PacketProtocol.UDP, 500)).build());

        assertThat(run.count("S1", "IKEv2", "IKE SA up")).isZero();
    }

    /** Port 4500 is for NAT alone (RFC 7296 section 2.23). */
    @Test
    void withoutNatNobodyMissesPort4500() {
        FinishedRun run = FinishedRun.of(network.blocks("S1", blocked(PacketProtocol.UDP, 4500)).build());

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
    }

    /** The spoke starts everything with the hub itself; what another spoke starts is dropped until the spoke starts as well. */
    @Test
    void whatWasNotAskedForIsDroppedAndTheHubWorks() {
        FinishedRun run = FinishedRun.of(network.blocks("S1", UNSOLICITED)
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.times("S2", "Underlay", "packet lost")).isNotEmpty();
        assertThat(run.simulation().trace()).filteredOn(event -> event.message().equals("packet lost"))
                .allMatch(event -> event.nodeName().equals("S2") && event.reason().equals("a firewall in front of the receiver drops what was not asked for from inside"));
        assertThat(run.lostAtSeconds()).allMatch(second -> second >= 119);
        assertThat(run.roundTripMillis().subList(5, 18)).containsOnly(20L);
    }
}
