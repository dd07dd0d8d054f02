package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A large family whose members are alike is checked by a few of them. Nothing that anybody sees may differ from what a check
 * of every member finds, whatever is wrong with the model.
 *
 * <p>Each model is compared with itself and a router more, whose name might be that of a member: then every member is
 * compiled and checked.
 */
class AlikeMembersTest {

    private static final Pattern SPOKE = Pattern.compile("(?m)^spoke (\\w+)(\\[[^\\]]*\\])? *\\{");
    private static final Pattern JOIN_ADDRESS = Pattern.compile("(join \\w+ as \\d+\\.\\d+\\.\\d+)\\.\\d+");
    private static final Pattern LAN_PREFIX = Pattern.compile("lan +\\d+\\.\\d+\\.\\d+\\.0/24");
    private static final Pattern WAN_ADDRESS = Pattern.compile("(wan +\\w+ +\\d+\\.\\d+\\.\\d+)\\.\\d+/24");

    /** The models of all rules that models can break, each of its spokes a family of eighty. */
    static Stream<String> multipliedExamples() {
        return Analysis.catalogue().rules().stream().flatMap(rule -> RuleExamples.of(rule).stream())
                .flatMap((RuleExample example) -> Stream.of(example.breaks(), example.sound()))
                .filter(text -> SPOKE.matcher(text).find())
                .flatMap(text -> Stream.of(multiplied(text, false), multiplied(text, true)));
    }

    private static String multiplied(String text, boolean ownUplinks) {
        StringBuilder families = new StringBuilder();
        Matcher spokes = SPOKE.matcher(text);
        int end = 0;
        int count = 0;
        while (spokes.find()) {
            int next = text.indexOf("\n}", spokes.end());
            String body = text.substring(spokes.end(), next < 0 ? text.length() : next);
            int first = 10 + 90 * (count % 2);
            families.append(text, end, spokes.start()).append("spoke ").append(spokes.group(1)).append("_[1..80] {");
            body = JOIN_ADDRESS.matcher(body).replaceAll("$1.{n+" + first + "}");
            body = LAN_PREFIX.matcher(body).replaceFirst("lan 172." + (20 + count) + ".{n}.0/24");
            body = ownUplinks ? WAN_ADDRESS.matcher(body).replaceFirst("$1.{n+" + first + "}/24") : body;
            families.append(body);
            end = next < 0 ? text.length() : next;
            count++;
        }
        return families.append(text.substring(end)).toString();
    }

    /** The model with a router for each family that forbids to take its members for alike. */
    private static String everyMember(String text) {
        StringBuilder every = new StringBuilder(text);
        Matcher spokes = SPOKE.matcher(text);
        List<String> stems = new ArrayList<>();
        while (spokes.find()) {
            if (!stems.contains(spokes.group(1))) {
                stems.add(spokes.group(1));
            }
        }
        stems.forEach(stem -> every.append("\nrouter ").append(stem).append("99999 { }"));
        return every.toString();
    }

    private static List<String> shown(LoadedModel model, String text) {
        long lines = text.lines().count();
        return model.findings().stream().filter(finding -> finding.origin().line() <= lines)
                .map((Finding finding) -> finding.origin().line() + " " + finding.rule().id() + " " + finding.severity() + " "
                        + finding.message()).sorted().toList();
    }

    private static void assertSame(String text) {
        LoadedModel alike = Models.load(text);
        LoadedModel every = Models.load(everyMember(text));

        assertThat(every.network().orElseThrow().routers().alike()).isEmpty();
        assertThat(shown(alike, text)).as(text).isEqualTo(shown(every, text));
        List<Device> devices = every.network().orElseThrow().devices().stream().filter(device -> !device.name().endsWith("99999")).toList();
        assertThat(List.copyOf(alike.network().orElseThrow().devices())).as(text).isEqualTo(devices);
        assertThat(List.copyOf(alike.network().orElseThrow().hosts())).as(text).isEqualTo(every.network().orElseThrow().hosts());
        assertThat(alike.network().orElseThrow().scenarios()).as(text).isEqualTo(every.network().orElseThrow().scenarios());
    }

