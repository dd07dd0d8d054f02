package dmvpn.sim.capture;

import static dmvpn.sim.capture.SamplePackets.HUB_NBMA;
import static dmvpn.sim.capture.SamplePackets.INITIATOR_SPI;
import static dmvpn.sim.capture.SamplePackets.RESPONDER_SPI;
import static dmvpn.sim.capture.SamplePackets.SPOKE_NBMA;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.tunnel.GrePacket;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Wireshark sees in our captures: an independent reader of every format that we write. */
class WiresharkReadsCapturesTest {

    private static final String CAPTURE = "hub1.pcapng";
    private static final long MILLISECOND = 1_000_000;

    @TempDir
    Path directory;

    private Tshark tshark;

    @BeforeEach
    void needsTshark() {
        tshark = new Tshark(directory);
    }

    /** Every cipher and every hash; the long profile takes every cipher with every hash. */
    static Stream<Arguments> suites() {
        Stream<Arguments> authenticated = Stream.of(EncryptionAlgorithm.values()).filter(EncryptionAlgorithm::isAead)
                .map(cipher -> Arguments.of(cipher, HashAlgorithm.SHA256));
        return Stream.concat(authenticated, ciphersWithHashes());
    }

    private static Stream<Arguments> ciphersWithHashes() {
        List<EncryptionAlgorithm> ciphers = Stream.of(EncryptionAlgorithm.values())
                .filter(cipher -> cipher != EncryptionAlgorithm.NONE && !cipher.isAead()).toList();
        List<HashAlgorithm> hashes = List.of(HashAlgorithm.values());
        if (Boolean.getBoolean("dmvpn.tests.long")) {
            return ciphers.stream().flatMap(cipher -> hashes.stream().map(hash -> Arguments.of(cipher, hash)));
        }
        // The first cipher once more: of DES, the last one, IKE has none.
        return Stream.concat(Stream.of(Arguments.of(ciphers.getFirst(), hashes.getLast())), IntStream.range(0, ciphers.size())
                .mapToObj(index -> Arguments.of(ciphers.get(index), hashes.get(index % hashes.size()))));
    }

    @Test
    void everyCipherAndEveryHashIsAmongTheSuites() {
        assertThat(suites().map(suite -> suite.get()[0])).containsAll(
                Stream.of(EncryptionAlgorithm.values()).filter(cipher -> cipher != EncryptionAlgorithm.NONE).toList());
        assertThat(suitesOfIke().map(suite -> suite.get()[1])).contains((Object[]) HashAlgorithm.values());
    }

