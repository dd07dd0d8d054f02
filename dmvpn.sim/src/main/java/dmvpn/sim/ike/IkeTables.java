package dmvpn.sim.ike;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** IKE SAs as Cisco IOS-XE prints them, and as data. */
final class IkeTables {

    private static final String HEADING =
            "Tunnel-id Local                 Remote                fvrf/ivrf            Status \n";
    private static final int VRF_COLUMN = 20;

    private final IkeTransport transport;
    private final IkeSaDatabase database;
    private final IkeDetails details;

    IkeTables(IkeTransport transport, IkeSaDatabase database) {
        this.transport = transport;
        this.database = database;
        this.details = new IkeDetails(transport);
    }

    /**
     * {@code show crypto ikev2 sa} of IOS-XE 17, which repeats the heading for each IKE SA.
     *
     * @param detailed true for {@code show crypto ikev2 sa detailed}
     */
    String showIkev2Sa(boolean detailed) {
        StringBuilder ipv4 = new StringBuilder();
        StringBuilder ipv6 = new StringBuilder();
        for (IkeSa sa : database.all()) {
            if (sa.peer().local() instanceof Ipv4Address) {
                ipv4.append(HEADING).append(String.format(Locale.ROOT, "%-9d %-21s %-21s %-20s %-6s \n", sa.number,
                        sa.peer().local() + "/" + sa.ports.local(), sa.peer().remote() + "/" + sa.ports.remote(),
                        vrfs(sa), status(sa)));
                append(ipv4, sa, detailed);
                ipv4.append('\n');
            } else {
                ipv6.append('\n').append(HEADING).append(String.format(Locale.ROOT, "%-9d %-20s %-6s \nLocal  %s/%d\nRemote %s/%d\n", sa.number,
                        vrfs(sa), status(sa), IosAddress.of(sa.peer().local()), sa.ports.local(), IosAddress.of(sa.peer().remote()),
                        sa.ports.remote()));
                append(ipv6, sa, detailed);
            }
        }
        return " IPv4 Crypto IKEv2  SA\n\n" + ipv4 + " IPv6 Crypto IKEv2  SA\n" + ipv6;
    }

    private void append(StringBuilder out, IkeSa sa, boolean detailed) {
        if (sa.isNegotiating()) {
            out.append("      Encr: Unknown - 0, PRF: Unknown - 0, Hash: None, DH Grp:0, ")
                    .append("Auth sign: Unknown - 0, Auth verify: Unknown - 0\n");
        } else {
            IkeSuite suite = sa.suite();
            out.append(String.format(Locale.ROOT,
                    "      Encr: %1$s, keysize: %2$d, PRF: %3$s, Hash: %4$s, DH Grp:%5$d, Auth sign: %6$s, Auth verify: %6$s\n",
                    cipher(suite.encryption()), suite.encryption().keyBits(), suite.pseudoRandomFunction(),
                    suite.integrity().map(HashAlgorithm::name).orElse("None"), suite.diffieHellmanGroup(),
                    Credentials.name(sa.profile().authentication())));
        }
        out.append(String.format(Locale.ROOT, "      Life/Active Time: %d/%d sec\n",
                sa.profile().ike().lifetime().toSeconds(), activeSeconds(sa)));
        out.append(String.format(Locale.ROOT, "      CE id: 0, Session-id: %d\n", sa.number));
        out.append(String.format(Locale.ROOT, "      Local spi: %016X       Remote spi: %016X\n",
                sa.localSpi(), sa.remoteSpi()));
        if (detailed) {
            out.append(details.print(sa));
        }
    }

    private static String cipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case AES_GCM_128, AES_GCM_256 -> "AES-GCM";
            case AES_CBC_128, AES_CBC_192, AES_CBC_256 -> "AES-CBC";
            case TRIPLE_DES -> "3DES";
            case DES -> "DES";
            case NONE -> "None";
        };
    }

    private long activeSeconds(IkeSa sa) {
        return sa.isNegotiating() ? 0 : TimeUnit.NANOSECONDS.toSeconds(transport.nowNanos() - sa.establishedAtNanos);
    }

    private static String vrfs(IkeSa sa) {
        Optional<String> inside = sa.children().stream().findFirst().map(ChildSa::owner)
                .or(() -> Optional.ofNullable(sa.negotiatingFor)).flatMap(ChildSaOwner::insideVrf);
        String text = sa.peer().frontDoorVrf().orElse("none") + "/" + inside.orElse("none");
        return text.length() > VRF_COLUMN ? text.substring(0, VRF_COLUMN) : text;
    }

    private static String status(IkeSa sa) {
        return sa.isNegotiating() ? "IN-NEG" : "READY";
    }

    /** All IKE SAs as data. */
    StateTable securityAssociations() {
        List<List<String>> rows = new ArrayList<>();
        for (IkeSa sa : database.all()) {
            rows.add(List.of(String.format(Locale.ROOT, "%016x", sa.localSpi()),
                    String.format(Locale.ROOT, "%016x", sa.remoteSpi()), sa.peer().local().toString(),
                    sa.peer().remote().toString(), sa.peer().frontDoorVrf().orElse(""),
                    sa.isInitiator() ? "initiator" : "responder", status(sa),
                    Long.toString(activeSeconds(sa)), Integer.toString(sa.children().size()), Integer.toString(sa.number),
                    Integer.toString(sa.ports.local()), Integer.toString(sa.ports.remote()),
                    sa.peerIdentity == null ? "" : sa.peerIdentity.toString(),
                    Long.toString(sa.profile().ike().lifetime().toSeconds()),
                    Long.toString(sa.window().nextMessageId()), Long.toString(sa.nextRequestIdOfPeer)));
        }
        return new StateTable("IKE security associations", List.of("localSpi", "remoteSpi", "local", "peer",
                "frontDoorVrf", "role", "status", "activeSeconds", "childSas", "tunnelId", "localPort", "peerPort",
                "peerIdentity", "lifetimeSeconds", "nextMessageId", "nextMessageIdOfPeer"), rows);
    }
}
