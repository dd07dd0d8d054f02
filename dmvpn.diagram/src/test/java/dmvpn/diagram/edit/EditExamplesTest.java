package dmvpn.diagram.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each edit of a diagram does to the text. */
class EditExamplesTest {

    private static final String TEXT = """
            dmvpn 1

            // Two providers.
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }   // the cheap one
            transport Mpls     { latency 5ms }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 19
              esp aes-gcm-256  mode transport
              psk "everybody"
              psk "hub" for HQ
            }

            cloud Corp {
              overlay 10.0.0.0/24        phase 3   // as drawn
              network-id 1               tunnel-key 100
              crypto Suite
            }

            cloud Spare { overlay 10.0.1.0/24  phase 3  backup for Corp after 3s  crypto Suite }

            hub HQ {
              wan  Internet  203.0.113.1/24 gateway 203.0.113.254  vrf INET

              // everybody's servers
              lan  192.168.1.0/24
              join Corp as 10.0.0.1
            }

            hub Second {
              wan  Internet  203.0.113.2/24 gateway 203.0.113.254  vrf INET
              join Corp as 10.0.0.2  via HQ
            }

            spoke Branch[1..3] {
              wan  Internet dhcp  vrf INET
              lan  192.168.{10+n}.0/24
              join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
            }
            spoke Branch[2] { lan 10.2.0.0/16 }

            router Core { wan Mpls 10.9.0.9/24 }

            host Server { behind HQ  address 192.168.1.10 }

            scenario Check {
              at 60s fail HQ
              expect at 50s path Branch[1].lan to Branch[3].lan is via HQ
              expect at 90s path Branch[1].lan to Branch[3].lan is via Second
              expect always no overlay packet in clear on Internet
            }
            """;

    private static final Optional<String> DEFAULT = Optional.empty();
    private static final String HQ = "router:HQ";
    private static final String BRANCH = "router:Branch[1..3]";

    private static void edit(ModelEdit edit, String difference) {
        assertThat(EditedText.difference(TEXT, edit)).isEqualTo(difference);
    }

    @Test
    void aNewTransportHasAFreeNameAndAFreePool() {
        edit(new ModelEdit.CreateTransport(DEFAULT), """
                +transport Transport1 { latency 10ms  dhcp 198.18.0.0/16 }
                +
                """);
    }

    @Test
    void aNewCloudHasASubnetAndNumbersOfItsOwn() {
        edit(new ModelEdit.CreateCloud(Optional.of("Third")), """
                +cloud Third {
                +  overlay 10.255.0.0/24  phase 3
                +  network-id 100  tunnel-key 200
                +  crypto Suite
                +  routing eigrp 100 { stub spokes }
                +}
                +
                """);
    }

    @Test
    void aNewHubIsAttachedLikeTheOthers() {
        edit(new ModelEdit.CreateHub(DEFAULT, DEFAULT, DEFAULT), """
                +hub Hub1 {
                +  wan Internet 203.0.113.3/24 gateway 203.0.113.254 vrf INET
                +  lan 10.3.0.0/16
                +  join Corp as 10.0.0.3
                +}
                +
                """);
    }

    @Test
    void aNewSpokeRegistersWithAllHubs() {
        edit(new ModelEdit.CreateSpoke(Optional.of("Kiosk"), Optional.of("transport:Mpls"), Optional.of("cloud:Corp")), """
                +spoke Kiosk {
                +  wan Mpls 10.9.0.1/24
                +  lan 10.3.0.0/16
                +  join Corp as 10.0.0.3 via HQ, Second
                +}
                +
                """);
    }

    @Test
    void aNewPlainRouterJoinsNothing() {
        edit(new ModelEdit.CreatePlainRouter(DEFAULT, DEFAULT), """
                +router Router1 {
                +  wan Internet dhcp vrf INET
                +  lan 10.3.0.0/16
                +}
                +
                """);
    }

    @Test
    void aNewHostHasAnAddressOfItsRoutersLocalNetwork() {
        edit(new ModelEdit.CreateHost(DEFAULT, HQ), """
                +host Host1 { behind HQ  address 192.168.1.11 }
                +
                """);
        edit(new ModelEdit.CreateHost(DEFAULT, BRANCH), """
                +host Host1 { behind Branch[1]  address 192.168.11.10 }
                +
                """);
    }

