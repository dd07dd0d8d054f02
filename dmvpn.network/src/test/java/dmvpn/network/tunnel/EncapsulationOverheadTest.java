package dmvpn.network.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncapsulationOverheadTest {

    private static final int ETHERNET_MTU = 1500;

    @Test
    void greAloneCosts24BytesAndItsKey4More() {
        EncapsulationOverhead plain = EncapsulationOverhead.overIpv4(false, Optional.empty());
        EncapsulationOverhead keyed = EncapsulationOverhead.overIpv4(true, Optional.empty());

        assertThat(plain.outerBytes(1400)).isEqualTo(1424);
        assertThat(plain.largestInnerBytes(ETHERNET_MTU)).isEqualTo(1476);
        assertThat(keyed.outerBytes(1400)).isEqualTo(1428);
        assertThat(keyed.largestInnerBytes(ETHERNET_MTU)).isEqualTo(1472);
    }

    /** IOS-XE prints "plaintext mtu 1466, path mtu 1500" for esp-gcm 256 in transport mode. */
    @Test
    void agreesWithThePlaintextMtuOfIosXe() {
        EncapsulationOverhead overhead = EncapsulationOverhead.overIpv4(false, Optional.of(
                new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE)));

        assertThat(overhead.largestInnerBytes(1500) + 24).isEqualTo(1466);
    }

    /** IOS prints "plaintext mtu 1426, path mtu 1476" for AES-CBC with SHA-256 in transport mode. */
    @Test
    void agreesWithThePlaintextMtuOfIosWithCbc() {
        EncapsulationOverhead overhead = EncapsulationOverhead.overIpv4(false, Optional.of(new EspTransform(
                EncryptionAlgorithm.AES_CBC_256, Optional.of(HashAlgorithm.SHA256), EncapsulationMode.TRANSPORT, Origin.NONE)));

        assertThat(overhead.largestInnerBytes(1476) + 24).isEqualTo(1426);
    }

    /** RFC 4302 section 2: 12 bytes and the check value, a multiple of 4 over IPv4 and of 8 over IPv6. */
    @ParameterizedTest
    @CsvSource({"MD5, 24, 24", "SHA1, 24, 24", "SHA256, 28, 32", "SHA384, 36, 40", "SHA512, 44, 48"})
    void anAuthenticationHeaderIsAsLongAsItsCheckValueAsks(HashAlgorithm hash, int overIpv4, int overIpv6) {
        assertThat(EncapsulationOverhead.authenticationHeaderBytes(hash, false)).isEqualTo(overIpv4);
        assertThat(EncapsulationOverhead.authenticationHeaderBytes(hash, true)).isEqualTo(overIpv6);
    }

    /** Computed by hand from RFC 4303 section 2 for a path of 1500 bytes. */
    @ParameterizedTest
    @CsvSource({
        "AES_CBC_256, SHA1,   TRANSPORT, false, false, 1434, 1464",
        "TRIPLE_DES,  SHA1,   TRANSPORT, false, false, 1442, 1456",
        "DES,         MD5,    TRANSPORT, false, false, 1442, 1456",
        "AES_CBC_256, SHA1,   TRANSPORT, true,  false, 1430, 1480",
        "AES_CBC_256, SHA1,   TRANSPORT, false, true,  1418, 1472",
        "AES_CBC_256, SHA1,   TRANSPORT, true,  true,  1414, 1488",
        "AES_CBC_256, SHA1,   TUNNEL,    false, false, 1414, 1496",
        "AES_CBC_256, SHA1,   TUNNEL,    true,  false, 1410, 1496",
        "AES_CBC_256, SHA1,   TUNNEL,    false, true,  1398, 1504",
        "AES_CBC_256, SHA1,   TUNNEL,    true,  true,  1394, 1504",
        "AES_CBC_256, SHA256, TRANSPORT, false, false, 1434, 1468",
        "AES_CBC_256, SHA256, TRANSPORT, true,  true,  1414, 1492",
        "AES_CBC_128, SHA256, TUNNEL,    true,  true,  1394, 1508",
        "AES_GCM_256, ,       TRANSPORT, false, false, 1442, 1460",
        "AES_GCM_256, ,       TRANSPORT, true,  false, 1438, 1464",
        "AES_GCM_128, ,       TRANSPORT, true,  true,  1430, 1472",
        "AES_GCM_256, ,       TUNNEL,    false, false, 1422, 1480",
        "AES_GCM_256, ,       TUNNEL,    true,  true,  1410, 1492",
    })
    void espAddsHeaderVectorPaddingAndCheckValue(EncryptionAlgorithm encryption, HashAlgorithm integrity,
            EncapsulationMode mode, boolean keyed, boolean nat, int largest, int sizeOf1400) {
        EncapsulationOverhead overhead = new EncapsulationOverhead(EncapsulationOverhead.IPV4_HEADER_BYTES, keyed,
                Optional.of(new EspTransform(encryption, Optional.ofNullable(integrity), mode, Origin.NONE)), nat);

        assertThat(overhead.largestInnerBytes(ETHERNET_MTU)).isEqualTo(largest);
        assertThat(overhead.outerBytes(1400)).isEqualTo(sizeOf1400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLargestInnerPacketFitsAndTheNextDoesNot(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            EncapsulationOverhead overhead = randomOverhead(random);
            int mtu = random.nextInt(200, 9001);

            int largest = overhead.largestInnerBytes(mtu);

            assertThat(overhead.outerBytes(largest)).as("seed %s, %s, mtu %s", seed, overhead, mtu)
                    .isLessThanOrEqualTo(mtu);
            assertThat(overhead.outerBytes(largest + 1)).as("seed %s, %s, mtu %s", seed, overhead, mtu)
                    .isGreaterThan(mtu);
        }
    }

    /** What the header itself costs is counted by its own method; in tunnel mode GRE keeps its delivery header inside. */
    @Test
    void withoutEspOnlyTheModeCounts() {
        EspTransform transport = new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(), EncapsulationMode.TRANSPORT, Origin.NONE);
        EspTransform tunnel = new EspTransform(EncryptionAlgorithm.NONE, Optional.empty(), EncapsulationMode.TUNNEL, Origin.NONE);

        assertThat(EncapsulationOverhead.overIpv4(true, Optional.of(transport)).outerBytes(1000)).isEqualTo(1028);
        assertThat(EncapsulationOverhead.overIpv4(true, Optional.of(tunnel)).outerBytes(1000)).isEqualTo(1048);
        assertThat(EncapsulationOverhead.overIpv4(true, Optional.of(tunnel)).largestInnerBytes(1500)).isEqualTo(1452);
    }

    private static EncapsulationOverhead randomOverhead(RandomGenerator random) {
        EncryptionAlgorithm[] algorithms = EncryptionAlgorithm.values();
        EncryptionAlgorithm encryption = algorithms[random.nextInt(algorithms.length)];
        HashAlgorithm[] hashes = HashAlgorithm.values();
        Optional<HashAlgorithm> integrity =
                encryption.isAead() || encryption == EncryptionAlgorithm.NONE ? Optional.empty() : Optional.of(hashes[random.nextInt(hashes.length)]);
        EncapsulationMode mode = random.nextBoolean() ? EncapsulationMode.TRANSPORT : EncapsulationMode.TUNNEL;
        return new EncapsulationOverhead(random.nextBoolean() ? 20 : 40, random.nextBoolean(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new EspTransform(encryption, integrity, mode, Origin.NONE)),
                random.nextBoolean());
    }
}
