package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables in the layout of Cisco IOS-XE 17. */
class CryptoTablesTest {

    private final CryptoLab lab = new CryptoLab();
    private final LabRouter spoke = lab.router("100.64.0.2", Profiles.usual());
    private final LabRouter hub = lab.router("100.64.0.1", Profiles.usual());

    @Test
    void showCryptoIkev2SaOfAReadyIkeSa() {
        spoke.open(hub);
        lab.runUntilMillis(128_040);
        String local = spoke.ikeSas().getFirst().get(0).toUpperCase(Locale.ROOT);
        String remote = spoke.ikeSas().getFirst().get(1).toUpperCase(Locale.ROOT);

        assertThat(spoke.show("show crypto ikev2 sa")).isEqualTo(
                " IPv4 Crypto IKEv2  SA\n"
                + "\n"
                + "Tunnel-id Local                 Remote                fvrf/ivrf            Status \n"
                + "1         100.64.0.2/500        100.64.0.1/500        none/none            READY  \n"
                + "      Encr: AES-CBC, keysize: 256, PRF: SHA256, Hash: SHA256, DH Grp:14, Auth sign: PSK, Auth verify: PSK\n"
                + "      Life/Active Time: 86400/128 sec\n"
                + "      CE id: 0, Session-id: 1\n"
                + "      Local spi: " + local + "       Remote spi: " + remote + "\n"
                + "\n"
                + " IPv6 Crypto IKEv2  SA\n");
    }

    @Test
    void showCryptoIkev2SaOfAnAttempt() {
        spoke.open(hub);
        lab.runUntilMillis(5);

        assertThat(spoke.show("show crypto ikev2 sa")).contains("none/none            IN-NEG ",
                "Encr: Unknown - 0, PRF: Unknown - 0, Hash: None, DH Grp:0", "Life/Active Time: 86400/0 sec");
    }

    @Test
    void showCryptoIkev2SaWithoutAnyIkeSa() {
        assertThat(spoke.show("show crypto ikev2 sa")).isEqualTo(" IPv4 Crypto IKEv2  SA\n\n IPv6 Crypto IKEv2  SA\n");
    }

    @Test
    void showCryptoIpsecSaOfASocketThatIsUp() {
        spoke.open(hub);
        lab.runUntilMillis(10_040);
        List<String> row = spoke.ipsecSas().getFirst();

        assertThat(spoke.show("show crypto ipsec sa")).isEqualTo("\n"
                + "interface: Tunnel100\n"
                + "    Crypto map tag: Tunnel100-head-0, local addr 100.64.0.2\n"
                + "\n"
                + "   protected vrf: (none)\n"
                + "   local  ident (addr/mask/prot/port): (100.64.0.2/255.255.255.255/47/0)\n"
                + "   remote ident (addr/mask/prot/port): (100.64.0.1/255.255.255.255/47/0)\n"
                + "   current_peer 100.64.0.1 port 500\n"
                + "     PERMIT, flags={origin_is_acl,}\n"
                + "    #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0\n"
                + "    #pkts decaps: 0, #pkts decrypt: 0, #pkts verify: 0\n"
                + "    #pkts compressed: 0, #pkts decompressed: 0\n"
                + "    #pkts not compressed: 0, #pkts compr. failed: 0\n"
                + "    #pkts not decompressed: 0, #pkts decompress failed: 0\n"
                + "    #send errors 0, #recv errors 0\n"
                + "\n"
                + "     local crypto endpt.: 100.64.0.2, remote crypto endpt.: 100.64.0.1\n"
                + "     plaintext mtu 1458, path mtu 1500, ip mtu 1500, ip mtu idb GigabitEthernet1\n"
                + "     current outbound spi: " + spi(row.get(1)) + "\n"
                + "     PFS (Y/N): N, DH group: none\n"
                + "\n"
                + "     inbound esp sas:\n"
                + sa(row.get(0), 1)
                + "\n"
                + "     inbound ah sas:\n"
                + "\n"
                + "     inbound pcp sas:\n"
                + "\n"
                + "     outbound esp sas:\n"
                + sa(row.get(1), 2)
                + "\n"
                + "     outbound ah sas:\n"
                + "\n"
                + "     outbound pcp sas:\n");
    }