    @Test
    void aDeletedTransportTakesItsUplinksAlong() {
        edit(new ModelEdit.Delete(List.of("transport:Mpls")), """
                -transport Mpls     { latency 5ms }
                -router Core { wan Mpls 10.9.0.9/24 }
                +router Core { }
                """);
    }

    @Test
    void aDeletedCloudIsNobodysBackupAndNobodyIsInIt() {
        edit(new ModelEdit.Delete(List.of("cloud:Corp")), """
                -cloud Corp {
                -  overlay 10.0.0.0/24        phase 3   // as drawn
                -  network-id 1               tunnel-key 100
                -  crypto Suite
                -}
                -
                -cloud Spare { overlay 10.0.1.0/24  phase 3  backup for Corp after 3s  crypto Suite }
                +cloud Spare { overlay 10.0.1.0/24  phase 3  crypto Suite }
                -  join Corp as 10.0.0.1
                -  join Corp as 10.0.0.2  via HQ
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                """);
    }

    @Test
    void anArrowBetweenCloudsThatIsDeletedLeavesBothClouds() {
        edit(new ModelEdit.Delete(List.of("backup:cloud:Spare")), """
                -cloud Spare { overlay 10.0.1.0/24  phase 3  backup for Corp after 3s  crypto Suite }
                +cloud Spare { overlay 10.0.1.0/24  phase 3  crypto Suite }
                """);
    }

    @Test
    void aDeletedHubLosesItsClientsItsHostsItsKeyAndItsPartInScenarios() {
        edit(new ModelEdit.Delete(List.of(HQ)), """
                -  psk "hub" for HQ
                -hub HQ {
                -  wan  Internet  203.0.113.1/24 gateway 203.0.113.254  vrf INET
                -
                -  // everybody's servers
                -  lan  192.168.1.0/24
                -  join Corp as 10.0.0.1
                -}
                -
                -  join Corp as 10.0.0.2  via HQ
                +  join Corp as 10.0.0.2
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                +  join Corp as 10.0.0.{10+n}  via Second  holdtime 5min
                -host Server { behind HQ  address 192.168.1.10 }
                -
                -  at 60s fail HQ
                -  expect at 50s path Branch[1].lan to Branch[3].lan is via HQ
                """);
    }

    @Test
    void aFamilyGoesWithItsExceptionsAndAnExceptionAlone() {
        assertThat(EditedText.after(TEXT, new ModelEdit.Delete(List.of(BRANCH)))).doesNotContain("Branch");
        edit(new ModelEdit.Delete(List.of("router:Branch[2]")), """
                -spoke Branch[2] { lan 10.2.0.0/16 }
                """);
    }

    @Test
    void connectionsAndMembershipsCanBeDeleted() {
        edit(new ModelEdit.Delete(List.of("tunnel:" + BRANCH + ">router:Second@Corp")), """
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                +  join Corp as 10.0.0.{10+n}  via HQ  holdtime 5min
                """);
        edit(new ModelEdit.Delete(List.of("tunnel:" + BRANCH + ">" + HQ + "@Corp", "tunnel:" + BRANCH + ">router:Second@Corp")), """
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                +  join Corp as 10.0.0.{10+n}  holdtime 5min
                """);
        edit(new ModelEdit.Delete(List.of("join:" + BRANCH + "@cloud:Corp")), """
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                """);
        edit(new ModelEdit.Delete(List.of("wan:" + HQ + ">transport:Internet")), """
                -  wan  Internet  203.0.113.1/24 gateway 203.0.113.254  vrf INET
                """);
    }

