package dmvpn.diagram.properties;

import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ServerClause;
import java.util.Optional;

/** What there is to say about a tunnel. */
final class TunnelProperties {

    private final DrawnModel drawn;
    private final PropertyList list;
    private final Connection.Tunnel tunnel;
    private final CloudDeclaration cloud;

    TunnelProperties(DrawnModel drawn, PropertyList list, Connection.Tunnel tunnel) {
        this.drawn = drawn;
        this.list = list;
        this.tunnel = tunnel;
        this.cloud = (CloudDeclaration) drawn.elements().get(tunnel.cloud());
    }

    void add() {
        Optional<JoinClause> client = membership(tunnel.source());
        list.add(PropertyCategory.SETTINGS, "Cloud", cloud.getName());
        list.add(PropertyCategory.SETTINGS, "Phase", cloud.getPhase());
        list.add(PropertyCategory.SETTINGS, "Client", ElementProperties.label(tunnel.source()));
        client.ifPresent(join -> list.typed(PropertyCategory.SETTINGS, "Client's tunnel address", join.getAddress(),
                address -> new ModelEdit.SetTunnelAddress(NotationServices.membershipId(tunnel.source(), cloud), address)));
        list.add(PropertyCategory.SETTINGS, "Server", ElementProperties.label(tunnel.target()));
        list.add(PropertyCategory.SETTINGS, "Server's tunnel address",
                membership(tunnel.target()).map(JoinClause::getAddress).orElse(""));
        list.add(PropertyCategory.SETTINGS, "Protection", !tunnel.isProtected() ? "none" : ElementProperties.protection(
                client.map(JoinClause::getProtection).orElse(cloud.getCrypto())));
        if (drawn.elements().get(tunnel.id()) instanceof ServerClause server) {
            list.add(PropertyCategory.SETTINGS, "Priority", server.getPriority());
            list.add(PropertyCategory.SETTINGS, "Cluster", server.getCluster());
        }
    }

    private Optional<JoinClause> membership(String router) {
        return drawn.element(NotationServices.membershipId(router, cloud)).map(JoinClause.class::cast);
    }
}
