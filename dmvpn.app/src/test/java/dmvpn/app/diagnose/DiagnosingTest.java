package dmvpn.app.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosingTest {

    private static final String MODEL = """
            network Sick

            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 20
              esp aes-gcm-256  mode transport
              dpd 10s retry 2s
              psk secret "wan-psk"
            }

            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  authentication "NHRP1"
              holdtime 10min  mtu 1400  mss 1360
              registration no-unique
              crypto Suite
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }

            hub HQ1 {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }
            spoke Branch1 {
              wan Internet dhcp
              lan 10.100.1.0/24
              join Corp as 10.255.0.11 via HQ1
            }
            spoke Branch2 {
              wan Internet dhcp
              lan 10.100.2.0/24
              join Corp as 10.255.0.12 via HQ1
            }
            scenario Calm { seed 1  duration 110s ACTIONS }
            """;

    @TempDir
    private Path folder;

    private Diagnosis diagnose(String actions, Duration at) throws IOException, RequestException {
        return diagnoseModel(MODEL.replace("ACTIONS", actions), "Branch1", "Branch2", at);
    }

    private Diagnosis diagnoseModel(String model, String from, String to, Duration at) throws IOException, RequestException {
        Path file = Files.writeString(folder.resolve("sick.dmvpn"), model);
        DiagnoseResult result = new DiagnoseService(ModelReader.standalone()).diagnose(file, new DiagnoseRequest(from, to,
                Optional.of(at), Optional.empty(), OptionalLong.empty()), ProgressMonitor.NONE);
        return result.diagnosis().orElseThrow(() -> new AssertionError(result.problems()));
    }

    private static Finding only(Diagnosis diagnosis) {
        assertThat(diagnosis.findings()).as("%s", diagnosis).hasSize(1);
        return diagnosis.findings().getFirst();
    }

    @Test
    void betweenHealthyRoutersNothingIsFound() throws Exception {
        Diagnosis diagnosis = diagnose("", Duration.ofSeconds(60));
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.forward()).isEqualTo("Branch1 > HQ1 > Branch2: arrives");
        assertThat(diagnosis.backward()).isEqualTo("Branch2 > HQ1 > Branch1: arrives");
        assertThat(new DiagnosisText(diagnosis).lines().getFirst())
                .isEqualTo("Branch1 and Branch2 at 60.000 s: all layers are well");
    }

    @Test
    void aBrokenLineIsPhysical() throws Exception {
        Finding finding = only(diagnose("at 50s fail path Branch1 to HQ1", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.router()).isEqualTo("Branch1");
        assertThat(finding.cause()).contains("203.0.113.1").contains("is broken").doesNotContain("one");
    }

    @Test
    void aLineThatIsBrokenOneWayNamesTheDirection() throws Exception {
        Finding finding = only(diagnose("at 50s fail path HQ1 to Branch1 one-way", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.router()).isEqualTo("HQ1");
        assertThat(finding.cause()).contains("in this direction only");
    }

    @Test
    void aRouterWithoutPowerIsPhysical() throws Exception {
        Finding finding = only(diagnose("at 50s fail HQ1", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.cause()).isEqualTo("the router is without power");
    }

    /** The first branch is configured as in another model; the rest of the network is as it should be. */
    private Diagnosis withFirstBranchOf(String otherModel) throws IOException {
        return withFirstBranchOf(MODEL, otherModel);
    }

    private Diagnosis withFirstBranchOf(String model, String otherModel) throws IOException {
        CompiledNetwork sound = network(model);
        Device other = network(otherModel).devices().get(1);
        List<Device> devices = sound.devices().stream()
                .map(device -> device.name().equals("Branch1") ? other : device).toList();
        Simulation simulation = Simulation.create(new CompiledNetwork(sound.name(), sound.transports(), sound.clouds(),
                devices, sound.hosts(), List.of(), List.of(), sound.origin()), SimulationOptions.DEFAULT);
        simulation.runUntil(Duration.ofSeconds(60));
        return new Diagnosing(simulation).diagnose(simulation.routerNamed("HQ1").orElseThrow(),
                simulation.routerNamed("Branch1").orElseThrow());
    }

    private CompiledNetwork network(String model) throws IOException {
        Path file = Files.writeString(folder.resolve("other.dmvpn"), model.replace("ACTIONS", ""));
        return ModelReader.standalone().read(List.of(file), ProgressMonitor.NONE).getFirst().soundNetwork().orElseThrow();
    }

    @Test
    void aWrongKeyIsIpsec() throws Exception {
        Finding finding = only(withFirstBranchOf(MODEL.replace("wan-psk", "another")));
        assertThat(finding.layer()).isEqualTo(Layer.IPSEC);
        assertThat(finding.cause()).contains("different pre-shared keys");
        assertThat(finding.evidence()).contains("IKE security associations").contains("negotiation failed");
    }

    @Test
    void proposalsWithNothingInCommonAreIpsec() throws Exception {
        Finding finding = only(withFirstBranchOf(MODEL.replace("group 20", "group 19")));
        assertThat(finding.layer()).isEqualTo(Layer.IPSEC);
        assertThat(finding.mend()).contains("common proposal");
    }

    @Test
    void aRegistrationThatIsRefusedIsNhrp() throws Exception {
        Finding finding = only(withFirstBranchOf(MODEL.replace("NHRP1", "WRONG")));
        assertThat(finding.layer()).isEqualTo(Layer.NHRP);
        assertThat(finding.router()).isEqualTo("Branch1");
        assertThat(finding.evidence()).contains("state=down");
        assertThat(finding.mend()).contains("ip nhrp authentication");
    }

    @Test
    void differentTunnelKeysAreNhrp() throws Exception {
        Finding finding = only(withFirstBranchOf(MODEL.replace("tunnel-key 100", "tunnel-key 101")));
        assertThat(finding.layer()).isEqualTo(Layer.NHRP);
        assertThat(finding.cause()).isEqualTo("the tunnels have different keys");
        assertThat(finding.evidence()).contains("no tunnel has this source address, VRF and key");
    }

    @Test
    void blockedEspIsPhysicalAtItsSenderWhileIkeAndPingPass() throws Exception {
        Finding finding = only(diagnose("at 50s fail protocol esp from Branch1 to HQ1", Duration.ofSeconds(60)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.router()).isEqualTo("Branch1");
        assertThat(finding.cause()).contains("a firewall drops esp to HQ1").contains("in this direction only");
        assertThat(finding.evidence()).as("what its security association counts").contains("encapsulated");
    }

    @Test
    void blockedEspTowardsTheClientIsPhysicalAtTheServer() throws Exception {
        Finding finding = only(diagnose("at 50s fail protocol esp from HQ1 to Branch1", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.router()).isEqualTo("HQ1");
    }

    @Test
    void aTunnelThatCarriesIsWellWhereNoPingPasses() throws Exception {
        assertThat(diagnose("at 50s fail protocol icmp from Branch1 to HQ1", Duration.ofSeconds(100)).findings()).isEmpty();
    }

    @Test
    void aTunnelInterfaceOutOfServiceIsPhysical() throws Exception {
        Finding finding = only(diagnose("at 50s fail Branch2.Tunnel100", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.router()).isEqualTo("Branch2");
        assertThat(finding.mend()).contains("'no shutdown' on Tunnel100");
    }

    @Test
    void aRefusedUniqueAddressIsNhrpAndSaysWhatHelps() throws Exception {
        Finding finding = only(diagnoseModel(MODEL.replace("registration no-unique", "").replace("ACTIONS", "at 50s renumber Branch1.wan"),
                "Branch1", "HQ1", Duration.ofSeconds(75)));
        assertThat(finding.layer()).isEqualTo(Layer.NHRP);
        assertThat(finding.cause()).isEqualTo("NHRP refuses: unique address already registered");
        assertThat(finding.mend()).contains("ip nhrp registration no-unique");
    }

    @Test
    void aLocalNetworkThatIsDownIsPhysicalAtItsRouter() throws Exception {
        Diagnosis diagnosis = diagnose("at 50s fail Branch1.GigabitEthernet2", Duration.ofSeconds(100));
        assertThat(diagnosis.findings().getFirst().layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(diagnosis.findings().getFirst().router()).isEqualTo("Branch1");
        assertThat(diagnosis.forward()).contains("interface GigabitEthernet2 of Branch1").contains("is down");
    }

    @Test
    void aBrokenPathBetweenTwoSpokesIsPhysicalWhileTheirShortcutLasts() throws Exception {
        Finding finding = diagnose("at 40s ping every 1s from Branch1.lan to Branch2.lan  at 60s fail path Branch1 to Branch2",
                Duration.ofSeconds(62)).findings().getFirst();
        assertThat(finding.layer()).isEqualTo(Layer.PHYSICAL);
        assertThat(finding.cause()).contains("the underlay path to Branch2 is broken");
        assertThat(finding.mend()).contains("clear ip nhrp");
    }

    @Test
    void aSpokeThatLostItsAssociationsIsIpsecUntilThePeerNotices() throws Exception {
        Finding finding = diagnose("at 40s ping every 1s from Branch1.lan to Branch2.lan  at 60s fail Branch2  at 62s restore Branch2",
                Duration.ofSeconds(67)).findings().getFirst();
        assertThat(finding.layer()).as("%s", finding).isEqualTo(Layer.IPSEC);
    }

    @Test
    void whoGetsThePacketsOfAnotherIsAFinding() throws Exception {
        Diagnosis diagnosis = new DiagnoseService(ModelReader.standalone()).diagnose(Path.of("../examples/customers"),
                new DiagnoseRequest("RedSite1", "BlueSite2", Optional.of(Duration.ofSeconds(90)), Optional.empty(), OptionalLong.empty()),
                ProgressMonitor.NONE).diagnosis().orElseThrow();
        assertThat(diagnosis.findings()).isNotEmpty();
        assertThat(diagnosis.findings().getFirst().layer()).isEqualTo(Layer.ROUTING);
        assertThat(diagnosis.findings().getFirst().cause()).contains("get to RedSite2, which has the address, too");
    }

    @Test
    void betweenRoutersOfACustomerTheHostsOfThatCustomerAreLookedAt() throws Exception {
        Diagnosis diagnosis = new DiagnoseService(ModelReader.standalone()).diagnose(Path.of("../examples/customers"),
                new DiagnoseRequest("Provider", "BlueSite2", Optional.of(Duration.ofSeconds(90)), Optional.empty(), OptionalLong.empty()),
                ProgressMonitor.NONE).diagnosis().orElseThrow();
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.forward()).isEqualTo("Provider > BlueSite2: arrives");
    }

    @Test
    void aMissingRouteIsRoutingInBothDirections() throws Exception {
        Diagnosis diagnosis = withFirstBranchOf(MODEL.replace("eigrp 100", "eigrp 200"));
        assertThat(diagnosis.findings()).extracting(Finding::layer).containsExactly(Layer.ROUTING, Layer.ROUTING);
        assertThat(diagnosis.findings()).extracting(Finding::router).containsExactly("HQ1", "Branch1");
        assertThat(diagnosis.findings().getLast().evidence()).contains("EIGRP neighbors of Branch1: none");
    }

    @Test
    void whatIsUnknownIsSaidWithWhatThereIs() {
        assertThatThrownBy(() -> diagnoseModel(MODEL.replace("ACTIONS", ""), "Nobody", "HQ1", Duration.ofSeconds(1)))
                .isInstanceOf(RequestException.class).hasMessageContaining("'Nobody'; it has HQ1, Branch1, Branch2");
        assertThatThrownBy(() -> diagnoseModel(MODEL.replace("ACTIONS", ""), "HQ1", "HQ1", Duration.ofSeconds(1)))
                .isInstanceOf(RequestException.class).hasMessageContaining("between two routers");
        assertThatThrownBy(() -> diagnose("", Duration.ofHours(1)))
                .isInstanceOf(RequestException.class).hasMessageContaining("goes from 0s to 110s");
    }

    private static final String LARGE = "at 60s ping every 1s from Branch1.lan to Branch2.lan size 1460";

    /** RFC 2923 section 2.1: the message that a packet is too large does not get to its sender. */
    @Test
    void blockedIcmpInFrontOfTheSenderIsAMatterOfPacketSize() throws Exception {
        String model = MODEL.replace("mss 1360", "").replace("lan 10.100.1.0/24", "lan 10.100.1.0/24 blocks icmp");
        Finding finding = only(diagnoseModel(model.replace("ACTIONS", "at 60s flow transfer rate 1Mbps tcp from Branch1.lan to Branch2.lan"),
                "Branch1", "Branch2", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PACKET_SIZE);
        assertThat(finding.router()).isEqualTo("Branch1");
        assertThat(finding.evidence()).contains("packet dropped").contains("Destination Unreachable");
        assertThat(finding.mend()).contains("ip tcp adjust-mss 1360").contains("ICMP type 3 code 4");
    }

    @Test
    void blockedFragmentsOfALargeTunnelAreAMatterOfPacketSize() throws Exception {
        String model = MODEL.replaceFirst("wan Internet dhcp", "wan Internet dhcp blocks fragments").replace("mtu 1400", "mtu 1472");
        Finding finding = only(diagnoseModel(model.replace("ACTIONS", LARGE), "Branch1", "Branch2", Duration.ofSeconds(100)));
        assertThat(finding.layer()).isEqualTo(Layer.PACKET_SIZE);
        assertThat(finding.cause()).contains("a firewall drops the fragments");
        assertThat(finding.mend()).contains("ip mtu 1400");
    }

    /** RFC 4890 section 4.3.1: nothing else tells a sender of IPv6. */
    @Test
    void blockedIcmpv6IsAMatterOfPacketSizeThatNoSettingOfTheTunnelMends() throws Exception {
        String model = MODEL.replaceAll("10\\.255\\.0\\.0/24", "2001:db8:ff::/64").replaceAll("10\\.255\\.0\\.(\\d+)", "2001:db8:ff::$1")
                .replaceAll("10\\.1\\.0\\.0/16", "2001:db8:1::/64").replaceAll("10\\.100\\.(\\d)\\.0/24", "2001:db8:10$1::/64")
                .replace("routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }", "routing static")
                .replace("mss 1360", "").replace("lan 2001:db8:101::/64", "lan 2001:db8:101::/64 blocks icmp");
        Finding finding = only(diagnoseModel(model.replace("ACTIONS", "at 60s flow transfer rate 1Mbps tcp from Branch1.lan to Branch2.lan"),
                "Branch1", "Branch2", Duration.ofSeconds(100)));

        assertThat(finding.layer()).isEqualTo(Layer.PACKET_SIZE);
        assertThat(finding.evidence()).contains("routers do not fragment IPv6").contains("Packet Too Big");
        assertThat(finding.mend()).contains("ICMPv6 type 2").doesNotContain("adjust-mss");
    }

    @Test
    void fragmentsThatArriveAreNoFinding() throws Exception {
        assertThat(diagnoseModel(MODEL.replace("mtu 1400", "mtu 1472").replace("ACTIONS", LARGE), "Branch1", "Branch2",
                Duration.ofSeconds(100)).findings()).isEmpty();
    }

    @Test
    void findingsAreAlsoData() throws Exception {
        List<String> json = new DiagnosisText(diagnose("at 50s fail HQ1", Duration.ofSeconds(100))).json();
        assertThat(json).hasSize(2);
        assertThat(json.get(1)).startsWith("{\"type\":\"finding\",\"layer\":\"physical\",\"router\":\"HQ1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dhcp behind nat as 198.18.9.9", "dhcp behind pat as 198.18.9.9", "dhcp behind pat",
        "dhcp blocks unsolicited"})
    void aHealthySpokeBehindATranslationOrAFirewallHasNoFinding(String uplink) throws Exception {
        assertThat(diagnoseModel(MODEL.replace("ACTIONS", "").replaceFirst("wan Internet dhcp", "wan Internet " + uplink),
                "Branch1", "HQ1", Duration.ofSeconds(60)).findings()).isEmpty();
    }

    @Test
    void aHealthyHubBehindATranslationHasNoFinding() throws Exception {
        assertThat(diagnoseModel(MODEL.replace("ACTIONS", "").replace("203.0.113.1/24 gateway 203.0.113.254",
                "172.31.0.4/20 gateway 172.31.0.1 behind nat as 203.0.113.1"), "Branch1", "Branch2",
                Duration.ofSeconds(60)).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"psk secret \"wan-psk\"", "certificates \"CORP\""})
    void aHealthyNetworkWithIkeVersion1HasNoFinding(String authentication) throws Exception {
        assertThat(diagnoseModel(withIkeVersion1(MODEL).replace("ACTIONS", "").replace("psk secret \"wan-psk\"", authentication),
                "Branch1", "Branch2", Duration.ofSeconds(60)).findings()).isEmpty();
    }

    private static String withIkeVersion1(String model) {
        return model.replace("ike v2  encryption aes-gcm-256  prf sha384  group 20",
                "ike v1  encryption aes-cbc-256  integrity sha256  group 14");
    }

    @Test
    void differentKeysOfIkeVersion1AreIpsec() throws Exception {
        Finding finding = only(withFirstBranchOf(withIkeVersion1(MODEL), withIkeVersion1(MODEL).replace("secret \"wan-psk\"", "\"other\"")));
        assertThat(finding.layer()).isEqualTo(Layer.IPSEC);
        assertThat(finding.cause()).contains("pre-shared keys differ");
        assertThat(finding.mend()).contains("pre-shared key");
    }

    @Test
    void certificatesOfDifferentAuthoritiesAreIpsec() throws Exception {
        String certificates = MODEL.replace("psk secret \"wan-psk\"", "certificates \"CORP\"");
        Finding finding = only(withFirstBranchOf(certificates, certificates.replace("CORP", "OTHER")));
        assertThat(finding.layer()).isEqualTo(Layer.IPSEC);
        assertThat(finding.cause()).doesNotContain("different pre-shared keys").contains("proof of identity");
        assertThat(finding.mend()).contains("trustpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub-cluster", "backup-tunnel", "cloud-hosted-hub", "ipv6-transport"})
    void whatAnExampleKeepsInReserveOrBehindATranslationIsNoFinding(String example) throws Exception {
        DiagnoseResult result = new DiagnoseService(ModelReader.standalone()).diagnose(Path.of("..", "examples", example),
                new DiagnoseRequest("Branch1", "Branch2", Optional.of(Duration.ofSeconds(60)), Optional.empty(),
                        OptionalLong.empty()), ProgressMonitor.NONE);
        assertThat(result.diagnosis().orElseThrow().findings()).isEmpty();
    }
}