    @Test
    void aNewNameIsWrittenWhereverTheOldOneWas() {
        edit(new ModelEdit.Rename(BRANCH, "Shop"), """
                -spoke Branch[1..3] {
                +spoke Shop[1..3] {
                -spoke Branch[2] { lan 10.2.0.0/16 }
                +spoke Shop[2] { lan 10.2.0.0/16 }
                -  expect at 50s path Branch[1].lan to Branch[3].lan is via HQ
                -  expect at 90s path Branch[1].lan to Branch[3].lan is via Second
                +  expect at 50s path Shop[1].lan to Shop[3].lan is via HQ
                +  expect at 90s path Shop[1].lan to Shop[3].lan is via Second
                """);
        edit(new ModelEdit.Rename("cloud:Corp", "expect"), """
                -cloud Corp {
                +cloud ^expect {
                -cloud Spare { overlay 10.0.1.0/24  phase 3  backup for Corp after 3s  crypto Suite }
                +cloud Spare { overlay 10.0.1.0/24  phase 3  backup for ^expect after 3s  crypto Suite }
                -  join Corp as 10.0.0.1
                +  join ^expect as 10.0.0.1
                -  join Corp as 10.0.0.2  via HQ
                +  join ^expect as 10.0.0.2  via HQ
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                +  join ^expect as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                """);
    }

    @Test
    void aRenamedElementSaysWhatItsIdentifiersAreNow() {
        TextEdit renamed = EditedText.edit(TEXT, new ModelEdit.Rename(HQ, "Centre"));
        assertThat(renamed.selected()).contains("router:Centre");
        assertThat(renamed.renamed()).containsEntry(HQ, "router:Centre")
                .containsEntry("wan:router:HQ>transport:Internet", "wan:router:Centre>transport:Internet")
                .containsEntry("tunnel:" + BRANCH + ">router:HQ@Corp", "tunnel:" + BRANCH + ">router:Centre@Corp");
    }

    @Test
    void anUplinkIsPutBelowTheOthers() {
        edit(new ModelEdit.Attach(HQ, "transport:Mpls"), """
                +  wan Mpls 10.9.0.1/24
                """);
    }

    @Test
    void anUplinkThatMovesGetsAnAddressThere() {
        edit(new ModelEdit.MoveAttachment("wan:" + HQ + ">transport:Internet", "transport:Mpls"), """
                -  wan  Internet  203.0.113.1/24 gateway 203.0.113.254  vrf INET
                +  wan  Mpls  10.9.0.1/24  vrf INET
                """);
    }

    @Test
    void aSpokeDraggedOntoACloudBecomesAClientOfItsHubs() {
        String joined = EditedText.after(TEXT, new ModelEdit.Join("router:Second", "cloud:Spare"));
        assertThat(EditedText.difference(joined, new ModelEdit.Join(BRANCH, "cloud:Spare"))).isEqualTo("""
                +  join Spare as 10.0.1.{1+n} via Second
                """);
    }

    @Test
    void aClientCanBeConnectedAndReconnected() {
        edit(new ModelEdit.Connect(HQ, "router:Second", DEFAULT), """
                -  join Corp as 10.0.0.1
                +  join Corp as 10.0.0.1 via Second
                """);
        String alone = EditedText.after(TEXT, new ModelEdit.Delete(List.of("tunnel:" + BRANCH + ">router:Second@Corp")));
        assertThat(EditedText.difference(alone, new ModelEdit.Reconnect("tunnel:" + BRANCH + ">" + HQ + "@Corp", "router:Second")))
                .isEqualTo("""
                        -  join Corp as 10.0.0.{10+n}  via HQ  holdtime 5min
                        +  join Corp as 10.0.0.{10+n}  via Second  holdtime 5min
                        """);
        assertThat(EditedText.difference(alone, new ModelEdit.Connect(BRANCH, "router:Second", Optional.of("cloud:Corp"))))
                .isEqualTo("""
                        -  join Corp as 10.0.0.{10+n}  via HQ  holdtime 5min
                        +  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                        """);
    }

    @Test
    void aRouterChangesItsKindInOneWord() {
        edit(new ModelEdit.SetHub(BRANCH), """
                -spoke Branch[1..3] {
                +hub Branch[1..3] {
                -spoke Branch[2] { lan 10.2.0.0/16 }
                +hub Branch[2] { lan 10.2.0.0/16 }
                """);
        edit(new ModelEdit.SetSpoke(HQ), """
                -hub HQ {
                +spoke HQ {
                -  join Corp as 10.0.0.1
                +  join Corp as 10.0.0.1 via Second
                -  join Corp as 10.0.0.2  via HQ
                +  join Corp as 10.0.0.2
                -  join Corp as 10.0.0.{10+n}  via HQ, Second  holdtime 5min
                +  join Corp as 10.0.0.{10+n}  via Second  holdtime 5min
                """);
    }

