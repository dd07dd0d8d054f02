package dmvpn.app.report;

import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.TransportNode;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.Cloud;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the network is made of: transports, clouds, and what protects the tunnels. Keys are named by their kind alone. */
final class NetworkSection {

    private static final String SEPARATOR = " · ";

    private final ReportContent content;
    private final Html html;

    NetworkSection(ReportContent content, Html html) {
        this.content = content;
        this.html = html;
    }

    void write() {
        html.element("h2 id=\"report-network\"", "Network");
        writeTransports();
        writeClouds();
        writeProtection();
    }

    private void writeTransports() {
        if (content.diagram().transports().isEmpty()) {
            return;
        }
        html.table(List.of("Transport", "What it is"));
        for (TransportNode transport : content.diagram().transports()) {
            html.open("tr").cell(transport.label()).cell(transport.details()).close("tr");
        }
        html.closeTable();
    }

    private void writeClouds() {
        if (content.diagram().clouds().isEmpty()) {
            html.element("p", "The model has no cloud.");
            return;
        }
        CloudMembers members = new CloudMembers();
        content.network().ifPresent(network -> members.count(network.routers()));
        html.table(List.of("Cloud", "Overlay", "Design", "Hubs", "Spokes"));
        for (CloudNode cloud : content.diagram().clouds()) {
            html.open("tr").cell(cloud.label()).cell(cloud.overlay()).cell(design(cloud)).cell(Long.toString(members.hubs(cloud.label())))
                    .cell(Long.toString(members.spokes(cloud.label()))).close("tr");
        }
        html.closeTable();
    }

    private List<String> design(CloudNode cloud) {
        List<String> lines = new ArrayList<>();
        if (!cloud.details().isEmpty()) {
            lines.add(cloud.details());
        }
        Optional<Cloud> compiled = content.network().flatMap(network -> network.cloudNamed(cloud.label()));
        compiled.flatMap(Cloud::backup).ifPresent(backup -> lines.add("stands in for " + backup.cloud()));
        compiled.flatMap(Cloud::preference).ifPresent(preference -> lines.add("preferred over " + preference.over()));
        compiled.flatMap(Cloud::labels).ifPresent(labels -> lines.add("MPLS labels by " + labels.keyword().toUpperCase(Locale.ROOT)));
        return lines;
    }

    private void writeProtection() {
        Set<List<String>> rows = content.network().map(NetworkSection::protection).orElse(Set.of());
        if (rows.isEmpty()) {
            return;
        }
        html.table(List.of("Protection", "Key exchange", "Peers", "Packets"));
        for (List<String> row : rows) {
            html.open("tr");
            row.forEach(html::cell);
            html.close("tr");
        }
        html.closeTable();
    }

    /** The profiles of all routers, each once. */
    private static Set<List<String>> protection(CompiledNetwork network) {
        Set<List<String>> rows = new LinkedHashSet<>();
        for (Device device : network.routers().representatives()) {
            for (IpsecProfile profile : device.crypto().profiles()) {
                rows.add(List.of(profile.name(), keyExchange(profile), peers(profile.authentication()), packets(profile)));
            }
        }
        return rows;
    }

    private static String keyExchange(IpsecProfile profile) {
        IkeProposal ike = profile.ike();
        List<String> parts = new ArrayList<>();
        parts.add(ike.version() == IkeVersion.IKEV1 ? "IKEv1" : "IKEv2");
        parts.add(ike.encryption().keyword());
        ike.integrity().ifPresent(integrity -> parts.add(integrity.keyword()));
        parts.add("PRF " + ike.pseudoRandomFunction().keyword());
        parts.add("group " + ike.diffieHellmanGroup());
        parts.add("lifetime " + Words.duration(ike.lifetime()));
        profile.deadPeerDetection().ifPresent(dpd -> parts.add("DPD " + Words.duration(dpd.interval())));
        return String.join(SEPARATOR, parts) + others(profile.ikeProposals().size());
    }

    private static String packets(IpsecProfile profile) {
        EspTransform esp = profile.esp();
        List<String> parts = new ArrayList<>();
        if (esp.isEsp()) {
            parts.add("ESP " + esp.encryption().keyword());
            esp.integrity().ifPresent(integrity -> parts.add(integrity.keyword()));
        }
        profile.options().authenticationHeader().ifPresent(hash -> parts.add("AH " + hash.keyword()));
        parts.add(esp.mode().name().toLowerCase(Locale.ROOT) + " mode");
        parts.add("lifetime " + Words.duration(profile.lifetime()));
        profile.perfectForwardSecrecyGroup().ifPresent(group -> parts.add("PFS group " + group));
        return String.join(SEPARATOR, parts) + others(profile.transforms().size());
    }

    private static String others(int all) {
        return all == 1 ? "" : SEPARATOR + "and " + (all - 1) + " less preferred";
    }

    private static String peers(PeerAuthentication authentication) {
        return switch (authentication) {
            case PeerAuthentication.PreSharedKeys keys -> keys.peers().isEmpty() ? "one pre-shared key" : "pre-shared keys for single peers";
            case PeerAuthentication.Certificates certificates -> "certificates of " + certificates.trustpoint() + ", "
                    + certificates.signature().keyword().toUpperCase(Locale.ROOT);
        };
    }
}
