package dmvpn.diagram.sirius;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdits;
import dmvpn.diagram.notation.NotationElement;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TransportReference;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Names;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Changes of what there is. Each leaves a model that can be written, and returns an element that is part of it, for what a
 * tool does next. What cannot be done is refused with a sentence, which Sirius shows in its log.
 */
public final class EditServices {

    private final ModelEdits edits = new ModelEdits();

    /** One object, without state, as Sirius makes it. */
    public EditServices() {
    }

    /** Takes away what a node or line stands for, with whatever cannot be without it. */
    public EObject removeDrawn(EObject element, EObject view) {
        return WholeEdit.alone(element, () -> {
            if (!(EcoreUtil.getRootContainer(element) instanceof Model model)) {
                return element; // Something else that was taken away at the same time took it along.
            }
            refuseInherited(element, view);
            edits.deleteElement(element);
            return model;
        });
    }

    /** Another name. */
    public EObject changeName(NamedElement element, String name) {
        return WholeEdit.alone(element, () -> {
            edits.renameElement(element, name.strip());
            return element;
        });
    }

    /** One more uplink of a router. */
    public EObject attachRouter(RouterDeclaration router, TransportDeclaration transport) {
        return WholeEdit.between(router, transport, () -> edits.attachToTransport(router, transport));
    }

    /** One more uplink of the router that an element belongs to. */
    public EObject attachRouterOf(EObject element, TransportDeclaration transport) {
        return attachRouter(router(element), transport);
    }

    /** Makes the router that an element belongs to a member of a cloud. */
    public EObject joinRouterOf(EObject element, CloudDeclaration cloud) {
        return joinRouter(router(element), cloud);
    }

    /** Takes an uplink to another transport. */
    public EObject moveUplink(WanClause wan, TransportDeclaration transport, EObject view) {
        return WholeEdit.between(wan, transport, () -> {
            refuseInherited(wan, view);
            return edits.moveToTransport(wan, transport);
        });
    }

    /** Another address of an uplink, or a leased one. */
    public EObject changeUplinkAddress(WanClause wan, String address) {
        return WholeEdit.of(wan, () -> {
            edits.changeWanAddress(wan, address);
            return wan;
        });
    }

    /** Makes a router a member of a cloud. */
    public EObject joinRouter(RouterDeclaration router, CloudDeclaration cloud) {
        return WholeEdit.between(router, cloud, () -> edits.joinCloud(router, cloud));
    }

    /** Another tunnel address. */
    public EObject changeMembershipAddress(JoinClause join, String address) {
        return WholeEdit.of(join, () -> {
            edits.changeTunnelAddress(join, address);
            return join;
        });
    }

    /** Makes a router the client of another. */
    public EObject connectRouters(RouterDeclaration client, RouterDeclaration server) {
        return WholeEdit.between(client, server, () -> edits.connectToServer(client, server));
    }

    /** Registers with another server. */
    public EObject changeServer(ServerClause server, RouterDeclaration router, EObject view) {
        return WholeEdit.between(server, router, () -> {
            refuseInherited(server, view);
            return edits.reconnectToServer(server, router);
        });
    }

    /** Another router registers with the server. */
    public EObject changeClient(ServerClause server, RouterDeclaration client, EObject view) {
        return WholeEdit.of(server, () -> {
            refuseInherited(server, view);
            if (server.getRouter() == null || !(server.eContainer() instanceof JoinClause join) || join.getCloud() == null) {
                throw new EditRefusedException("This server is no router of the model");
            }
            ServerClause made = edits.connectInCloud(client, server.getRouter(), join.getCloud());
            made.setMember(server.getMember());
            made.setPriority(server.getPriority());
            made.setCluster(server.getCluster());
            edits.deleteElement(server);
            return made;
        });
    }

    /** Another prefix of a local network. */
    public EObject changeLocalNetworkPrefix(LanClause lan, String prefix) {
        return WholeEdit.of(lan, () -> {
            edits.changeLocalNetwork(lan, prefix);
            return lan;
        });
    }