    @Test
    void labelsAndAddressesAreEditedInPlace() {
        edit(new ModelEdit.SetPhase("cloud:Corp", "Phase 2"), """
                -  overlay 10.0.0.0/24        phase 3   // as drawn
                +  overlay 10.0.0.0/24        phase 2   // as drawn
                """);
        edit(new ModelEdit.SetOverlay("cloud:Corp", "10.0.0.0/23"), """
                -  overlay 10.0.0.0/24        phase 3   // as drawn
                +  overlay 10.0.0.0/23        phase 3   // as drawn
                """);
        edit(new ModelEdit.SetWanAddress("wan:" + HQ + ">transport:Internet", "dhcp"), """
                -  wan  Internet  203.0.113.1/24 gateway 203.0.113.254  vrf INET
                +  wan  Internet  dhcp  vrf INET
                """);
        edit(new ModelEdit.SetWanAddress("wan:" + BRANCH + ">transport:Internet", "198.51.100.{n}/24"), """
                -  wan  Internet dhcp  vrf INET
                +  wan  Internet 198.51.100.{n}/24  vrf INET
                """);
        edit(new ModelEdit.SetTunnelAddress("join:" + HQ + "@cloud:Corp", "10.0.0.254"), """
                -  join Corp as 10.0.0.1
                +  join Corp as 10.0.0.254
                """);
        edit(new ModelEdit.SetLocalNetwork("lan:" + BRANCH, "10.{n}.0.0/16"), """
                -  lan  192.168.{10+n}.0/24
                +  lan  10.{n}.0.0/16
                """);
    }

    @Test
    void whatIsMadeAndDeletedLeavesTheTextAsItWas() {
        for (ModelEdit create : List.of(new ModelEdit.CreateTransport(DEFAULT), new ModelEdit.CreateCloud(DEFAULT),
                new ModelEdit.CreateHub(DEFAULT, DEFAULT, DEFAULT), new ModelEdit.CreatePlainRouter(DEFAULT, DEFAULT),
                new ModelEdit.CreateHost(DEFAULT, HQ))) {
            TextEdit made = EditedText.edit(TEXT, create);
            assertThat(EditedText.after(made.text().after(), new ModelEdit.Delete(List.of(made.selected().orElseThrow()))))
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void windowsLineEndsStay() {
        String windows = TEXT.replace("\n", "\r\n");
        String after = EditedText.after(windows, new ModelEdit.CreateHub(DEFAULT, DEFAULT, DEFAULT));
        assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        assertThat(EditedText.after(windows, new ModelEdit.Attach(HQ, "transport:Mpls")).replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void anEmptyFileCanBeDrawnFull() {
        String text = "";
        for (ModelEdit create : List.of(new ModelEdit.CreateCloud(DEFAULT), new ModelEdit.CreateTransport(DEFAULT),
                new ModelEdit.CreateHub(DEFAULT, DEFAULT, DEFAULT), new ModelEdit.CreateSpoke(DEFAULT, DEFAULT, DEFAULT))) {
            text = EditedText.after(text, create);
        }
        assertThat(text).isEqualTo("""
                transport Transport1 { latency 10ms  dhcp 198.18.0.0/16 }

                cloud Cloud1 {
                  overlay 10.255.0.0/24  phase 3
                  network-id 100  tunnel-key 100
                  routing eigrp 100 { stub spokes }
                }

                hub Hub1 {
                  wan Transport1 203.0.113.1/24 gateway 203.0.113.254
                  lan 10.1.0.0/24
                  join Cloud1 as 10.255.0.1
                }

                spoke Spoke1 {
                  wan Transport1 dhcp
                  lan 10.1.1.0/24
                  join Cloud1 as 10.255.0.2 via Hub1
                }
                """);
    }
}