    @ParameterizedTest
    @MethodSource("multipliedExamples")
    void whatIsFoundByExamplesIsWhatIsFoundByAll(String text) {
        assertSame(text);
    }

    /** Otherwise the comparison above would compare a thing with itself. */
    @Test
    void rulesSeeFewMembersOfMostMultipliedExamples() {
        List<String> texts = multipliedExamples().toList();
        List<String> folded = texts.stream()
                .filter(text -> Memberships.folded(Models.load(text).network().orElseThrow()).isFolded()).toList();

        assertThat(folded).hasSizeGreaterThan(texts.size() / 3);
    }

    private static final String MODEL = """
            transport Internet { dhcp 198.18.0.0/15 }
            cloud Corp { overlay 10.255.0.0/16  phase 3  routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes } }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.254.0.0/16
              join Corp as 10.255.0.1
            }
            spoke Branch[1..300] {
              wan Internet dhcp
              lan 10.{n/256}.{n%256}.0/24
              join Corp as 10.255.{(n+10)/256}.{(n+10)%256} via HQ
            }
            """;

    private static int alikeMembers(String text) {
        return Models.load(text).network().orElseThrow().routers().alike().stream().mapToInt(alike -> alike.others().size()).sum();
    }

    @Test
    void membersThatDifferInAddressesAloneAreAlike() {
        assertThat(alikeMembers(MODEL)).isEqualTo(300 - MemberRun.EXAMPLES);
    }

    @Test
    void anExceptionDividesAFamily() {
        String text = MODEL + "spoke Branch[150] { lan 172.20.0.0/16 }\n";

        assertThat(alikeMembers(text)).isEqualTo(299 - 2 * MemberRun.EXAMPLES);
        assertSame(text);
    }

    @Test
    void membersThatDifferInSomethingElseAreNotAlike() {
        assertThat(alikeMembers(MODEL.replace("via HQ", "via HQ tunnel-key {n}"))).isZero();
        assertThat(alikeMembers(MODEL.replace("via HQ", "via HQ priority {n%2}"))).isZero();
    }

    @Test
    void aSettingThatTheCloudComputesForEachMemberKeepsThemApart() {
        String text = MODEL.replace("phase 3", "phase 3  mtu {1300+n}").replace("as 10.255.0.1\n", "as 10.255.0.1 mtu 1400\n");

        assertThat(alikeMembers(text)).isZero();
        assertSame(text);
    }

    @Test
    void anAutonomousSystemThatIsComputedKeepsMembersApart() {
        String text = MODEL.replace("via HQ\n}", "via HQ\n  routing bgp 64400+n { neighbor 172.16.0.1 as 64512 }\n}");

        assertThat(alikeMembers(text)).isZero();
        assertThat(alikeMembers(text.replace("64400+n", "64400"))).isPositive();
    }

    @Test
    void networksOfDifferentLengthsKeepMembersApart() {
        String text = MODEL.replace("lan 10.{n/256}.{n%256}.0/24", "lan 10.{n/256}.{n%256}.0/{24+n/40}");

        assertThat(alikeMembers(text)).isZero();
        assertThat(Models.load(text).network().orElseThrow().hosts()).isNotEmpty();
    }

