package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * GRE (RFC 7676), IPsec (RFC 4301) and NHRP (RFC 2332) do with IPv6 what they do with IPv4, in the underlay and in the overlay:
 * each router records the same events at the same instants in the same order, whatever the families of the two are.
 */
class Ipv6EquivalenceTest {

    private enum Families {
        IPV4_OVER_IPV6,
        IPV6_OVER_IPV4,
        IPV6_OVER_IPV6
    }

    /** A network with static routes and what happens in it. */
    private enum Course {
        FIRST_PACKET(network -> pinging(network).duration(120)),
        FIRST_PACKET_IN_CLEAR(network -> pinging(network).withoutProtection().duration(120)),
        FIRST_PACKET_WITH_IKEV1(network -> pinging(network).ike(IkeVersion.IKEV1).duration(120)),
        FIRST_PACKET_IN_TUNNEL_MODE(network -> pinging(network).tunnelMode().duration(120)),
        FIRST_PACKET_WITH_AUTHENTICATION_HEADER(
                network -> pinging(network).authenticationHeader(HashAlgorithm.SHA256).duration(120)),
        FIRST_PACKET_WITH_A_HEADER_ALONE(network -> pinging(network)
                .esp(EncryptionAlgorithm.NONE, Optional.empty(), EncapsulationMode.TRANSPORT)
                .authenticationHeader(HashAlgorithm.SHA256).duration(120)),
        PHASE_1(network -> pinging(network.phase1()).duration(120)),
        PHASE_2(network -> pinging(network.phase2().staticRoutesBetweenSpokes()).duration(120)),
        FIRST_PACKET_OF_FRROUTING(network -> pinging(network.platform(new Platform(Vendor.FRR, "10", Origin.NONE))).duration(120)),
        ADDRESS_OF_NO_SITE(network -> network.ping(100, network.spokeHost(1), network.inSpokeLan(99, 10), 3).duration(110)),
        AGEING(network -> network.ping(100, network.spokeHost(1), network.spokeHost(2), 50).duration(720)),
        REFRESH(network -> pinging(network).duration(720)),
        HUB_LOSS(network -> pinging(network).duration(430).fail(300, "H1").restore(400, "H1")),
        PATH_LOSS(network -> pinging(network).duration(300).failPath(90, "S1", "S2").restorePath(200, "S1", "S2")),
        PURGE(network -> pinging(network).duration(130).action(new Action.FailInterface(Duration.ofSeconds(120), "S2",
                "Tunnel100", Origin.NONE))),
        LOCAL_NETWORK_LOSS(network -> pinging(network).duration(130).action(new Action.FailInterface(Duration.ofSeconds(120),
                "S2", "GigabitEthernet2", Origin.NONE))),
        LEASES(network -> pinging(network.dhcpSpokes()).duration(120)),
        ANOTHER_LEASE(network -> pinging(network.dhcpSpokes()).duration(400).action(new Action.Renumber(Duration.ofSeconds(200),
                "S1", "GigabitEthernet1", Optional.empty(), Origin.NONE))),
        FRONT_DOOR_VRF(network -> pinging(network.frontDoorVrf("INET")).duration(120));

        private final UnaryOperator<ReferenceNetwork> preparation;

        Course(UnaryOperator<ReferenceNetwork> preparation) {
            this.preparation = preparation;
        }

        private static ReferenceNetwork pinging(ReferenceNetwork network) {
            return network.ping(100, network.spokeHost(1), network.spokeHost(2));
        }
    }

    static Stream<Arguments> coursesOfAllFamilies() {
        return Stream.of(Course.values()).flatMap(course ->
                Stream.of(Families.values()).map(families -> Arguments.of(course, families)));
    }

    private static List<String> events(Course course, ReferenceNetwork network) {
        FinishedRun run = FinishedRun.of(course.preparation.apply(network.staticRouting()).build());
        List<String> events = new ArrayList<>();
        for (RecordedEvent event : run.simulation().trace()) {
            // IPv6 alone has link-local addresses, which IOS registers beside the others.
            if (event.fields().stream().anyMatch(field -> field.value().text().startsWith("fe80:"))) {
                continue;
            }
            String protocol = event.protocol().equals("ICMPv6") ? "ICMP" : event.protocol();
            events.add(TimeText.instant(event.timeNanos()) + " " + event.nodeName() + " " + protocol + " " + event.message());
        }
        return events;
    }

    /**
     * With both families on a router an underlay's default route covers no next hop of the overlay: a VRF of its own for the
     * underlay makes that so with one family too.
     */
    private static ReferenceNetwork ipv4(Families families) {
        ReferenceNetwork network = new ReferenceNetwork();
        return families == Families.IPV6_OVER_IPV6 ? network : network.frontDoorVrf("INET");
    }

    private static ReferenceNetwork network(Families families) {
        return switch (families) {
            case IPV4_OVER_IPV6 -> ipv4(families).ipv6Transport();
            case IPV6_OVER_IPV4 -> ipv4(families).ipv6Overlay();
            case IPV6_OVER_IPV6 -> ipv4(families).ipv6Transport().ipv6Overlay();
        };
    }

    @ParameterizedTest
    @MethodSource("coursesOfAllFamilies")
    void everythingHappensAsWithIpv4(Course course, Families families) {
        List<String> expected = events(course, ipv4(families));
        List<String> actual = events(course, network(families));

        for (int index = 0; index < expected.size(); index++) {
            assertThat(actual).hasSizeGreaterThan(index).element(index).as("event %d", index).isEqualTo(expected.get(index));
        }
        assertThat(actual).hasSameSizeAs(expected);
    }
}