    private static String sa(String hexSpi, int flow) {
        return "      spi: " + spi(hexSpi) + "\n"
                + "        transform: esp-256-aes esp-sha256-hmac ,\n"
                + "        in use settings ={Transport, }\n"
                + "        conn id: " + (2000 + flow) + ", flow_id: CSR:" + flow
                + ", sibling_flags FFFFFFFF80004008, crypto map: Tunnel100-head-0, initiator : True\n"
                + "        sa timing: remaining key lifetime (k/sec): (4608000/3590)\n"
                + "        IV size: 16 bytes\n"
                + "        replay detection support: Y  replay window size: 64\n"
                + "        Status: ACTIVE(ACTIVE)\n";
    }

    @Test
    void eachPairHasNumbersOfItsOwnAndItsModeIsAFlag() {
        LabRouter first = lab.router("2001:db8::11", Profiles.inTunnelMode());
        LabRouter second = lab.router("2001:db8::1", Profiles.inTunnelMode());
        LabRouter third = lab.router("2001:db8::2", Profiles.inTunnelMode());
        first.open(second);
        first.open(third);
        lab.runUntilMillis(1_000);

        assertThat(first.show("show crypto ipsec sa")).contains("conn id: 2001, flow_id: CSR:1, sibling_flags FFFFFFFF80004048,",
                "conn id: 2002, ", "conn id: 2003, ", "conn id: 2004, flow_id: CSR:4, sibling_flags FFFFFFFF80004048,");
    }

    private static String spi(String hex) {
        long value = Long.parseLong(hex, 16);
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT) + "(" + value + ")";
    }

    /** Path MTU 1500, AES-GCM-256 in transport mode: IOS-XE prints 1466. */
    @Test
    void plaintextMtuAgreesWithIosXeForGcm() {
        LabRouter first = lab.router("100.64.1.1", gcm());
        LabRouter second = lab.router("100.64.1.2", gcm());
        first.open(second);
        lab.runUntilMillis(1_000);

        assertThat(first.show("show crypto ipsec sa")).contains("plaintext mtu 1466, path mtu 1500",
                "transform: esp-gcm 256 ,", "IV size: 8 bytes");
    }

    private static IpsecProfile gcm() {
        return Profiles.withEsp(new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(),
                EncapsulationMode.TRANSPORT, Origin.NONE));
    }

    /** An IPv6 underlay has the same exchanges and its own part of the table. */
    @Test
    void showCryptoIkev2SaOverIpv6() {
        LabRouter first = lab.router("2001:db8::11", Profiles.inTunnelMode());
        LabRouter second = lab.router("2001:db8::1", Profiles.inTunnelMode());
        first.open(second);
        lab.runUntilMillis(1_000);

        assertThat(first.show("show crypto ikev2 sa")).startsWith(" IPv4 Crypto IKEv2  SA\n\n IPv6 Crypto IKEv2  SA\n\n")
                .contains("1         none/none            READY  \nLocal  2001:DB8::11/500\nRemote 2001:DB8::1/500\n");
        assertThat(first.sendGre(second)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(second.received()).hasSize(1);
    }

    @Test
    void showCryptoSessionTellsHowFarASocketIs() {
        spoke.open(hub);
        lab.runUntilMillis(5);
        assertThat(spoke.show("show crypto session")).contains("Session status: DOWN-NEGOTIATING");
        lab.runUntilMillis(1_000);

        assertThat(spoke.show("show crypto session")).isEqualTo("Crypto session current status\n"
                + "\n"
                + "Interface: Tunnel100\n"
                + "Session status: UP-ACTIVE\n"
                + "Peer: 100.64.0.1 port 500\n"
                + "  Session ID: 1\n"
                + "  IKEv2 SA: local 100.64.0.2/500 remote 100.64.0.1/500 Active\n"
                + "  IPSEC FLOW: permit 47 host 100.64.0.2 host 100.64.0.1\n"
                + "        Active SAs: 2, origin: crypto map\n");
    }

    @Test
    void aSocketWithIkeSaButWithoutChildIsUpIdle() {
        LabRouter other = lab.router("100.64.0.9", gcm());
        spoke.open(other);
        lab.runUntilMillis(1_000);

        assertThat(spoke.show("show crypto session")).contains("Session status: UP-IDLE", "Active SAs: 0");
    }
}
