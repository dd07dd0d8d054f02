package dmvpn.diagram.edit;

import dmvpn.diagram.notation.NotationElement;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.PlainRouterDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * What each edit of a diagram does to the model. The methods change the model that they are given and leave it such that it
 * can be written: whatever must be there is filled, and nothing refers to what is gone. Both diagram engines call them; for
 * Sirius each has a name of its own, takes an element of the model first and is called on an object without state.
 *
 * <p>Every method throws {@link EditRefusedException} with a sentence for people when the edit cannot be made.
 */
public final class ModelEdits {

    /** One more transport, with a free name and a free pool of addresses. */
    public TransportDeclaration createTransport(Model model) {
        return new NewElements(EditContext.of(model)).transport();
    }

    /** One more cloud of the newest phase, with a free name, subnet and numbers. */
    public CloudDeclaration createCloud(Model model) {
        return new NewElements(EditContext.of(model)).cloud();
    }

    /** One more hub with a local network, neither attached nor joined. */
    public HubDeclaration createHub(Model model) {
        return new NewElements(EditContext.of(model)).hub();
    }

    /** One more spoke with a local network, neither attached nor joined. */
    public SpokeDeclaration createSpoke(Model model) {
        return new NewElements(EditContext.of(model)).spoke();
    }

    /** One more plain router with a local network, not attached. */
    public PlainRouterDeclaration createPlainRouter(Model model) {
        return new NewElements(EditContext.of(model)).plainRouter();
    }

    /** One more hub that is attached to the first transport and joined to the first cloud, as far as there are any. */
    public HubDeclaration createConnectedHub(Model model) {
        return connected(createHub(model));
    }

    /** One more spoke that is attached to the first transport and a client of the first cloud's hubs. */
    public SpokeDeclaration createConnectedSpoke(Model model) {
        return connected(createSpoke(model));
    }

    private <T extends RouterDeclaration> T connected(T router) {
        EditContext context = EditContext.of(router);
        context.transports().findFirst().ifPresent(transport -> attachToTransport(router, transport));
        context.clouds().findFirst().ifPresent(cloud -> joinCloud(router, cloud));
        return router;
    }

    /** One more host in the first local network of a router. */
    public HostDeclaration createHost(RouterDeclaration router) {
        return new NewElements(EditContext.of(router)).host(router);
    }

    /** One more host whose declaration goes into a file that may import its router. */
    HostDeclaration createHost(Model model, RouterDeclaration router) {
        return new NewElements(EditContext.of(model)).host(router);
    }

    /** One more local network. */
    public LanClause createLocalNetwork(RouterDeclaration router) {
        EditContext context = EditContext.of(router);
        LanClause lan = NewElements.localNetwork(context.plan().freeLocalNetwork()
                .orElseThrow(() -> new EditRefusedException("No subnet behind the highest local network is free")).toString());
        router.getLans().add(lan);
        return lan;
    }

    /** Takes an element away, and whatever cannot be without it. */
    public void deleteElement(EObject element) {
        deleteElements(element, List.of(element));
    }

    /** Takes several elements of one file away at once. */
    public void deleteElements(EObject any, List<? extends EObject> elements) {
        Deletion.of(EditContext.of(any), elements);
    }

    /** Gives an element another name; references follow, since they name what they mean when they are written. */
    public void renameElement(NamedElement element, String name) {
        new DirectEdits(EditContext.of(element)).rename(element, name);
    }

    /** One more uplink. */
    public WanClause attachToTransport(RouterDeclaration router, TransportDeclaration transport) {
        return new Uplinks(EditContext.of(router)).attach(router, transport);
    }

    /** Takes an uplink to another transport. */
    public WanClause moveToTransport(WanClause wan, TransportDeclaration transport) {
        return new Uplinks(EditContext.of(wan)).move(wan, transport);
    }

    /** Makes a router a member of a cloud; a spoke becomes a client of the cloud's hubs. */
    public JoinClause joinCloud(RouterDeclaration router, CloudDeclaration cloud) {
        return new Memberships(EditContext.of(router)).join(router, cloud);
    }

    /** Makes a router the client of a server in a cloud that the server is in; joins the cloud when necessary. */
    public ServerClause connectInCloud(RouterDeclaration client, RouterDeclaration server, CloudDeclaration cloud) {
        return new Memberships(EditContext.of(client)).connect(client, server, cloud);
    }

    /** Makes a router the client of a server, in the cloud that both are in, or else in the server's first. */
    public ServerClause connectToServer(RouterDeclaration client, RouterDeclaration server) {
        CloudDeclaration cloud = new Memberships(EditContext.of(client)).commonCloud(client, server);
        return connectInCloud(client, server, cloud);
    }

    /** One more server of a membership. */
    public ServerClause addServer(JoinClause membership, RouterDeclaration server) {
        return new Memberships(EditContext.of(membership)).connect(membership, server);
    }

    /** Another server instead of one. */
    public ServerClause reconnectToServer(ServerClause clause, RouterDeclaration server) {
        return new Memberships(EditContext.of(clause)).reconnect(clause, server);
    }

    /** Makes a router a hub; it is another object afterwards. */
    public RouterDeclaration makeHub(RouterDeclaration router) {
        return new RouterKinds(EditContext.of(router)).change(router, ModelPackage.Literals.HUB_DECLARATION);
    }

    /** Makes a router a spoke, a client and no server any more; it is another object afterwards. */
    public RouterDeclaration makeSpoke(RouterDeclaration router) {
        EditContext context = EditContext.of(router);
        RouterDeclaration spoke = new RouterKinds(context).change(router, ModelPackage.Literals.SPOKE_DECLARATION);
        new Memberships(context).becomeClient(spoke);
        return spoke;
    }

    /**
     * A cloud comes first, or second, no more.
     *
     * @param relation {@link NotationElement#BACKUP_FOR} or {@link NotationElement#PREFERRED_OVER}
     */
    public CloudDeclaration endRelation(CloudDeclaration cloud, NotationElement relation) {
        if (relation == NotationElement.BACKUP_FOR) {
            cloud.setBackupFor(null);
            cloud.setBackupDelay(null);
        } else {
            cloud.setPreferredOver(null);
        }
        return cloud;
    }

    /** Another phase: 1, 2 or 3. */
    public void changePhase(CloudDeclaration cloud, String phase) {
        new DirectEdits(EditContext.of(cloud)).phase(cloud, phase);
    }

    /** Another address of an uplink, or {@code DHCP}. */
    public void changeWanAddress(WanClause wan, String address) {
        new DirectEdits(EditContext.of(wan)).wanAddress(wan, address);
    }

    /** Another tunnel address. */
    public void changeTunnelAddress(JoinClause join, String address) {
        new DirectEdits(EditContext.of(join)).tunnelAddress(join, address);
    }

    /** Another prefix of a local network. */
    public void changeLocalNetwork(LanClause lan, String prefix) {
        new DirectEdits(EditContext.of(lan)).localNetwork(lan, prefix);
    }

    /** Another overlay subnet. */
    public void changeOverlay(CloudDeclaration cloud, String prefix) {
        new DirectEdits(EditContext.of(cloud)).overlay(cloud, prefix);
    }
}
