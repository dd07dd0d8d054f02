package dmvpn.diagram.sirius;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdits;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.TransportDeclaration;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Makes elements where somebody clicks: in the diagram of a model, in a site, in the diagram of a cloud or of a site. Whatever
 * an element must have is filled. Each method returns what it made.
 */
public final class CreationServices {

    private final ModelEdits edits = new ModelEdits();

    /** One object, without state, as Sirius makes it. */
    public CreationServices() {
    }

    /** One more transport. */
    public EObject createTransportIn(EObject place) {
        return WholeEdit.of(place, () -> edits.createTransport(model(place)));
    }

    /** One more cloud. */
    public EObject createCloudIn(EObject place) {
        return WholeEdit.of(place, () -> edits.createCloud(model(place)));
    }

    /** One more hub, neither attached nor joined. */
    public EObject createHubIn(EObject place) {
        return WholeEdit.of(place, () -> placed(edits.createHub(model(place)), place));
    }

    /** One more spoke, neither attached nor joined. */
    public EObject createSpokeIn(EObject place) {
        return WholeEdit.of(place, () -> placed(edits.createSpoke(model(place)), place));
    }

    /** One more plain router, not attached. */
    public EObject createPlainRouterIn(EObject place) {
        return WholeEdit.of(place, () -> placed(edits.createPlainRouter(model(place)), place));
    }

    /** One more hub, attached and joined. */
    public EObject createConnectedHubIn(EObject place) {
        return WholeEdit.of(place, () -> placed(edits.createConnectedHub(model(place)), place));
    }

    /** One more spoke, attached and a client of the hubs. */
    public EObject createConnectedSpokeIn(EObject place) {
        return WholeEdit.of(place, () -> placed(edits.createConnectedSpoke(model(place)), place));
    }

    /** One more host behind a router. */
    public EObject createHostAt(EObject place) {
        return WholeEdit.of(place, () -> edits.createHost(router(place)));
    }

    /** One more local network of a router. */
    public EObject createLocalNetworkAt(EObject place) {
        return WholeEdit.of(place, () -> edits.createLocalNetwork(router(place)));
    }

    /** A new router is where somebody clicked: at the site, or attached and a member of the cloud. */
    private RouterDeclaration placed(RouterDeclaration router, EObject place) {
        if (place instanceof CloudDeclaration cloud) {
            enter(router, cloud);
        } else {
            CurrentModel.of(place).flatMap(current -> site(current, place))
                    .ifPresent(site -> new SiteEditServices().moveToSite(router, site));
        }
        return router;
    }

    private static Optional<String> site(CurrentModel current, EObject place) {
        return switch (place) {
            case SiteClause site -> Optional.ofNullable(site.getSite());
            case RouterDeclaration neighbor -> Sites.name(current, neighbor);
            default -> Optional.empty();
        };
    }

    private void enter(RouterDeclaration router, CloudDeclaration cloud) {
        if (router.getWans().isEmpty()) {
            CurrentModel.of(cloud).stream().flatMap(current -> current.all(TransportDeclaration.class).stream()).findFirst()
                    .ifPresent(transport -> edits.attachToTransport(router, transport));
        }
        if (router.getJoins().stream().noneMatch(join -> join.getCloud() == cloud)) {
            edits.joinCloud(router, cloud);
        }
    }

    private static Model model(EObject place) {
        if (EcoreUtil.getRootContainer(place) instanceof Model model) {
            return model;
        }
        throw new EditRefusedException("This is no part of a model any more");
    }

    private static RouterDeclaration router(EObject place) {
        return Clauses.body(place).filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast)
                .orElseThrow(() -> new EditRefusedException("Choose the router that it is to be behind"));
    }
}
