package dmvpn.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.TunnelChange;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What happens when an operator configures a tunnel of a running router. */
class TunnelChangeTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private ReferenceNetwork change(long seconds, String device, TunnelChange... changes) {
        return network.action(new Action.ChangeTunnel(Duration.ofSeconds(seconds), device, "Tunnel100", List.of(changes),
                Origin.NONE));
    }

    private FinishedRun run(long seconds) {
        return FinishedRun.of(network.duration(seconds).build());
    }

    private static TunnelChange password(String value) {
        return new TunnelChange.Authentication(new Secret("", Optional.of(value), Origin.NONE), Origin.NONE);
    }

    @Test
    void eachSettingIsInTheTimeline() {
        change(60, "S1", new TunnelChange.HoldingTime(300, Origin.NONE), password("other"));

        assertThat(run(70).simulation().trace()).filteredOn(event -> event.message().equals("configuration changed"))
                .extracting(RecordedEvent::nodeName, event -> event.field("tunnel").map(FieldValue::text).orElse(""),
                        event -> event.field("setting").map(FieldValue::text).orElse(""))
                .containsExactly(tuple("S1", "Tunnel100", "holdtime 300s"),
                        tuple("S1", "Tunnel100", "authentication"));
    }

    /**
     * Observed on IOSv: a changed password stays invisible until the old mapping expires. The spoke registered last at 201,
     * so the refresh at 401 is the first that fails.
     */
    @Test
    void aChangedPasswordIsNoticedWhenTheNextRegistrationFails() {
        change(300, "H1", password("other"));
        network.ping(310, network.spokeHost(1), network.hubHost());
        FinishedRun run = run(830);

        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("408.000");
        assertThat(run.times("H1", "NHRP", "NHC down", "protocolAddress", "10.0.0.11")).containsExactly("801.010");
        assertThat(run.lostAtSeconds()).isNotEmpty().allMatch(second -> second >= 801);
        assertThat(run.times("S1", "EIGRP", "neighbor down")).hasSize(1).first().asString().startsWith("81");
    }

    @Test
    void theNewHoldingTimeIsAnnouncedFromTheNextRegistrationOn() {
        change(60, "S1", new TunnelChange.HoldingTime(90, Origin.NONE));
        FinishedRun run = run(300);

        assertThat(run.times("S1", "NHRP", "Registration Request sent"))
                .containsExactly("1.000", "201.000", "231.000", "261.000", "291.000");
        assertThat(run.show("H1", "show ip nhrp")).containsPattern("10.0.0.11/32 via 10.0.0.11\\s+Tunnel100 created [0-9:]+, expire 00:01:2");
    }

    @Test
    void aConfiguredRegistrationIntervalStaysWhenTheHoldingTimeChanges() {
        change(60, "S1", new TunnelChange.RegistrationInterval(50, Origin.NONE), new TunnelChange.HoldingTime(300, Origin.NONE));

        assertThat(run(310).times("S1", "NHRP", "Registration Request sent"))
                .containsExactly("1.000", "201.000", "251.000", "301.000");
    }

    /** RFC 2890 section 2.1: the key identifies the tunnel. The security associations stay up. */
    @Test
    void anotherKeyFindsNoTunnel() {
        change(60, "S1", new TunnelChange.Key(OptionalLong.of(101), Origin.NONE));
        FinishedRun run = run(120);

        assertThat(run.simulation().trace()).anySatisfy(event -> {
            assertThat(event.nodeName()).isEqualTo("H1");
            assertThat(event.message()).isEqualTo("received packet dropped");
            assertThat(event.reason()).isEqualTo("no tunnel has this source address, VRF and key");
        });
        assertThat(run.count("S1", "EIGRP", "neighbor down")).isEqualTo(1);
        assertThat(run.count("S1", "IPsec", "socket is DOWN")).isZero();
    }

    @Test
    void theSameKeyOnBothEndsConnectsAgain() {
        change(60, "S1", new TunnelChange.Key(OptionalLong.empty(), Origin.NONE));
        change(61, "H1", new TunnelChange.Key(OptionalLong.empty(), Origin.NONE));
        network.ping(60, network.spokeHost(1), network.hubHost(), 4);

        assertThat(run(90).lostAtSeconds()).containsExactly(60L);
    }

    @Test
    void withoutRedirectNoShortcutIsMadeUntilItIsBack() {
        change(60, "H1", new TunnelChange.Redirect(false, Origin.NONE));
        change(110, "H1", new TunnelChange.Redirect(true, Origin.NONE));
        network.ping(100, network.spokeHost(1), network.spokeHost(2));
        FinishedRun run = run(125);

        assertThat(run.roundTripMillis().subList(0, 10)).containsOnly(40L);
        assertThat(run.roundTripMillis().subList(12, 20)).containsOnly(20L);
    }

    @Test
    void redirectsCanBeTurnedOnWhereNoneWereAtPowerOn() {
        network.phase2().action(new Action.ChangeTunnel(Duration.ofSeconds(60), "H1", "Tunnel100",
                List.of(new TunnelChange.Redirect(true, Origin.NONE)), Origin.NONE));
        network.ping(100, network.spokeHost(1), network.spokeHost(2), 2);

        assertThat(run(110).count("H1", "NHRP", "Traffic Indication sent")).isPositive();
    }

    @Test
    void shortcutsLeaveTheRoutingTableWithTheirSettingAndComeBackWithIt() {
        change(110, "S1", new TunnelChange.Shortcut(false, Origin.NONE));
        change(115, "S1", new TunnelChange.Shortcut(true, Origin.NONE));
        network.ping(100, network.spokeHost(1), network.spokeHost(2));
        FinishedRun run = run(120);

        assertThat(run.times("S1", "NHRP", "shortcut withdrawn", "prefix", "192.168.12.0/24")).containsExactly("110.000");
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).hasSize(2).last().isEqualTo("115.000");
    }

    /** Observed on IOL: the hub hears the spokes, they do not hear the hub and lose it again and again. */
    @Test
    void withoutMulticastTheSpokesLoseTheirNeighbor() {
        change(60, "H1", new TunnelChange.Multicast(false, Origin.NONE));
        FinishedRun run = run(100);

        assertThat(run.count("S1", "EIGRP", "neighbor down")).isPositive();
        assertThat(run.count("S1", "NHRP", "NHS down")).isZero();
    }

    @Test
    void multicastReachesAClientAgainWithItsNextRegistration() {
        change(60, "H1", new TunnelChange.Multicast(false, Origin.NONE));
        change(100, "H1", new TunnelChange.Multicast(true, Origin.NONE));

        FinishedRun run = run(300);
        assertThat(run.times("S1", "EIGRP", "neighbor down")).isNotEmpty().allMatch(time -> Double.parseDouble(time) < 216);
        assertThat(run.times("S1", "EIGRP", "neighbor discovered")).hasSizeGreaterThan(1);
    }

    @Test
    void anotherDelayChangesTheMetricOfRoutesAndTellsTheNeighbors() {
        change(60, "H1", new TunnelChange.Delay(100_000, Origin.NONE));
        network.withoutSummary();
        FinishedRun before = run(59);
        FinishedRun after = run(70);

        // 256 * (10^7 / 100 + (delay of the tunnel + 10) / 10); the LAN has 10 us (RFC 7868 section 5.6.1.2).
        assertThat(before.show("H1", "show ip route")).contains("192.168.11.0/24 [90/26880256] via 10.0.0.11");
        assertThat(after.show("H1", "show ip route")).contains("192.168.11.0/24 [90/28160256] via 10.0.0.11");
        assertThat(before.show("S2", "show ip route")).contains("192.168.11.0/24 [90/28160256] via 10.0.0.1");
        assertThat(after.show("S2", "show ip route")).contains("192.168.11.0/24 [90/29440256] via 10.0.0.1");
    }

    @Test
    void aSmallerMtuDropsWhatMayNotBeFragmented() {
        change(60, "S1", new TunnelChange.IpMtu(1000, Origin.NONE));
        network.action(new Action.Ping(Duration.ofSeconds(59), "ping", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofSeconds(1)), OptionalInt.of(3), OptionalInt.of(1200), true, Origin.NONE));

        assertThat(run(70).lostAtSeconds()).containsExactly(60L, 61L);
    }

    @Test
    void withoutProtectionTheHubDropsWhatComesInClear() {
        change(60, "S1", new TunnelChange.Unprotected(Origin.NONE));
        network.ping(70, network.spokeHost(1), network.hubHost(), 2);
        FinishedRun run = run(100);

        assertThat(run.simulation().trace()).anySatisfy(event -> {
            assertThat(event.nodeName()).isEqualTo("H1");
            assertThat(event.reason()).isEqualTo("the tunnel is protected and the packet came in clear");
        });
        assertThat(run.times("H1", "IPsec", "socket is DOWN", "peer", "198.51.100.11")).containsExactly("60.010");
        assertThat(run.lostAtSeconds()).containsExactly(70L, 71L);
        assertThat(run.show("S1", "show dmvpn")).contains("NHRP");
    }

    @Test
    void protectionThatIsTakenFromBothEndsLeavesPlainTunnels() {
        change(60, "S1", new TunnelChange.Unprotected(Origin.NONE));
        change(60, "S2", new TunnelChange.Unprotected(Origin.NONE));
        change(60, "H1", new TunnelChange.Unprotected(Origin.NONE));
        network.ping(90, network.spokeHost(1), network.spokeHost(2), 5);

        assertThat(run(100).roundTripMillis().subList(2, 5)).containsOnly(20L);
    }

    @Test
    void theNextRegistrationIsUniqueOrNotAsConfigured() {
        change(60, "S1", new TunnelChange.Uniqueness(false, Origin.NONE));

        assertThat(run(210).show("H1", "show ip nhrp")).containsPattern("(?s)10\\.0\\.0\\.11/32.{0,200}Flags: registered (?!.{0,3}unique)");
    }

    @Test
    void aChangeOutlastsAPowerCycle() {
        change(60, "S1", new TunnelChange.HoldingTime(90, Origin.NONE));
        network.fail(70, "S1").restore(80, "S1");

        assertThat(run(150).times("S1", "NHRP", "Registration Request sent")).containsExactly("1.000", "81.000", "111.000", "141.000");
    }

    @Test
    void aRouterWithoutPowerStartsWithTheChange() {
        change(75, "S1", new TunnelChange.Key(OptionalLong.of(101), Origin.NONE));
        network.fail(70, "S1").restore(80, "S1");

        assertThat(run(120).times("S1", "NHRP", "NHS up")).containsExactly("1.020");
    }

    @Test
    void theSameChangesGiveTheSameTrace() {
        change(60, "S1", new TunnelChange.Key(OptionalLong.of(101), Origin.NONE), new TunnelChange.Unprotected(Origin.NONE));
        change(70, "H1", new TunnelChange.Delay(100_000, Origin.NONE), new TunnelChange.Multicast(false, Origin.NONE));

        assertThat(run(100).simulation().traceHash()).isEqualTo(run(100).simulation().traceHash());
    }

    @Test
    void aTunnelThatIsNotThereIsReported() {
        network.action(new Action.ChangeTunnel(Duration.ofSeconds(60), "S1", "Tunnel7",
                List.of(new TunnelChange.Redirect(true, Origin.NONE)), Origin.NONE));

        assertThat(run(70).simulation().trace()).anySatisfy(event ->
                assertThat(event.reason()).isEqualTo("the router has no tunnel of that name"));
    }
}