    /** Makes a router a hub; it is another object afterwards. */
    public EObject becomeHub(RouterDeclaration router) {
        return WholeEdit.alone(router, () -> router instanceof HubDeclaration ? router : edits.makeHub(router));
    }

    /** Makes a router a spoke; it is another object afterwards. */
    public EObject becomeSpoke(RouterDeclaration router) {
        return WholeEdit.alone(router, () -> router instanceof SpokeDeclaration ? router : edits.makeSpoke(router));
    }

    /** Another phase. */
    public EObject becomePhase(CloudDeclaration cloud, String phase) {
        return WholeEdit.of(cloud, () -> {
            edits.changePhase(cloud, phase);
            return cloud;
        });
    }

    /** Another overlay subnet. */
    public EObject changeCloudOverlay(CloudDeclaration cloud, String prefix) {
        return WholeEdit.of(cloud, () -> {
            edits.changeOverlay(cloud, prefix);
            return cloud;
        });
    }

    /** Makes a cloud stand in for another. */
    public EObject becomeBackup(CloudDeclaration cloud, CloudDeclaration other) {
        return WholeEdit.between(cloud, other, () -> {
            refuseItself(cloud, other);
            cloud.setBackupFor(other);
            return cloud;
        });
    }

    /** A cloud stands in for none. */
    public EObject clearBackup(CloudDeclaration cloud) {
        return WholeEdit.of(cloud, () -> edits.endRelation(cloud, NotationElement.BACKUP_FOR));
    }

    /** Prefers the routes of a cloud to those of another. */
    public EObject preferCloud(CloudDeclaration cloud, CloudDeclaration other) {
        return WholeEdit.between(cloud, other, () -> {
            refuseItself(cloud, other);
            cloud.setPreferredOver(other);
            return cloud;
        });
    }

    /** Prefers the routes of a cloud to none. */
    public EObject clearPreference(CloudDeclaration cloud) {
        return WholeEdit.of(cloud, () -> edits.endRelation(cloud, NotationElement.PREFERRED_OVER));
    }

    /** Protects a cloud. */
    public EObject protectCloud(CloudDeclaration cloud, CryptoDeclaration crypto) {
        return WholeEdit.between(cloud, crypto, () -> {
            cloud.setCrypto(crypto);
            return cloud;
        });
    }

    /** Leaves a cloud open. */
    public EObject clearProtection(CloudDeclaration cloud) {
        return WholeEdit.of(cloud, () -> {
            cloud.setCrypto(null);
            return cloud;
        });
    }

    /** Forwards packets from a transport to another. */
    public EObject reachTransport(TransportDeclaration transport, TransportDeclaration other) {
        return WholeEdit.between(transport, other, () -> {
            if (transport == other || transport.getReaches().stream().anyMatch(each -> each.getTransport() == other)) {
                throw new EditRefusedException(transport.getName() + " reaches " + other.getName() + " already");
            }
            TransportReference reference = ModelFactory.eINSTANCE.createTransportReference();
            reference.setTransport(other);
            transport.getReaches().add(reference);
            return reference;
        });
    }

    private static RouterDeclaration router(EObject element) {
        return Clauses.body(element).filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast)
                .orElseThrow(() -> new EditRefusedException("Several routers share this: begin at the one that you mean"));
    }

    private static void refuseItself(CloudDeclaration cloud, CloudDeclaration other) {
        if (cloud == other) {
            throw new EditRefusedException("Choose another cloud than " + cloud.getName());
        }
    }

    /** What is drawn at one router and written for others too is changed where it is written. */
    private static void refuseInherited(EObject element, EObject view) {
        if (element instanceof NamedElement) {
            return;
        }
        Optional<RouterBody> written = Clauses.body(element);
        Optional<RouterDeclaration> shown = Views.routerAt(view);
        if (written.isPresent() && shown.isPresent() && shown.get() != written.get()) {
            throw new EditRefusedException(Names.withMembers(shown.get()) + " has this from " + Names.label(written.get())
                    + ": change it there, where it holds for all, or write one of its own in the text");
        }
    }
}
