package dmvpn.diagram.edit;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;

/** Makes an edit of a diagram on a model: finds what its identifiers stand for and calls the service. */
final class Application {

    private static final String ROUTER = "router";
    private static final String CLOUD = "cloud";
    private static final String TRANSPORT = "transport";
    private static final String ATTACHMENT = "WAN attachment";

    private final ModelEdits edits = new ModelEdits();
    private final Model model;
    private final DrawnModel drawn;

    private Application(Model model) {
        this.model = model;
        this.drawn = DiagramNotation.drawn(model, "");
    }

    /** Makes an edit; gives what is there because of it or was changed by it, and nothing for what was deleted. */
    static Optional<EObject> apply(Model model, ModelEdit edit) {
        return Optional.ofNullable(new Application(model).apply(edit));
    }

    private EObject apply(ModelEdit edit) {
        return switch (edit) {
            case ModelEdit.CreateTransport create -> named(edits.createTransport(model), create.name());
            case ModelEdit.CreateCloud create -> named(edits.createCloud(model), create.name());
            case ModelEdit.CreateHub create ->
                    named(connected(edits.createHub(model), create.transport(), create.cloud()), create.name());
            case ModelEdit.CreateSpoke create ->
                    named(connected(edits.createSpoke(model), create.transport(), create.cloud()), create.name());
            case ModelEdit.CreatePlainRouter create ->
                    named(attached(edits.createPlainRouter(model), create.transport()), create.name());
            case ModelEdit.CreateHost create -> named(edits.createHost(model, router(create.router())), create.name());
            case ModelEdit.Delete delete -> delete(delete.ids());
            case ModelEdit.Rename rename -> rename(rename);
            case ModelEdit.Attach attach -> edits.attachToTransport(ownRouter(attach.router()), transport(attach.transport()));
            case ModelEdit.MoveAttachment move ->
                    edits.moveToTransport(own(move.attachment(), WanClause.class, ATTACHMENT), transport(move.transport()));
            case ModelEdit.Join join -> edits.joinCloud(ownRouter(join.router()), cloud(join.cloud()));
            case ModelEdit.Connect connect -> connect(connect);
            case ModelEdit.Reconnect reconnect ->
                    edits.reconnectToServer(own(reconnect.tunnel(), ServerClause.class, "tunnel"), router(reconnect.server()));
            case ModelEdit.SetHub set -> edits.makeHub(ownRouter(set.router()));
            case ModelEdit.SetSpoke set -> edits.makeSpoke(ownRouter(set.router()));
            case ModelEdit.SetPhase set -> changed(own(set.cloud(), CloudDeclaration.class, CLOUD),
                    cloud -> edits.changePhase(cloud, set.phase()));
            case ModelEdit.SetOverlay set -> changed(own(set.cloud(), CloudDeclaration.class, CLOUD),
                    cloud -> edits.changeOverlay(cloud, set.prefix()));
            case ModelEdit.SetWanAddress set -> changed(own(set.attachment(), WanClause.class, ATTACHMENT),
                    wan -> edits.changeWanAddress(wan, set.address()));
            case ModelEdit.SetTunnelAddress set -> changed(own(set.membership(), JoinClause.class, "membership"),
                    join -> edits.changeTunnelAddress(join, set.address()));
            case ModelEdit.SetLocalNetwork set -> changed(own(set.network(), LanClause.class, "local network"),
                    lan -> edits.changeLocalNetwork(lan, set.prefix()));
        };
    }

    private static <T extends EObject> T changed(T element, Consumer<T> change) {
        change.accept(element);
        return element;
    }

    private <T extends NamedElement> T named(T element, Optional<String> name) {
        name.filter(wanted -> !wanted.isBlank()).ifPresent(wanted -> edits.renameElement(element, wanted.strip()));
        return element;
    }

    private <T extends RouterDeclaration> T connected(T router, Optional<String> transport, Optional<String> cloud) {
        attached(router, transport);
        EditContext context = EditContext.of(model);
        cloud.map(this::cloud).or(() -> context.clouds().findFirst()).ifPresent(each -> edits.joinCloud(router, each));
        return router;
    }

    private <T extends RouterDeclaration> T attached(T router, Optional<String> transport) {
        EditContext context = EditContext.of(model);
        transport.map(this::transport).or(() -> context.transports().findFirst())
                .ifPresent(each -> edits.attachToTransport(router, each));
        return router;
    }

    private EObject delete(List<String> ids) {
        List<EObject> elements = new ArrayList<>();
        for (String id : ids) {
            Optional<Connection.CloudRelation> relation = drawn.relation(id);
            if (relation.isPresent()) {
                CloudDeclaration cloud = own(relation.get().source(), CloudDeclaration.class, CLOUD);
                edits.endRelation(cloud, relation.get().element());
            } else {
                elements.add(own(id, EObject.class, "element"));
            }
        }
        if (!elements.isEmpty()) {
            edits.deleteElements(model, elements);
        }
        return null;
    }

    private EObject rename(ModelEdit.Rename rename) {
        NamedElement element = own(rename.id(), NamedElement.class, "element with a name");
        edits.renameElement(element, rename.name().strip());
        return element;
    }

    private EObject connect(ModelEdit.Connect connect) {
        RouterDeclaration client = ownRouter(connect.client());
        RouterDeclaration server = router(connect.server());
        return connect.cloud().isPresent() ? edits.connectInCloud(client, server, cloud(connect.cloud().get()))
                : edits.connectToServer(client, server);
    }

    private RouterDeclaration router(String id) {
        return element(id, RouterDeclaration.class, ROUTER);
    }

    private RouterDeclaration ownRouter(String id) {
        return own(id, RouterDeclaration.class, ROUTER);
    }

    private CloudDeclaration cloud(String id) {
        return element(id, CloudDeclaration.class, CLOUD);
    }

    private TransportDeclaration transport(String id) {
        return element(id, TransportDeclaration.class, TRANSPORT);
    }

    private <T extends EObject> T element(String id, Class<T> type, String what) {
        NotationServices.memberOf(id, drawn.elements().keySet()).ifPresent(family -> {
            throw new EditRefusedException(id.substring(id.indexOf(':') + 1) + " is a member of " + family
                    + ": change the family, or declare the member on its own in the text");
        });
        return drawn.element(id).filter(type::isInstance).map(type::cast).orElseThrow(() -> new EditRefusedException(
                "The model has no " + what + " " + id + " any more: the text may have changed meanwhile"));
    }

    /** What is written in this file, and at the router that it is drawn at. */
    private <T extends EObject> T own(String id, Class<T> type, String what) {
        T element = element(id, type, what);
        EditContext.of(model).own(element);
        Inheritance.refuse(drawn, id, element);
        return element;
    }
}
