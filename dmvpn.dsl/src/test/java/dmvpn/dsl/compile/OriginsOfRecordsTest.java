package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.tunnel.TunnelInterface;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each record of a compiled network leads back to the narrowest text that says it. */
class OriginsOfRecordsTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "phase3-eigrp", "phase3.dmvpn");

    /** A record and its origin. */
    private record Placed(Object of, Origin origin) {
    }

    private static List<Placed> placed(CompiledNetwork network) {
        List<Placed> all = new ArrayList<>();
        collect(network, all);
        return all;
    }

    private static void collect(Object value, List<Placed> all) {
        switch (value) {
            case Iterable<?> several -> several.forEach(one -> collect(one, all));
            case Optional<?> perhaps -> perhaps.ifPresent(one -> collect(one, all));
            case Record found when !found.getClass().getPackageName().equals("dmvpn.network.address") -> {
                for (RecordComponent component : found.getClass().getRecordComponents()) {
                    Object part = read(found, component);
                    if (part instanceof Origin origin) {
                        all.add(new Placed(found, origin));
                    } else {
                        collect(part, all);
                    }
                }
            }
            default -> {
                // A value, which has no place of its own.
            }
        }
    }

    private static Object read(Record from, RecordComponent component) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String said(String text, Origin origin) {
        return text.substring(origin.offset(), origin.offset() + origin.length());
    }

    private static String show(String text, Origin origin) {
        return origin.line() + ": " + said(text, origin);
    }

    @Test
    void everyRecordOfTheExampleWasWrittenInItsText() throws IOException {
        String text = Files.readString(EXAMPLE);
        CompiledNetwork network = Models.loader().load(EXAMPLE).network().orElseThrow();

        List<Placed> placed = placed(network);

        assertThat(placed).hasSizeGreaterThan(100).allSatisfy(place -> {
            Origin origin = place.origin();
            assertThat(origin.isKnown()).as("%s", place.of()).isTrue();
            assertThat(origin.file()).isEqualTo(network.origin().file()).endsWith("phase3.dmvpn");
            assertThat(origin.length()).as("%s", place.of()).isPositive();
            assertThat(origin.offset() + origin.length()).isLessThanOrEqualTo(text.length());
            assertThat(origin.line()).as("%s", place.of())
                    .isEqualTo(1 + (int) text.substring(0, origin.offset()).chars().filter(sign -> sign == '\n').count());
            assertThat(origin.element()).as("%s", place.of()).isNotEmpty();
        });
    }

    @Test
    void protectionLeadsToTheClausesOfTheSuite() throws IOException {
        String text = Files.readString(EXAMPLE);
        Device spoke = Models.loader().load(EXAMPLE).network().orElseThrow().deviceNamed("Branch2").orElseThrow();
        IpsecProfile profile = spoke.crypto().profiles().getFirst();

        assertThat(show(text, profile.ike().origin()))
                .isEqualTo("9: ike v2  encryption aes-gcm-256  prf sha384  group 19  lifetime 24h");
        assertThat(show(text, profile.esp().origin())).isEqualTo("10: esp aes-gcm-256  mode transport  lifetime 1h");
        assertThat(show(text, profile.deadPeerDetection().orElseThrow().origin())).isEqualTo("11: dpd 30s retry 5s");
        assertThat(show(text, profile.wildcardKey().orElseThrow().origin())).isEqualTo("11: psk secret \"wan-psk\"");
        assertThat(show(text, spoke.tunnels().getFirst().protection().orElseThrow().origin())).isEqualTo("19: Suite");
        assertThat(show(text, spoke.crypto().origin())).isEqualTo("29: spoke Branch[1..2]");
    }

    @Test
    void interfacesAndRoutingLeadToTheirWords() throws IOException {
        String text = Files.readString(EXAMPLE);
        CompiledNetwork network = Models.loader().load(EXAMPLE).network().orElseThrow();
        Device hub = network.deviceNamed("HQ").orElseThrow();
        Device spoke = network.deviceNamed("Branch2").orElseThrow();
        EigrpProcess process = spoke.routing().eigrp().getFirst();

        assertThat(show(text, spoke.interfaces().getFirst().assignment().origin())).isEqualTo("30: dhcp");
        assertThat(spoke.interfaces().getFirst().assignment().origin().element()).isEqualTo("spoke Branch[2]");
        assertThat(show(text, spoke.interfaces().get(1).assignment().origin())).isEqualTo("31: 192.168.{10+n}.0/24");
        assertThat(show(text, hub.interfaces().getFirst().assignment().origin())).isEqualTo("24: 203.0.113.1/24");
        assertThat(show(text, spoke.tunnels().getFirst().mode().origin())).isEqualTo("15: 3");
        assertThat(show(text, hub.tunnels().getFirst().mode().origin())).isEqualTo("23: hub HQ");
        assertThat(show(text, process.stub().orElseThrow().origin())).isEqualTo("20: spokes");
        assertThat(show(text, process.interfaces().getFirst().origin())).isEqualTo("20: routing eigrp 100");
        assertThat(show(text, spoke.routing().origin())).isEqualTo("29: spoke Branch[1..2]");
    }

    @Test
    void aPhase1TunnelEndsWhereItsServerIsNamed() {
        String text = Models.sound("phase 3", "phase 1");
        TunnelInterface tunnel = Models.device(text, "Branch1").tunnels().getFirst();

        assertThat(said(text, tunnel.mode().origin())).isEqualTo("HQ");
        assertThat(tunnel.mode().origin().line()).isEqualTo(tunnel.nhrp().nextHopServers().getFirst().origin().line());
    }

    @Test
    void aDefaultLeadsToTheElementThatSaysNothing() {
        String text = """
                transport Internet { dhcp 198.51.100.0/24 }
                crypto Suite { }
                cloud Corp { overlay 10.0.0.0/24 crypto Suite }
                hub HQ { wan Internet 203.0.113.1/24 join Corp as 10.0.0.1 }
                spoke Branch { wan Internet dhcp join Corp as 10.0.0.11 via HQ }
                """;
        Device spoke = Models.device(text, "Branch");
        IpsecProfile profile = spoke.crypto().profiles().getFirst();

        assertThat(said(text, profile.ike().origin())).isEqualTo("crypto Suite");
        assertThat(said(text, profile.esp().origin())).isEqualTo("crypto Suite");
        assertThat(said(text, profile.authentication().origin())).isEqualTo("crypto Suite");
        assertThat(said(text, spoke.tunnels().getFirst().mode().origin())).isEqualTo("cloud Corp");
        assertThat(said(text, spoke.platform().origin())).isEqualTo("spoke Branch");
        assertThat(said(text, spoke.routing().origin())).isEqualTo("spoke Branch");
    }

    @Test
    void aPlatformLeadsToTheClauseThatChoseIt() {
        String text = "platform cisco-iosxe release \"16.9\"\n"
                + Models.sound("hub HQ {", "hub HQ {\n  platform cisco-iosxe release \"17.12\"\n");

        assertThat(said(text, Models.device(text, "HQ").platform().origin())).isEqualTo("platform cisco-iosxe release \"17.12\"");
        assertThat(show(text, Models.device(text, "Branch1").platform().origin()))
                .isEqualTo("1: platform cisco-iosxe release \"16.9\"");
    }
}