    @Test
    void everyMessageInClearIsWellFormedWithRightChecksums() throws Exception {
        write(allInClear());

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE)).hasSize(allInClear().size());
        assertThat(tshark.read(CAPTURE, "-Y", "ip.checksum.status == \"Good\"")).hasSize(allInClear().size());
        assertThat(tshark.read(CAPTURE, "-Y",
                "ip.checksum.status == \"Bad\" or nhrp.hdr.chksum.status == \"Bad\" or eigrp.checksum.status == \"Bad\""
                        + " or icmp.checksum.status == \"Bad\" or udp.checksum.status == \"Bad\"")).isEmpty();
    }

    @Test
    void aTcpConnectionIsOneForWiresharkToo() throws Exception {
        write(SamplePackets.tcp());

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "tcp", "tcp.options.mss_val", "tcp.len", "tcp.checksum.status"))
                .containsExactly(List.of("1460", "0", "1"), List.of("1360", "0", "1"), List.of("", "0", "1"),
                        List.of("", "1360", "1"), List.of("", "0", "1"));
        assertThat(tshark.read(CAPTURE, "-Y", "tcp.analysis.flags")).isEmpty();
    }

    @Test
    void nhrpMessagesShowTheirTypesAndAddresses() throws Exception {
        write(SamplePackets.nhrp().stream().map(SamplePackets::inGre).toList());

        assertThat(tshark.fields(CAPTURE, "nhrp", "nhrp.hdr.op.type"))
                .extracting(values -> values.get(0).split(",")[0])
                .containsExactly("3", "3", "4", "4", "1", "1", "2", "5", "6", "7", "8", "3", "7");
        assertThat(tshark.fields(CAPTURE, "nhrp.hdr.op.type == 3", "gre.key", "nhrp.reqid", "nhrp.src.nbma.addr",
                "nhrp.src.prot.addr", "nhrp.dst.prot.addr", "nhrp.hdr.chksum.status").get(0))
                .containsExactly("0x00000064", "0x00010001", "198.51.100.11", "10.0.0.11", "10.0.0.1", "1");
    }

    @Test
    void eigrpPacketsShowTheirOpcodesAndRoutes() throws Exception {
        write(SamplePackets.eigrp().stream().map(SamplePackets::inGre).toList());

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "eigrp", "eigrp.opcode", "eigrp.as", "eigrp.checksum.status"))
                .extracting(values -> String.join(" ", values))
                .containsExactly("5 100 1", "5 100 1", "5 100 1", "5 100 1", "1 100 1", "1 100 1", "1 100 1", "5 100 1",
                        "1 100 1", "5 100 1", "3 100 1", "4 100 1");
        assertThat(tshark.fields(CAPTURE, "eigrp.seq == 2", "eigrp.flags", "eigrp.ipv4.destination", "eigrp.ipv4.prefixlen",
                "eigrp.old_metric.delay", "eigrp.old_metric.bw", "eigrp.old_metric.mtu", "eigrp.old_metric.hopcount").get(0))
                .containsExactly("0x00000008", "192.168.12.0,192.168.0.0,0.0.0.0,172.16.0.0", "24,16,0,12",
                        "1280256,1280256,1280256,1280256", "25600000,25600000,25600000,25600000", "1400,1400,1400,1400",
                        "1,1,1,1");
        assertThat(tshark.fields(CAPTURE, "eigrp.seq == 5", "eigrp.ipv6.nexthop", "eigrp.ipv6.destination", "eigrp.ipv6.prefixlen",
                "eigrp.old_metric.delay").get(0))
                .containsExactly("::,fe80::1,::,::,::", "2001:db8:1::,2001:db8:1:2:8000::,2001:db8::1,::,2001:db8:2::",
                        "48,66,128,0,64", "256,256,256,256,256");
        assertThat(tshark.fields(CAPTURE, "eigrp.seq == 6", "eigrp.afi", "eigrp.ipv4.destination", "eigrp.ipv6.destination",
                "eigrp.metric.delay", "eigrp.metric.bandwidth", "eigrp.attr.tag", "eigrp.extdata.tag").get(0))
                .containsExactly("1,1,1,2,2", "192.168.12.0,192.168.0.0,172.16.0.0", "2001:db8:1::,2001:db8:2::",
                        "1000000,1000000,1000000,281474976710655,1000000", "10000000,10000000,10000000,10000000,10000000", "200", "77,77");
    }

    @Test
    @Shows("RFC2328/A.3.1-header")
    void ospfPacketsAndAdvertisementsAreWellFormedWithRightChecksums() throws Exception {
        write(SampleOspfPackets.version2().stream().map(SamplePackets::inGre).toList());

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "ospf", "ospf.msg", "ospf.auth.type", "ospf.srcrouter"))
                .extracting(values -> String.join(" ", values))
                .startsWith("1 0 10.0.0.11", "2 0 10.0.0.11", "2 0 10.0.0.11", "3 0 10.0.0.11", "4 0 10.0.0.11", "5 0 10.0.0.11",
                        "1 1 10.0.0.11")
                .endsWith("4 2 10.0.0.11", "5 2 10.0.0.11");
        assertThat(tshark.fields(CAPTURE, "frame.number == 1", "ospf.hello.network_mask", "ospf.hello.hello_interval",
                "ospf.hello.router_priority", "ospf.hello.router_dead_interval", "ospf.hello.designated_router",
                "ospf.hello.active_neighbor").get(0))
                .containsExactly("255.255.255.0", "10", "255", "40", "10.0.0.1", "10.0.0.1,10.0.0.11");
        assertThat(tshark.fields(CAPTURE, "frame.number == 5", "ospf.lsa", "ospf.lsa.seqnum", "ospf.lsa.age",
                "ospf.lsa.asext.extrttag", "ospf.metric").get(0))
                .containsExactly("1,2,3,4,5,7", "0x80000005,0x80000005,0x80000005,0x80000005,0x80000005,0x80000005",
                        "17,17,17,17,17,17", "777,0", "65536,20,20,20");
    }

    @Test
    @Shows({"RFC5340/A.3.1-header", "RFC5340/A.4.2-header"})
    void packetsAndAdvertisementsOfOspfForIpv6AreWellFormedWithRightChecksums() throws Exception {
        write(SampleOspfPackets.version3().stream().map(SamplePackets::inGre).toList());

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "ospf", "ospf.version", "ospf.msg", "ospf.srcrouter", "ospf.instance_id"))
                .extracting(values -> String.join(" ", values))
                .containsExactly("3 1 2.2.2.2 0", "3 2 2.2.2.2 0", "3 3 2.2.2.2 0", "3 4 2.2.2.2 0", "3 5 2.2.2.2 0");
        assertThat(tshark.fields(CAPTURE, "frame.number == 4", "ospf.v3.lsa.fc", "ospf.v3.lsa.s12", "ospf.lsa.age").get(0))
                .containsExactly("1,2,3,4,5,7,8,9",
                        "0x0001,0x0001,0x0001,0x0001,0x0002,0x0001,0x0000,0x0001", "17,17,17,17,17,17,17,17");
    }

    /** Those that Wireshark has a name for in IKEv2: of all ciphers DES is the one that it does not decrypt. */
    static Stream<Arguments> suitesOfIke() {
        return suites().filter(suite -> suite.get()[0] != EncryptionAlgorithm.DES);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("suitesOfIke")
    @Shows("RFC7296/2.14-keys")
    void ikeIsDecryptedWithTheKeysBesideTheCapture(EncryptionAlgorithm encryption, HashAlgorithm hash) throws Exception {
        IkeSuite suite = SamplePackets.ikeSuite(encryption, hash);
        EspTransform transform = SamplePackets.espTransform(encryption, hash, EncapsulationMode.TRANSPORT);

        write(SamplePackets.ike(suite, transform, INITIATOR_SPI, RESPONDER_SPI));

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "isakmp", "isakmp.exchangetype", "isakmp.messageid", "isakmp.typepayload"))
                .extracting(values -> String.join(" ", values.get(0), values.get(1), payloadsOnly(values.get(2))))
                .containsExactly(
                        "34 0x00000000 33,34,40,41,41", "34 0x00000000 41", "34 0x00000000 33,34,40",
                        "35 0x00000001 46,35,39,33,44,45,41,41", "35 0x00000001 46,36,39,33,44,45,41",
                        "36 0x00000000 46,41,33,40,34,44,45", "36 0x00000000 46,41",
                        "37 0x00000002 46", "37 0x00000002 46", "37 0x00000001 46,42,42", "37 0x00000001 46");
    }

    @Test
    @Shows({"RFC7296/3.1-header", "RFC7296/3.10-notify"})
    void ikeShowsIdentitiesGroupsNotificationsAndSpis() throws Exception {
        write(SamplePackets.ike(
                SamplePackets.ikeSuite(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA384),
                SamplePackets.espTransform(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA384, EncapsulationMode.TRANSPORT),
                INITIATOR_SPI, RESPONDER_SPI));

        assertThat(tshark.fields(CAPTURE, "frame.number == 1", "isakmp.ispi", "isakmp.rspi", "isakmp.length",
                "isakmp.key_exchange.dh_group", "isakmp.notify.msgtype", "isakmp.tf.id.encr", "isakmp.ike2.attr.key_length",
                "isakmp.tf.id.prf", "isakmp.tf.id.dh").get(0))
                .containsExactly("1122334455667788", "0000000000000000", "232", "19", "16388,16389", "20", "256", "6", "19");
        assertThat(tshark.fields(CAPTURE, "frame.number == 4", "isakmp.id.data.ipv4_addr", "isakmp.auth.method",
                "isakmp.spi", "isakmp.ts.start_ipv4", "isakmp.notify.msgtype").get(0))
                .containsExactly("198.51.100.11", "2", "00001001", "198.51.100.11,203.0.113.1", "16384,16391");
        assertThat(tshark.fields(CAPTURE, "frame.number == 10", "isakmp.delete.protoid", "isakmp.delete.spi").get(0))
                .containsExactly("3,1", "00001001");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("suites")
    @Shows({"RFC7296/2.17-keys", "RFC4303/3.3.2-encrypt"})
    void espIsDecryptedWithTheKeysBesideTheCapture(EncryptionAlgorithm encryption, HashAlgorithm hash) throws Exception {
        List<IpPacket> packets = new ArrayList<>();
        long spi = 0x1001;
        for (EncapsulationMode mode : EncapsulationMode.values()) {
            EspTransform transform = SamplePackets.espTransform(encryption, hash, mode);
            long sequenceNumber = 0;
            for (IpPacket clear : greInClear()) {
                packets.add(SamplePackets.inEsp(clear, spi, ++sequenceNumber, transform));
            }
            spi++;
        }

        write(packets);

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "esp and gre.key == 100")).hasSize(packets.size());
        assertThat(tshark.read(CAPTURE, "-Y", "esp.icv_good == 1")).hasSize(packets.size());
        assertThat(tshark.read(CAPTURE, "-Y", "esp and nhrp")).hasSize(2 * SamplePackets.nhrp().size());
        assertThat(tshark.read(CAPTURE, "-Y", "esp and eigrp.checksum.status == \"Good\""))
                .hasSize(2 * SamplePackets.eigrp().size());
    }

    @Test
    @Shows({"RFC7676/4.1-next", "RFC7676/4.2-none"})
    void ipv6CarriesTheSameProtocols() throws Exception {
        IpAddress source = IpAddress.parse("2001:db8::11");
        IpAddress destination = IpAddress.parse("2001:db8::1");
        EspTransform transform =
                SamplePackets.espTransform(EncryptionAlgorithm.AES_GCM_128, HashAlgorithm.SHA256, EncapsulationMode.TRANSPORT);
        GrePacket gre = new GrePacket(OptionalLong.of(100), GrePacket.NHRP, SamplePackets.registration("dmvpnkey")
                .withHeader(NhrpHeader.originated(source, IpAddress.parse("fd00::11"), IpAddress.parse("fd00::1"))));

        write(List.of(
                IpPacket.originated(source, destination, IpPacket.GRE, gre),
                IpPacket.originated(source, destination, IpPacket.ESP, new EspPacket(4097, 1, transform, IpPacket.GRE, gre)),
                IpPacket.originated(source, destination, IpPacket.UDP, new UdpDatagram(7, 7, new OpaquePacket(Octets.EMPTY)))));

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.fields(CAPTURE, "nhrp", "ipv6.src", "nhrp.src.nbma.addr", "nhrp.hdr.chksum.status"))
                .hasSize(2)
                .allSatisfy(values -> assertThat(values).first().isEqualTo("2001:db8::11"));
        assertThat(tshark.read(CAPTURE, "-Y", "udp.checksum.status == \"Good\"")).hasSize(1);
    }

    @Test
    void everyMessageOverIpv6IsWellFormedWithRightChecksums() throws Exception {
        List<IpPacket> packets = overIpv6();

        write(packets);

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE)).hasSize(packets.size());
        assertThat(tshark.read(CAPTURE, "-Y", "icmpv6.checksum.status == \"Good\""))
                .as("those in GRE too, and a Traffic Indication quotes too little for a checksum")
                .hasSize(2 * SamplePackets.icmpv6().size());
        assertThat(tshark.read(CAPTURE, "-Y", "nhrp.hdr.chksum.status == \"Good\"")).hasSize(SamplePackets.nhrpOfIpv6().size());
        assertThat(tshark.fields(CAPTURE, "icmpv6 and not gre", "icmpv6.type", "icmpv6.code"))
                .extracting(values -> values.get(0).split(",")[0] + " " + values.get(1).split(",")[0])
                .containsExactly("1 0", "1 1", "1 2", "1 3", "1 4", "1 5", "1 6", "128 0", "129 0", "2 0", "3 0", "4 1");
    }

    /** RFC 2332 section 5.2.0.1: the families of both levels are in the fixed part, addresses of 16 bytes in all of its parts. */
    @Test
    void nhrpOfIpv6ShowsItsFamiliesAndAddresses() throws Exception {
        write(SamplePackets.nhrpOfIpv6().stream().map(SamplePackets::inGreOverIpv6).toList());

        assertThat(tshark.fields(CAPTURE, "nhrp.hdr.op.type == 3", "nhrp.hdr.afn", "nhrp.hdr.pro.type", "nhrp.hdr.shtl",
                "nhrp.src.prot.len").get(0))
                .containsExactly("0x0002", "0x86dd", "16", "16");
        assertThat(tshark.fields(CAPTURE, "nhrp", "nhrp.hdr.op.type"))
                .extracting(values -> values.get(0).split(",")[0])
                .containsExactly("3", "4", "1", "1", "2", "5", "6", "7", "8");
    }

    @Test
    void espOfIpv6IsDecryptedInBothModes() throws Exception {
        List<IpPacket> packets = new ArrayList<>();
        long spi = 0x1001;
        for (EncapsulationMode mode : EncapsulationMode.values()) {
            EspTransform transform = SamplePackets.espTransform(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA256, mode);
            long sequenceNumber = 0;
            for (NhrpPacket packet : SamplePackets.nhrpOfIpv6()) {
                packets.add(SamplePackets.inEsp(SamplePackets.inGreOverIpv6(packet), spi, ++sequenceNumber, transform));
            }
            spi++;
        }

        write(packets);

        assertThat(tshark.complaints(CAPTURE)).isEmpty();
        assertThat(tshark.read(CAPTURE, "-Y", "esp.icv_good == 1 and nhrp and gre.key == 100")).hasSize(packets.size());
    }

    private static List<IpPacket> overIpv6() {
        List<IpPacket> packets = new ArrayList<>();
        SamplePackets.nhrpOfIpv6().forEach(packet -> packets.add(SamplePackets.inGreOverIpv6(packet)));
        for (Icmpv6Packet message : SamplePackets.icmpv6()) {
            IpPacket packet = IpPacket.originated(SamplePackets.SPOKE_HOST_IPV6, SamplePackets.HUB_HOST_IPV6, IpPacket.ICMPV6,
                    message);
            packets.add(packet);
            packets.add(SamplePackets.inGreOverIpv6(packet));
        }
        return packets;
    }

    /** So that the absence of complaints means something. */
    @Test
    void aWrongChecksumWouldBeSeen() throws Exception {
        byte[] bytes = ProtocolCodecs.of(new SeededKeys(1), (initiator, responder) -> Optional.empty(),
                (initiator, responder) -> Optional.empty(), spi -> Optional.empty(), spi -> Optional.empty())
                .encode(SamplePackets.inGre(SamplePackets.registration("dmvpnkey")));
        bytes[bytes.length - 10]++;
        write(List.of());
        try (OutputStream out = Files.newOutputStream(directory.resolve(CAPTURE))) {
            new PcapngWriter(out, "hub1").packet("GigabitEthernet1", 0, Direction.SENT, bytes, "wrong");
        }

        assertThat(tshark.complaints(CAPTURE)).hasSize(1);
    }

    @Test
    void interfacesAndTimesAreThoseOfTheRun() throws Exception {
        try (CaptureSink sink = new CaptureSink(directory, node -> "hub1", 1)) {
            sink.packet(0, "GigabitEthernet1", 1, Direction.SENT, SamplePackets.ping());
            sink.packet(0, "GigabitEthernet2", 100_010 * MILLISECOND + 1, Direction.RECEIVED, SamplePackets.ping());
        }

        assertThat(tshark.fields(CAPTURE, "ip", "frame.time_epoch", "frame.interface_name", "frame.packet_flags_direction"))
                .containsExactly(
                        List.of("0.000000001", "GigabitEthernet1", "0x00000002"),
                        List.of("100.010000001", "GigabitEthernet2", "0x00000001"));
    }

    /** Wireshark lists proposals and transforms among the payloads, as 2 and 3. */
    private static String payloadsOnly(String types) {
        return Stream.of(types.split(",")).filter(type -> type.length() > 1).collect(Collectors.joining(","));
    }

    private void write(List<IpPacket> packets) throws IOException {
        try (CaptureSink sink = new CaptureSink(directory, node -> "hub1", 1)) {
            long time = 0;
            for (IpPacket packet : packets) {
                Direction direction = packet.source().equals(HUB_NBMA) ? Direction.SENT : Direction.RECEIVED;
                sink.packet(0, "GigabitEthernet1", time += MILLISECOND, direction, packet);
            }
        }
    }

    private static List<IpPacket> greInClear() {
        List<IpPacket> packets = new ArrayList<>();
        SamplePackets.nhrp().forEach(packet -> packets.add(SamplePackets.inGre(packet)));
        SamplePackets.eigrp().forEach(packet -> packets.add(SamplePackets.inGre(packet)));
        packets.add(SamplePackets.inGre(SamplePackets.ping()));
        return packets;
    }

    private static List<IpPacket> allInClear() {
        List<IpPacket> packets = new ArrayList<>(greInClear());
        SamplePackets.icmp().forEach(packet ->
                packets.add(IpPacket.originated(SPOKE_NBMA, HUB_NBMA, IpPacket.ICMP, packet)));
        packets.add(SamplePackets.ike(
                SamplePackets.ikeSuite(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA256),
                SamplePackets.espTransform(EncryptionAlgorithm.AES_GCM_256, HashAlgorithm.SHA256, EncapsulationMode.TRANSPORT),
                INITIATOR_SPI, RESPONDER_SPI).get(0));
        return packets;
    }
}
