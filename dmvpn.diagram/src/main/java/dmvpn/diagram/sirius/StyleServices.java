package dmvpn.diagram.sirius;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.TunnelKind;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.RouterFamily;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** By what the looks of nodes and lines differ. */
public final class StyleServices {

    /** One object, without state, as Sirius makes it. */
    public StyleServices() {
    }

    /** True for a router of any kind. */
    public Boolean isRouterElement(EObject element) {
        return element instanceof RouterDeclaration;
    }

    /** True for a cloud. */
    public Boolean isCloudElement(EObject element) {
        return element instanceof CloudDeclaration;
    }

    /** True for a family that is drawn as a stack. */
    public Boolean isStack(RouterDeclaration router) {
        return CurrentModel.of(router).flatMap(current -> current.node(router)).map(RouterNode::isFamily).orElse(false);
    }

    /** True for what says of some members of a family what is special. */
    public Boolean isException(RouterDeclaration router) {
        return CurrentModel.of(router).flatMap(current -> Optional.ofNullable(router.getName()).flatMap(current.names()::family))
                .map(RouterFamily::exceptions).orElse(List.of()).contains(router);
    }

    /** False for what says of some members of a family what is special. */
    public Boolean isNoException(RouterDeclaration router) {
        return !isException(router);
    }

    /** True for a transport that is no part of the Internet. */
    public Boolean isPrivateTransport(TransportDeclaration transport) {
        return transport.getKind() != null && !transport.getKind().equals("internet");
    }

    /** True for an uplink whose address is translated. */
    public Boolean isTranslated(WanClause wan) {
        return wan.isNat() || wan.isPat();
    }

    /** True for an uplink behind a translation that several share. */
    public Boolean isSharedTranslation(WanClause wan) {
        return wan.isPat();
    }

    /** True for an uplink behind a firewall. */
    public Boolean isFirewalled(WanClause wan) {
        return !wan.getBlocks().isEmpty();
    }

    /** True for an uplink that is shut down. */
    public Boolean isShutDown(WanClause wan) {
        return wan.isShutdown();
    }

    /** True for a tunnel without IPsec. */
    public Boolean isUnprotected(ServerClause server) {
        return tunnel(server).map(tunnel -> !tunnel.isProtected()).orElse(false);
    }

    /** True for a tunnel of a cloud that stands in for another. */
    public Boolean isBackupTunnel(ServerClause server) {
        return is(server, TunnelKind.BACKUP);
    }

    /** True for a tunnel to one peer. */
    public Boolean isPointToPoint(ServerClause server) {
        return is(server, TunnelKind.POINT_TO_POINT);
    }

    private static boolean is(ServerClause server, TunnelKind kind) {
        return Objects.equals(tunnel(server).map(Connection.Tunnel::kind).orElse(null), kind);
    }

    private static Optional<Connection.Tunnel> tunnel(ServerClause server) {
        return CurrentModel.of(server).stream().flatMap(current -> current.linesOf(server).stream())
                .filter(Connection.Tunnel.class::isInstance).map(Connection.Tunnel.class::cast).findFirst();
    }
}
