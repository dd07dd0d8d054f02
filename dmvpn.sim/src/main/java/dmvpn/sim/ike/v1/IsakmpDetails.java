package dmvpn.sim.ike.v1;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import java.util.Locale;

/**
 * {@code show crypto isakmp sa detail} of IOS-XE (Cisco IOS Security Command Reference; genieparser, ShowCryptoIsakmpSaDetail).
 * What is deleted is not listed, and that ECDSA is called {@code ecds} is assumed.
 */
final class IsakmpDetails {

    private static final String CODES = """
            Codes: C - IKE configuration mode, D - Dead Peer Detection
                   K - Keepalives, N - NAT-traversal
                   T - cTCP encapsulation, X - IKE Extended Authentication
                   psk - Preshared key, rsig - RSA signature
                   renc - RSA encryption
            """;

    private static final String HEADING =
            "C-id  Local           Remote          I-VRF  Status Encr Hash   Auth DH Lifetime Cap.\n";

    /** The software engine counts from 1, the key exchange from this number on. */
    private static final int CONNECTION_ID_BASE = 1_000;

    private final IsakmpTransport transport;
    private final IsakmpDatabase database;

    IsakmpDetails(IsakmpTransport transport, IsakmpDatabase database) {
        this.transport = transport;
        this.database = database;
    }

    String print() {
        StringBuilder ipv4 = new StringBuilder();
        StringBuilder ipv6 = new StringBuilder();
        database.all().forEach(sa -> append(sa.peer().local() instanceof Ipv4Address ? ipv4 : ipv6, sa));
        return CODES + "IPv4 Crypto ISAKMP SA\n\n" + HEADING + "\n" + ipv4 + "IPv6 Crypto ISAKMP SA\n\n" + ipv6;
    }

    private void append(StringBuilder out, IsakmpSa sa) {
        IsakmpSuite suite = sa.suite;
        String line = String.format(Locale.ROOT, "%-5d %-15s %-15s %-6s %-6s %-4s %-6s %-4s %2d %-8s %s", sa.connectionId(),
                IosAddress.of(sa.peer().local()), IosAddress.of(sa.peer().remote()), insideVrf(sa), "ACTIVE",
                suite == null ? "" : cipher(suite.encryption()), suite == null ? "" : hash(suite.hash()),
                suite == null ? "" : method(suite.authentication()), suite == null ? 0 : suite.diffieHellmanGroup(),
                sa.isEstablished() ? ElapsedTime.clock(sa.remainingNanos(transport.nowNanos())) : "0", sa.capabilities());
        out.append(line.stripTrailing()).append("\n       Engine-id:Conn-id =  SW:").append(sa.connectionId() - CONNECTION_ID_BASE)
                .append("\n\n");
    }

    private String insideVrf(IsakmpSa sa) {
        return database.pairsWith(sa.peer()).stream().filter(pair -> pair.negotiator() == sa).findFirst()
                .<ChildSaOwner>map(QuickModeSa::owner).flatMap(ChildSaOwner::insideVrf).orElse("");
    }

    private static String cipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case TRIPLE_DES -> "3des";
            case DES -> "des";
            case AES_CBC_128, AES_CBC_192, AES_CBC_256, AES_GCM_128, AES_GCM_256 -> "aes";
            case NONE -> "";
        };
    }

    private static String hash(HashAlgorithm hash) {
        return hash == HashAlgorithm.SHA1 ? "sha" : hash.keyword();
    }

    private static String method(IsakmpSuite.Method method) {
        return switch (method) {
            case PRE_SHARED_KEY -> "psk";
            case RSA_SIGNATURES -> "rsig";
            case ECDSA_256 -> "ecds";
        };
    }
}
