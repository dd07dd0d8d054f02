package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.TunnelChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelChangeCompileTest {

    private static String model(String change) {
        return Models.sound("""
                scenario First {
                  seed 42 duration 2min
                  at 10s ping every 1s from Branch[1].lan to Branch[2].lan
                  expect at 20s path Branch[1].lan to Branch[2].lan is direct
                }
                """, "scenario First { duration 2min\n" + change + "\n}\n");
    }

    private static Action.ChangeTunnel action(String change) {
        String text = model(change);
        assertThat(Models.findings(text)).isEmpty();
        return (Action.ChangeTunnel) Models.network(text).scenarios().getFirst().actions().getFirst();
    }

    private static List<Finding> findings(String change) {
        return Models.load(model(change)).findings();
    }

    @Test
    void aChangeNamesTheTunnelOfTheCloudAndEachSetting() {
        assertThat(action("""
                at 10s change Branch[1] in Corp {
                  holdtime 5min  registration every 30s  registration no-unique  mtu 1300  mss 1260  bandwidth 2Mbps  delay 1ms
                  network-id 7  tunnel-key none  authentication "other"  redirect on  shortcut off  multicast on
                }""")).isEqualTo(new Action.ChangeTunnel(Duration.ofSeconds(10), "Branch1", "Tunnel100", List.of(
                        new TunnelChange.NetworkId(7, Origin.NONE),
                        new TunnelChange.Key(OptionalLong.empty(), Origin.NONE),
                        new TunnelChange.Authentication(new Secret("", Optional.of("other"), Origin.NONE), Origin.NONE),
                        new TunnelChange.HoldingTime(300, Origin.NONE),
                        new TunnelChange.RegistrationInterval(30, Origin.NONE),
                        new TunnelChange.Uniqueness(false, Origin.NONE),
                        new TunnelChange.IpMtu(1300, Origin.NONE),
                        new TunnelChange.SegmentSize(1260, Origin.NONE),
                        new TunnelChange.Bandwidth(2000, Origin.NONE),
                        new TunnelChange.Delay(1000, Origin.NONE),
                        new TunnelChange.Redirect(true, Origin.NONE),
                        new TunnelChange.Shortcut(false, Origin.NONE),
                        new TunnelChange.Multicast(true, Origin.NONE)), Origin.NONE));
    }

    @Test
    void aPasswordMayBeNamed() {
        assertThat(action("at 10s change HQ in Corp { authentication secret \"nhrp\" }").changes())
                .containsExactly(new TunnelChange.Authentication(new Secret("nhrp", Optional.empty(), Origin.NONE), Origin.NONE));
    }

    @Test
    void aChangeRemembersWhereEachSettingWasWritten() {
        Action.ChangeTunnel change = action("at 10s change HQ in Corp { mtu 1300 }");

        assertThat(change.origin().element()).isEqualTo("scenario First");
        assertThat(change.changes().getFirst().origin().offset()).isGreaterThan(change.origin().offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vrf RED", "shared on", "mode point-to-point", "redirect every 4s", "server-only on",
        "max-send 100 per 10s", "if-state on", "icmp-redirects on", "keepalive 10s retries 3", "fallback 10s",
        "max-connections 1 in cluster 2", "group Gold", "cdp on"})
    void aSettingWhoseChangeNoRunShowsIsReported(String setting) {
        assertThat(findings("at 10s change HQ in Corp { mtu 1300 " + setting + " }")).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("L-NOT-SIMULATED");
            assertThat(finding.message()).startsWith("A change of ").contains("is not simulated yet");
        });
    }

    @Test
    void protectionCanBeTakenAwayWhereThereIsSome() {
        assertThat(action("at 10s change HQ in Corp { unprotected }").changes())
                .containsExactly(new TunnelChange.Unprotected(Origin.NONE));
        assertThat(Models.findings(model("at 10s change HQ in Corp { unprotected }").replace("crypto Suite\n", "")))
                .anySatisfy(finding -> assertThat(finding).contains("L-SCENARIO Tunnel100 is not protected"));
    }

    @Test
    void aRouterIsAMemberOfTheCloud() {
        assertThat(Models.findings(model("at 10s change HQ in Other { mtu 1300 }") + "cloud Other { overlay 10.9.0.0/24 }\n"))
                .anySatisfy(finding -> assertThat(finding).contains("L-SCENARIO HQ has no tunnel in Other"));
    }

    @Test
    void whatCannotBeTypedIsAnError() {
        assertThat(findings("at 10s change HQ in Corp { }")).extracting(Finding::message)
                .containsExactly("Nothing changes: write a setting of the tunnel between the braces");
        assertThat(findings("at 10s change HQ in Corp { authentication \"ninechars\" }")).extracting(Finding::message)
                .containsExactly("A router refuses this NHRP password: it has 1 to 8 characters");
        assertThat(findings("at 10s change HQ in Corp { holdtime 0s }")).extracting(finding -> finding.rule().id())
                .containsExactly("L-VALUE");
    }
}
