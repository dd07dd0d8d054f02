package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.ClearedState;
import dmvpn.network.scenario.CountedMessage;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.scenario.RouteOwner;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.scenario.UnderlayProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioCompileTest {

    private static String model(String statements) {
        return model("First", statements);
    }

    private static String model(String header, String statements) {
        return Models.sound("""
                scenario First {
                  seed 42 duration 2min
                  at 10s ping every 1s from Branch[1].lan to Branch[2].lan
                  expect at 20s path Branch[1].lan to Branch[2].lan is direct
                }
                """, "scenario " + header + " { duration 2min\n" + statements + "\n}\n");
    }

    private static List<Scenario> scenarios(String text) {
        assertThat(Models.findings(text)).isEmpty();
        return Models.network(text).scenarios();
    }

    private static List<Action> actions(String statements) {
        return scenarios(model(statements)).getFirst().actions();
    }

    private static List<Expectation> expectations(String statements) {
        return scenarios(model(statements)).getFirst().expectations();
    }

    private static Duration at(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "at 10s flow Backup rate 2Mbps tcp size 500 from Branch[1].lan to HQ.lan|A flow over TCP has no size of its own",
        "at 10s flow Backup rate 2Mbps tcp from Branch[1].tunnel to HQ.lan|A flow over TCP is between hosts"})
    void aFlowOverTcpIsBetweenHostsAndChoosesItsSizes(String action, String message) {
        assertThat(Models.findings(model(action))).anyMatch(finding -> finding.contains(message));
    }

    /** Progress of a transfer is judged as the answers of a ping are. */
    @Test
    void aGapMayBeThatOfANamedFlowOverTcp() {
        List<Expectation> found = expectations("at 10s flow Backup rate 2Mbps tcp from Branch[1].lan to HQ.lan "
                + "expect after 20s longest gap of Backup below 1s");
        assertThat(found).singleElement().isInstanceOfSatisfying(Expectation.LongestGapBelow.class,
                gap -> assertThat(gap.ping()).isEqualTo("Backup"));
    }

    /** The transfer that hangs is said as the one that does not. */
    @Test
    void aFlowOverTcpThatHasAnEndCompletesOrDoesNot() {
        List<Expectation> found = expectations("at 10s flow Backup rate 2Mbps tcp from Branch[1].lan to HQ.lan lasting 30s "
                + "expect flow Backup completes expect flow Backup does not complete");
        assertThat(found).extracting(each -> ((Expectation.FlowCompletes) each).completes()).containsExactly(true, false);
        assertThat(found.getLast().text()).isEqualTo("flow Backup does not complete");
        assertThat(((Expectation.FlowCompletes) found.getFirst()).flow()).isEqualTo("Backup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "at 10s flow Backup rate 2Mbps tcp from Branch[1].lan to HQ.lan expect flow Backup completes|so it is never complete: write lasting",
        "at 10s flow Backup rate 2Mbps from Branch[1].lan to HQ.lan lasting 3s expect flow Backup completes|No ping of this scenario is called 'Backup'"})
    void whetherAFlowCompletesIsKnownOfTcpWithAnEnd(String statements, String message) {
        assertThat(Models.findings(model(statements))).anyMatch(finding -> finding.contains(message));
        assertThat(Models.network(model(statements)).scenarios()).allMatch(scenario -> scenario.expectations().stream()
                .noneMatch(Expectation.FlowCompletes.class::isInstance));
    }

    @Test
    void aPingHasASizeAndMayForbidFragments() {
        Action.Ping ping = (Action.Ping) actions("at 10s ping from Branch[1].lan to HQ.lan size 1400 unfragmented").getFirst();

        assertThat(ping.sizeBytes()).isEqualTo(OptionalInt.of(1400));
        assertThat(ping.dontFragment()).isTrue();
    }

    /** So that a formatted model gives the same reports. */
    @Test
    void anExpectationIsCalledAsItIsWrittenWhateverItsLayout() {
        assertThat(expectations("expect at 20s path Branch[ /* the first */ 1 ]\n.  lan to\tBranch [2].lan\n\n is   direct").getFirst().text())
                .isEqualTo("at 20s path Branch[1] . lan to Branch[2].lan is direct");
        assertThat(expectations("expect always no overlay packet in clear on Internet").getFirst().text())
                .isEqualTo("always no overlay packet in clear on Internet");
    }

    @Test
    void aFlowHasARateASizeAndAnEnd() {
        Action.Flow transfer = (Action.Flow) actions("at 10s flow Backup rate 2Mbps tcp from Branch[1].lan to HQ.lan").getFirst();
        assertThat(transfer.name()).isEqualTo("Backup");
        assertThat(transfer.protocol()).isEqualTo(PacketProtocol.TCP);
        Action.Flow flow = (Action.Flow) actions("at 10s flow rate 2Mbps size 500 from Branch[1].lan to HQ.lan lasting 30s").getFirst();

        assertThat(flow.bitsPerSecond()).isEqualTo(2_000_000);
        assertThat(flow.packetBytes()).isEqualTo(500);
        assertThat(flow.lasting()).contains(at(30));
        assertThat(flow.source().device()).isEqualTo("Branch1");
    }

    @Test
    void interfacesFailByWhatTheyAreByNameAndByWhereTheyLead() {
        assertThat(actions("""
                at 10s fail HQ.wan  at 11s restore HQ.wan  at 12s fail HQ.Internet  at 13s fail HQ.Corp  at 14s fail HQ.lan
                at 15s fail HQ.Tunnel100  at 16s fail HQ.tunnel"""))
                .containsExactly(
                        new Action.FailInterface(at(10), "HQ", "GigabitEthernet1", Origin.NONE),
                        new Action.RestoreInterface(at(11), "HQ", "GigabitEthernet1", Origin.NONE),
                        new Action.FailInterface(at(12), "HQ", "GigabitEthernet1", Origin.NONE),
                        new Action.FailInterface(at(13), "HQ", "Tunnel100", Origin.NONE),
                        new Action.FailInterface(at(14), "HQ", "GigabitEthernet2", Origin.NONE),
                        new Action.FailInterface(at(15), "HQ", "Tunnel100", Origin.NONE),
                        new Action.FailInterface(at(16), "HQ", "Tunnel100", Origin.NONE));
    }

    @Test
    void transportsPathsAndProtocolsFail() {
        assertThat(actions("""
                at 10s fail transport Internet  at 11s restore transport Internet
                at 12s fail path HQ to Branch[1] on Internet one-way  at 13s restore path HQ to Branch[1]
                at 14s fail protocol esp from HQ to Branch[1]  at 15s restore protocol nat-t from HQ to Branch[1]"""))
                .containsExactly(
                        new Action.FailTransport(at(10), "Internet", Origin.NONE),
                        new Action.RestoreTransport(at(11), "Internet", Origin.NONE),
                        new Action.FailPath(at(12), "HQ", "Branch1", Optional.of("Internet"), true, Origin.NONE),
                        new Action.RestorePath(at(13), "HQ", "Branch1", Origin.NONE),
                        new Action.BlockProtocol(at(14), UnderlayProtocol.ESP, "HQ", "Branch1", Origin.NONE),
                        new Action.UnblockProtocol(at(15), UnderlayProtocol.NAT_TRAVERSAL, "HQ", "Branch1", Origin.NONE));
    }

    @Test
    void linksChange() {
        assertThat(actions("""
                at 10s set latency 200ms on Internet  at 11s set jitter 5ms on Internet
                at 12s set loss 2% from HQ to Branch[1]  at 13s set bandwidth 1Mbps from Branch[1] to HQ"""))
                .containsExactly(
                        new Action.SetTransport(at(10), "Internet", new LinkSetting.Latency(Duration.ofMillis(200), Origin.NONE), Origin.NONE),
                        new Action.SetTransport(at(11), "Internet", new LinkSetting.Jitter(Duration.ofMillis(5), Origin.NONE), Origin.NONE),
                        new Action.SetPath(at(12), "HQ", "Branch1", new LinkSetting.Loss(0.02, Origin.NONE), Origin.NONE),
                        new Action.SetPath(at(13), "Branch1", "HQ", new LinkSetting.Bandwidth(1_000_000, Origin.NONE), Origin.NONE));
    }

    @Test
    void leasesAndLearnedStateChange() {
        assertThat(actions("""
                at 10s renumber Branch[1].wan to 198.51.100.77  at 11s renumber Branch[2]
                at 12s clear dmvpn on HQ  at 13s clear crypto on HQ peer Branch[1]"""))
                .containsExactly(
                        new Action.Renumber(at(10), "Branch1", "GigabitEthernet1", Optional.of(IpAddress.parse("198.51.100.77")), Origin.NONE),
                        new Action.Renumber(at(11), "Branch2", "GigabitEthernet1", Optional.empty(), Origin.NONE),
                        new Action.Clear(at(12), ClearedState.DMVPN, "HQ", Optional.empty(), Origin.NONE),
                        new Action.Clear(at(13), ClearedState.CRYPTO, "HQ", Optional.of("Branch1"), Origin.NONE));
    }

    @Test
    void convergenceIsAStateThatComesInTime() {
        Expectation.BecomesTrue convergence =
                (Expectation.BecomesTrue) expectations("expect after 10s Branch[1] has nhs HQ up within 30s").getFirst();

        assertThat(convergence.text()).isEqualTo("after 10s Branch[1] has nhs HQ up within 30s");
        assertThat(convergence.within()).isEqualTo(at(30));
        assertThat(convergence.state()).isInstanceOfSatisfying(Expectation.NextHopServerState.class, state -> {
            assertThat(state.at()).isEqualTo(at(10));
            assertThat(state.devices()).containsExactly("Branch1");
        });
    }

    @Test
    void invariantsAreStatesThatLast() {
        List<Expectation> expectations = expectations("""
                expect always Branch[1].lan reaches HQ.lan from 60s
                expect always Branch[1] has no nhrp 192.168.12.0/24
                expect always no loop""");

        assertThat(expectations.get(0)).isInstanceOfSatisfying(Expectation.StaysTrue.class,
                invariant -> assertThat(invariant.state().at()).isEqualTo(at(60)));
        assertThat(expectations.get(1)).isInstanceOfSatisfying(Expectation.StaysTrue.class,
                invariant -> assertThat(invariant.state().at()).isEqualTo(Duration.ZERO));
        assertThat(expectations.get(2)).isEqualTo(new Expectation.NoForwardingLoop("always no loop", Origin.NONE));
    }

    @Test
    void neighborsAssociationsAndCountersAreStates() {
        assertThat(expectations("""
                expect at 10s HQ has no neighbor Branch[1] by eigrp
                expect at 11s Branch[1] has ipsec sa with Branch[2]
                expect at 12s HQ has no ike sa with Branch[2]
                expect at 13s Branch[1] has sent at most 1 resolution-requests
                expect at 14s HQ has forwarded at least 2 resolution-request
                expect at 15s HQ has received 3 registration-requests"""))
                .containsExactly(
                        new Expectation.NeighborPresent("at 10s HQ has no neighbor Branch[1] by eigrp", at(10), "HQ", "Branch1",
                                Optional.of(RouteOwner.EIGRP), false, Origin.NONE),
                        new Expectation.SecurityAssociationPresent("at 11s Branch[1] has ipsec sa with Branch[2]", at(11), "Branch1",
                                Expectation.SecurityAssociationKind.IPSEC, "Branch2", true, Origin.NONE),
                        new Expectation.SecurityAssociationPresent("at 12s HQ has no ike sa with Branch[2]", at(12), "HQ",
                                Expectation.SecurityAssociationKind.IKE, "Branch2", false, Origin.NONE),
                        count(13, "Branch[1] has sent at most 1 resolution-requests", "Branch1", Expectation.MessageDirection.SENT,
                                CountedMessage.RESOLUTION_REQUEST, 0, 1),
                        count(14, "HQ has forwarded at least 2 resolution-request", "HQ", Expectation.MessageDirection.FORWARDED,
                                CountedMessage.RESOLUTION_REQUEST, 2, Long.MAX_VALUE),
                        count(15, "HQ has received 3 registration-requests", "HQ", Expectation.MessageDirection.RECEIVED,
                                CountedMessage.REGISTRATION_REQUEST, 3, 3));
    }

    private static Expectation count(long second, String text, String device, Expectation.MessageDirection direction,
            CountedMessage message, long atLeast, long atMost) {
        return new Expectation.MessageCount("at " + second + "s " + text, at(second), device, direction, message, atLeast, atMost,
                Origin.NONE);
    }

    @Test
    void entriesAndRoutesNameANextHopByItsTunnel() {
        assertThat(expectations("""
                expect at 10s Branch[1] has nhrp Branch[2] via 198.51.100.2
                expect at 11s Branch[1] has route 192.168.0.0/16 via HQ by eigrp
                expect at 12s Branch[1] has route 0.0.0.0/0 vrf INET"""))
                .containsExactly(
                        new Expectation.NhrpEntry("at 10s Branch[1] has nhrp Branch[2] via 198.51.100.2", at(10), "Branch1",
                                IpPrefix.parse("10.0.0.12/32"), Optional.of(IpAddress.parse("198.51.100.2")), true, Origin.NONE),
                        new Expectation.RoutePresent("at 11s Branch[1] has route 192.168.0.0/16 via HQ by eigrp", at(11), "Branch1",
                                IpPrefix.parse("192.168.0.0/16"), Optional.of(IpAddress.parse("10.0.0.1")),
                                Optional.of(RouteOwner.EIGRP), Optional.empty(), true, Origin.NONE),
                        new Expectation.RoutePresent("at 12s Branch[1] has route 0.0.0.0/0 vrf INET", at(12), "Branch1",
                                IpPrefix.parse("0.0.0.0/0"), Optional.empty(), Optional.empty(), Optional.of("INET"), true, Origin.NONE));
    }

    @Test
    void aPathIsOverATransportAndALossWithinATime() {
        List<Expectation> expectations = expectations("""
                at 10s ping every 1s from Branch[1].lan to HQ.lan
                expect at 10s path Branch[1].lan to HQ.lan is over Internet
                expect loss of ping at most 3 from 20s to 40s""");

        assertThat(expectations.get(0)).isInstanceOfSatisfying(Expectation.PathOver.class,
                path -> assertThat(path.transport()).isEqualTo("Internet"));
        assertThat(expectations.get(1)).isEqualTo(new Expectation.LossAtMost("loss of ping at most 3 from 20s to 40s", "ping", 3,
                Optional.of(at(20)), Optional.of(at(40)), Origin.NONE));
    }

    @Test
    void aSweepIsOneScenarioForEachRouter() {
        List<Scenario> runs = scenarios(model("Lost for each spoke S", """
                at 10s fail S
                expect at 20s S has nhs HQ down
                expect at 30s HQ.lan does not reach S.lan"""));

        assertThat(runs).extracting(Scenario::name).containsExactly("Lost[Branch[1]]", "Lost[Branch[2]]");
        assertThat(runs.get(1).actions()).containsExactly(new Action.FailDevice(at(10), "Branch2", Origin.NONE));
        assertThat(runs.get(1).expectations()).extracting(Expectation::text).containsExactly(
                "at 20s Branch[2] has nhs HQ down", "at 30s HQ.lan does not reach Branch[2].lan");
    }

    @Test
    void aBlockIsItsStatementsForEachRouterAndEachPair() {
        Scenario scenario = scenarios(model("""
                for each spoke S {
                  at 10s ping every 1s from S.lan to HQ.lan   // each its own
                  expect loss of ping at most 2
                }
                for each pair of spokes A, B { expect at 20s A.lan reaches B.lan }""")).getFirst();

        assertThat(scenario.actions()).extracting(action -> ((Action.Ping) action).name())
                .containsExactly("ping[Branch[1]]", "ping[Branch[2]]");
        assertThat(scenario.expectations()).extracting(Expectation::text).containsExactly("loss of ping at most 2",
                "loss of ping at most 2", "at 20s Branch[1].lan reaches Branch[2].lan");
        assertThat(((Expectation.LossAtMost) scenario.expectations().get(1)).ping()).isEqualTo("ping[Branch[2]]");
    }

    @Test
    void blocksInASweepKnowBothVariables() {
        List<Scenario> runs = scenarios(model("Pairs for each hub H", """
                at 10s fail H
                for each spoke S { expect at 20s S has nhs H down }"""));

        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.name()).isEqualTo("Pairs[HQ]");
            assertThat(run.expectations()).hasSize(2);
        });
    }

    @Test
    void pingsOfTwoBlocksAreNotTheSame() {
        Scenario scenario = scenarios(model("""
                for each spoke S { at 10s ping from S.lan to HQ.lan  expect loss of ping at most 1 }
                for each spoke T { at 10s ping from HQ.lan to T.lan  expect loss of ping at most 2 }""")).getFirst();

        assertThat(scenario.actions()).extracting(action -> ((Action.Ping) action).name()).doesNotHaveDuplicates();
        assertThat(scenario.expectations()).extracting(expectation -> ((Expectation.LossAtMost) expectation).ping())
                .containsExactlyElementsOf(scenario.actions().stream().map(action -> ((Action.Ping) action).name()).toList());
    }

    @Test
    void aSweepOverTooManyPairsIsAFindingAndNothingElse() {
        String text = model("for each pair of spokes A, B { expect at 20s A.lan reaches B.lan }")
                .replace("Branch[1..2]", "Branch[1..70]").replace("10.0.0.{10+n}", "10.0.0.{10+n}");

        assertThat(Models.load(text).findings()).extracting(Finding::message).anySatisfy(message -> assertThat(message)
                .isEqualTo("This means 2415 rounds, and a scenario has 2000 at most: name the routers that stand for the others"));
        assertThat(Models.network(text).scenarios().getFirst().expectations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        at 10s fail HQ.Gi9                                       | L-SCENARIO | HQ has no 'Gi9': expected wan, lan, tunnel, loopback, or the name of an interface, transport or cloud
        at 10s fail protocol tcp from HQ to Branch[1]            | L-VALUE    | 'tcp' is not a protocol that a firewall can tell apart: expected esp, ah, gre, ike, nat-t, icmp
        at 10s fail protocol esp from HQ to HQ                   | L-SCENARIO | A firewall stands between two routers, but both are HQ
        at 10s set latency 5 on Internet                         | L-VALUE    |
        at 10s set loss 200% on Internet                         | L-VALUE    |
        at 10s set loss 1% from HQ to HQ                         | L-SCENARIO | A path has two ends, but both are HQ
        at 10s renumber HQ.wan                                   | L-SCENARIO | GigabitEthernet1 of HQ has a configured address: only one that it has by dhcp changes
        at 10s renumber Branch[1].wan to 192.0.2.1               | L-SCENARIO | 192.0.2.1 is no address of the pool 198.51.100.0/24 of Internet
        at 10s clear arp on HQ                                   | L-VALUE    | 'arp' is not what can be cleared: expected dmvpn, nhrp, crypto, eigrp, ospf, bgp
        at 10s flow rate 20Gbps from HQ.lan to Branch[1].lan     | L-VALUE    | A flow has a rate from 1bps to 10Gbps
        at 10s ping from HQ.lan to Branch[1].lan size 20         | L-VALUE    | '20' is not a whole number from 36 to 18024
        expect at 10s HQ has neighbor Branch[1] by connected     | L-VALUE    | 'connected' is not a protocol: expected rip, odr, eigrp, ospf, bgp
        expect at 10s HQ has sent 3 arps                         | L-VALUE    |
        expect after 100s HQ.lan reaches Branch[1].lan within 30s | L-SCENARIO | 100s and 30s is after the end of the run: give the scenario a longer duration
        expect always HQ.lan reaches Branch[1].lan from 3min     | L-SCENARIO | 3min is after the end of the run: give the scenario a longer duration
        for each hub H { at 10s ping from H.lan to Branch[1].lan } expect loss of ping at most 1 | L-SCENARIO | Each round of the block has a ping of its own: say in the block what is expected of it
        for each spoke S { at 10s fail S[1] }                    | L-TARGET   | S stands for one router: drop the brackets
        for each pair of hubs A, B { at 10s fail A }             | L-SCENARIO | The model has one hub, so this is never done
        for each pair of spokes A, A { at 10s fail A }           | L-NAME-DUPLICATE | The two of a pair need two names
        """)
    void whatCannotBeRunIsSaidWhereItStands(String statement, String rule, String message) {
        List<Finding> findings = Models.load(model(statement)).findings();

        assertThat(findings).extracting(finding -> finding.rule().id()).containsExactly(rule);
        if (message != null) {
            assertThat(findings.getFirst().message()).isEqualTo(message);
        }
        assertThat(findings.getFirst().origin().line()).isEqualTo(25);
    }
}
