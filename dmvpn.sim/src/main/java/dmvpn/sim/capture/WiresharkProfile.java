package dmvpn.sim.capture;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.message.IkeKeys;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.v1.message.IsakmpKeys;
import dmvpn.sim.ipsec.EspKeys;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A configuration folder for Wireshark: the keys of all security associations in its own file formats
 * ({@code ikev1_decryption_table}, {@code ikev2_decryption_table} and {@code esp_sa}), and preferences that make it use them and
 * check checksums.
 */
final class WiresharkProfile {

    /** Name of the folder. */
    static final String FOLDER = "wireshark";

    private static final String PREFERENCES = """
            # Look into ESP with the keys of esp_sa, and check what can be checked.
            esp.enable_encryption_decode: TRUE
            esp.enable_authentication_check: TRUE
            ip.check_checksum: TRUE
            udp.check_checksum: TRUE
            tcp.check_checksum: TRUE
            # Routers send the NHRP password without the source address of RFC 2332.
            nhrp.auth_ext_has_addr: FALSE
            """;

    private static final String README = """
            Captures of a simulated DMVPN network
            =====================================

            NAME.pcapng   the packets of one router or host, all its physical interfaces; raw IP without a
                          link layer, time 0 is the start of the run
            wireshark/    a configuration folder with the keys of this run: Wireshark decrypts IKE and ESP

            With the keys, in this folder:

                WIRESHARK_CONFIG_DIR=wireshark tshark -r NAME.pcapng
                WIRESHARK_CONFIG_DIR=wireshark wireshark NAME.pcapng

            Or copy the folder as a profile into your own configuration folder (Wireshark: Help, About, Folders,
            Personal configuration) under profiles/dmvpn, and choose it:

                tshark -C dmvpn -r NAME.pcapng

            The keys derive from the seed of the run. They protect nothing: do not use them elsewhere.
            """;

    private final IkeKeys ikeKeys;
    private final IsakmpKeys isakmpKeys;
    private final EspKeys espKeys;
    private final SecurityAssociations associations;

    WiresharkProfile(SeededKeys keys, SecurityAssociations associations) {
        this.ikeKeys = new IkeKeys(keys);
        this.isakmpKeys = new IsakmpKeys(keys);
        this.espKeys = new EspKeys(keys);
        this.associations = associations;
    }

    void write(Path directory) throws IOException {
        Path profile = Files.createDirectories(directory.resolve(FOLDER));
        Files.writeString(profile.resolve("ikev1_decryption_table"), isakmpTable());
        Files.writeString(profile.resolve("ikev2_decryption_table"), ikeTable());
        Files.writeString(profile.resolve("esp_sa"), espTable());
        Files.writeString(profile.resolve("preferences"), PREFERENCES);
        Files.writeString(directory.resolve("README.txt"), README);
    }

    /** Wireshark reads the algorithms from phase 1; one key serves both directions. */
    private String isakmpTable() {
        StringBuilder table = new StringBuilder();
        associations.isakmpAssociations().forEach((cookies, suite) -> table.append(String.format(Locale.ROOT, "%016x,%s\n",
                cookies.initiatorSpi(),
                isakmpKeys.of(cookies.initiatorSpi(), cookies.responderSpi(), suite).encryptionKey())));
        return table.toString();
    }

    private String ikeTable() {
        StringBuilder table = new StringBuilder();
        associations.ikeAssociations().forEach((spis, suite) -> {
            // Wireshark has no name for DES in IKEv2, and a line that it cannot read costs it the whole table.
            if (suite.encryption() != EncryptionAlgorithm.DES) {
                table.append(ikeLine(spis, suite)).append('\n');
            }
        });
        return table.toString();
    }

    private String ikeLine(SecurityAssociations.IkeSpis spis, IkeSuite suite) {
        SealingKeys initiator = ikeKeys.of(spis.initiatorSpi(), spis.responderSpi(), suite, true);
        SealingKeys responder = ikeKeys.of(spis.initiatorSpi(), spis.responderSpi(), suite, false);
        return String.format(Locale.ROOT, "%016x,%016x,%s,%s,\"%s\",%s,%s,\"%s\"",
                spis.initiatorSpi(), spis.responderSpi(), initiator.encryptionKey(), responder.encryptionKey(),
                ikeCipher(suite.encryption()), initiator.integrityKey(), responder.integrityKey(),
                suite.integrity().map(WiresharkProfile::ikeIntegrity).orElse("NONE [RFC4306]"));
    }

    private static String ikeCipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case AES_GCM_128, AES_GCM_256 -> "AES-GCM-" + encryption.keyBits() + " with 16 octet ICV [RFC5282]";
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> "AES-CBC-" + encryption.keyBits() + " [RFC3602]";
            case TRIPLE_DES -> "3DES [RFC2451]";
            case DES -> throw new IllegalArgumentException("Wireshark does not decrypt IKE with DES");
            case NONE -> throw new IllegalArgumentException("IKE has a cipher");
        };
    }

    private static String ikeIntegrity(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> "HMAC_MD5_96 [RFC2403]";
            case SHA1 -> "HMAC_SHA1_96 [RFC2404]";
            case SHA256 -> "HMAC_SHA2_256_128 [RFC4868]";
            case SHA384 -> "HMAC_SHA2_384_192 [RFC4868]";
            case SHA512 -> "HMAC_SHA2_512_256 [RFC4868]";
        };
    }

    private String espTable() {
        StringBuilder table = new StringBuilder();
        for (SecurityAssociations.Esp association : associations.espAssociations()) {
            table.append(espLine(association)).append('\n');
        }
        return table.toString();
    }

    private String espLine(SecurityAssociations.Esp association) {
        SealingKeys keys = espKeys.of(association.securityParametersIndex(), association.transform());
        return String.format(Locale.ROOT, "\"%s\",\"%s\",\"%s\",\"0x%08x\",\"%s\",\"0x%s\",\"%s\",\"%s\"",
                association.source() instanceof Ipv4Address ? "IPv4" : "IPv6",
                association.source(), association.destination(), association.securityParametersIndex(),
                espCipher(keys.encryption()),
                keys.encryptionKey(),
                espIntegrity(keys), keys.integrityKey().length() == 0 ? "" : "0x" + keys.integrityKey());
    }

    private static String espCipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case AES_GCM_128, AES_GCM_256 -> "AES-GCM with 16 octet ICV [RFC4106]";
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> "AES-CBC [RFC3602]";
            case TRIPLE_DES -> "TripleDES-CBC [RFC2451]";
            case DES -> "DES-CBC [RFC2405]";
            case NONE -> throw new IllegalArgumentException("ESP has a cipher");
        };
    }

    private static String espIntegrity(SealingKeys keys) {
        return keys.integrity().map(hash -> switch (hash) {
            case MD5 -> "HMAC-MD5-96 [RFC2403]";
            case SHA1 -> "HMAC-SHA-1-96 [RFC2404]";
            case SHA256 -> "HMAC-SHA-256-128 [RFC4868]";
            case SHA384 -> "HMAC-SHA-384-192 [RFC4868]";
            case SHA512 -> "HMAC-SHA-512-256 [RFC4868]";
        }).orElse("NULL");
    }
}