    @Test
    void severalThreadsMayAskForMembersWhileTheModelIsEdited() {
        DmvpnResource resource = Models.resource(MODEL);
        CompiledNetwork first = Analysis.of(resource).network();
        List<String> expected = IntStream.range(0, first.devices().size() - 1).mapToObj(index -> "Branch[" + (index + 1) + "]").toList();
        List<String> met = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(() -> first.devices().stream().skip(1).map(Device::reference).forEach(met::add));
        reader.start();
        for (int edit = 0; edit < 5; edit++) {
            int place = MODEL.indexOf("10.254.0.0/16") + "10.25".length();
            resource.update(place, 1, Integer.toString(edit));
            assertThat(Analysis.of(resource).network().devices().get(200 + edit).reference()).isEqualTo("Branch[" + (200 + edit) + "]");
        }
        try {
            reader.join(60_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }

        assertThat(met).isEqualTo(expected);
    }

    @Test
    void membersOnDemandAreThoseOfTheNetworkThatIsAsked() {
        DmvpnResource resource = Models.resource("platform cisco-iosxe release \"17.9\"\n" + MODEL);
        CompiledNetwork before = Analysis.of(resource).network();
        int place = "platform cisco-iosxe release \"1".length();
        resource.update(place, 1, "6");
        CompiledNetwork after = Analysis.of(resource).network();

        assertThat(before.devices().get(250).platform()).isEqualTo(before.devices().get(1).platform());
        assertThat(after.devices().get(250).platform()).isEqualTo(after.devices().get(1).platform())
                .isNotEqualTo(before.devices().get(250).platform());
    }

    @Test
    void aChangedHubIsKnownToMembersOnDemand() {
        DmvpnResource resource = Models.resource(MODEL);
        Analysis.of(resource).network().devices().get(250);
        int place = MODEL.indexOf("203.0.113.1/24") + "203.0.113.".length();
        resource.update(place, 1, "7");

        assertThat(Analysis.of(resource).network().devices().get(250).tunnels().getFirst().nhrp().nextHopServers())
                .extracting(server -> server.nbmaAddress().toString()).containsExactly("203.0.113.7");
    }

    @Test
    void aMemberWhoseAddressIsNotSoundIsFound() {
        String text = MODEL.replace("overlay 10.255.0.0/16", "overlay 10.255.0.0/24");

        assertThat(alikeMembers(text)).isZero();
        assertThat(Models.load(text).findings()).extracting(Finding::message).anyMatch(message -> message.contains("Branch[246]"));
    }

    @Test
    void aMemberInTheWayOfAnotherRouterIsFound() {
        String text = MODEL.replace("lan 10.254.0.0/16", "lan 10.0.77.0/24");

        assertThat(Models.load(text).findings()).extracting(Finding::message).anyMatch(message -> message.contains("Branch[77]"));
        assertSame(text);
    }

    @Test
    void twoFamiliesInEachOthersWayAreFound() {
        String text = MODEL + MODEL.substring(MODEL.indexOf("spoke Branch")).replace("Branch", "Shop")
                .replace("10.255.{(n+10)/256}.{(n+10)%256}", "10.255.{(n+610)/256}.{(n+610)%256}");

        assertThat(Models.load(text).findings()).extracting(Finding::message).anyMatch(message -> message.contains("Shop[1]"));
        assertSame(text);
    }

    @Test
    void aScenarioMayNameAnyMember() {
        String text = MODEL + """
                scenario Pings {
                  at 10s ping from Branch[299].lan to Branch[2].lan
                  expect at 20s every spoke has nhs HQ up
                  expect at 20s path Branch[17].lan to Branch[250].lan is direct
                }
                """;

        assertSame(text);
    }

    @Test
    void aHostMayBeBehindAnyMember() {
        assertSame(MODEL + "host Printer { behind Branch[200] }\n");
    }

    @Test
    void membersOnDemandKnowWhereTheyAreWritten() {
        LoadedModel model = Models.load(MODEL);
        Device late = model.network().orElseThrow().devices().get(250);

        assertThat(late.reference()).isEqualTo("Branch[250]");
        assertThat(late.origin().line()).isEqualTo(8);
        assertThat(late.tunnels().getFirst().origin().line()).isEqualTo(11);
        assertThat(late.tunnels().getFirst().origin().element()).isEqualTo("spoke Branch[250] join Corp");
        assertThat(model.network().orElseThrow().hosts()).filteredOn(host -> host.device().equals("Branch250"))
                .extracting(Host::address).hasSize(1);
    }
}
