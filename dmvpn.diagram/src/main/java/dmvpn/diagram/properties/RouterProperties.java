package dmvpn.diagram.properties;

import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.HostNode;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.diagram.notation.RouterKind;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is to say about a router or a family. */
final class RouterProperties {

    private static final String HUB = "hub";
    private static final Pattern ONE_MEMBER = Pattern.compile("[^\\[]+\\[(\\d+)]");
    private static final List<String> KINDS = List.of(HUB, "spoke");

    private final DrawnModel drawn;
    private final PropertyList list;
    private final RouterNode node;

    RouterProperties(DrawnModel drawn, PropertyList list, RouterNode node) {
        this.drawn = drawn;
        this.list = list;
        this.node = node;
    }

    void add() {
        kind();
        int members = node.label().indexOf('[');
        String name = members < 0 ? node.label() : node.label().substring(0, members);
        list.typed(PropertyCategory.ELEMENT, "Name", name, typed -> new ModelEdit.Rename(node.id(), typed.strip()));
        list.add(PropertyCategory.ELEMENT, "Members", members < 0 ? "" : node.label().substring(members + 1, node.label().length() - 1));
        list.add(PropertyCategory.ELEMENT, "Routers", node.isFamily() ? Long.toString(node.members()) : "");
        list.add(PropertyCategory.ELEMENT, "Site", node.site());
        lines(Connection.WanAttachment.class).forEach(uplink -> uplink((Connection.WanAttachment) uplink, PropertyCategory.UPLINKS,
                ElementProperties.label(uplink.target())));
        drawn.diagram().clouds().forEach(cloud -> membership((CloudDeclaration) drawn.elements().get(cloud.id())));
        localNetworks();
        list.add(PropertyCategory.LOCAL_NETWORKS, "Hosts", drawn.diagram().hosts().stream()
                .filter(host -> host.router().equals(node.id())).map(HostNode::label).collect(Collectors.joining(", ")));
    }

    private void kind() {
        String kind = node.kind().name().toLowerCase(Locale.ROOT);
        if (node.kind() == RouterKind.ROUTER) {
            list.add(PropertyCategory.ELEMENT, "Kind", kind);
        } else {
            list.chosen(PropertyCategory.ELEMENT, "Kind", kind, KINDS, chosen -> chosen.equals(HUB)
                    ? new ModelEdit.SetHub(node.id()) : new ModelEdit.SetSpoke(node.id()));
        }
    }

    private List<Connection> lines(Class<? extends Connection> type) {
        return drawn.diagram().connections().stream().filter(line -> type.isInstance(line) && line.source().equals(node.id())).toList();
    }

    /** The address of an uplink, and what stands in between. */
    void uplink(Connection.WanAttachment uplink, PropertyCategory category, String name) {
        WanClause wan = (WanClause) drawn.elements().get(uplink.id());
        boolean among = category == PropertyCategory.UPLINKS;
        String prefix = among ? name + ": " : "";
        list.typed(category, name, computed(NotationServices.wanAddress(wan)), address -> new ModelEdit.SetWanAddress(uplink.id(), address));
        list.add(category, among ? prefix + "gateway" : "Gateway", wan.getGateway());
        list.add(category, prefix + "VRF", wan.getVrf());
        uplink.gates().forEach(gate -> list.add(category, prefix + gate.kind().label(), gate.description()));
    }

    private void membership(CloudDeclaration cloud) {
        String id = NotationServices.membershipId(node.id(), cloud);
        Optional<JoinClause> join = drawn.element(id).map(JoinClause.class::cast);
        join.ifPresent(member -> {
            list.typed(PropertyCategory.CLOUDS, cloud.getName(), computed(NotationServices.tunnelAddress(member)),
                    address -> new ModelEdit.SetTunnelAddress(id, address));
            list.add(PropertyCategory.CLOUDS, cloud.getName() + ": phase", cloud.getPhase());
            list.add(PropertyCategory.CLOUDS, cloud.getName() + ": servers", lines(Connection.Tunnel.class).stream()
                    .filter(line -> ((Connection.Tunnel) line).cloud().equals(NotationServices.cloudId(cloud)))
                    .map(line -> ElementProperties.label(line.target())).collect(Collectors.joining(", ")));
            list.add(PropertyCategory.CLOUDS, cloud.getName() + ": clients", drawn.diagram().connections().stream()
                    .filter(line -> line instanceof Connection.Tunnel tunnel && tunnel.target().equals(node.id())
                            && tunnel.cloud().equals(NotationServices.cloudId(cloud)))
                    .map(line -> ElementProperties.label(line.source())).collect(Collectors.joining(", ")));
        });
    }

    private void localNetworks() {
        List<String> ids = drawn.elements().keySet().stream().filter(id -> drawn.elements().get(id) instanceof LanClause
                && NotationServices.routerOf(id).filter(node.id()::equals).isPresent()).toList();
        ids.forEach(id -> list.typed(PropertyCategory.LOCAL_NETWORKS, "Network",
                computed(NotationServices.localNetwork((LanClause) drawn.elements().get(id))), prefix -> new ModelEdit.SetLocalNetwork(id, prefix)));
        if (ids.isEmpty()) {
            // A member that nothing is written about has what its family has.
            node.localNetworks().forEach(network -> list.add(PropertyCategory.LOCAL_NETWORKS, "Network", network));
        }
    }

    /** One member has values where its family has expressions. */
    private String computed(String text) {
        Matcher member = ONE_MEMBER.matcher(node.label());
        if (!member.matches()) {
            return text;
        }
        try {
            return ComputedText.expand(text, Integer.parseInt(member.group(1)));
        } catch (ComputedTextException notComputable) {
            return text;
        }
    }
}
