package dmvpn.diagram.edit;

import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * A model in the middle of being edited: what it has now, read anew for each edit, since whatever a resource remembers is
 * true of its text alone.
 *
 * @param model the file that is edited
 * @param all the file and what it imports
 */
record EditContext(Model model, List<Model> all) {

    static EditContext of(EObject element) {
        if (!(EcoreUtil.getRootContainer(element) instanceof Model model)) {
            throw new EditRefusedException("What is to be changed is no part of a model any more");
        }
        return new EditContext(model, model.eResource() instanceof DmvpnResource file
                ? file.withImports().stream().map(DmvpnResource::model).toList() : List.of(model));
    }

    ModelNames names() {
        return ModelNames.of(all);
    }

    AddressPlan plan() {
        return AddressPlan.now(all);
    }

    /** A name that no element of the kind has: the stem and the lowest number that is free. */
    String freeName(Kind kind, String stem) {
        ModelNames names = names();
        int number = 1;
        while (names.find(kind, stem + number).isPresent()) {
            number++;
        }
        return stem + number;
    }

    Stream<TransportDeclaration> transports() {
        return names().all(Kind.TRANSPORT).stream().map(TransportDeclaration.class::cast);
    }

    Stream<CloudDeclaration> clouds() {
        return names().all(Kind.CLOUD).stream().map(CloudDeclaration.class::cast);
    }

    Stream<RouterDeclaration> routers() {
        return all.stream().flatMap(each -> each.getElements().stream()).filter(RouterDeclaration.class::isInstance)
                .map(RouterDeclaration.class::cast);
    }

    Stream<WanClause> uplinksTo(TransportDeclaration transport) {
        return routers().flatMap(router -> router.getWans().stream()).filter(wan -> wan.getTransport() == transport);
    }

    Stream<JoinClause> membersOf(CloudDeclaration cloud) {
        return routers().flatMap(router -> router.getJoins().stream()).filter(join -> join.getCloud() == cloud);
    }

    /** All declarations with the name of a router: itself, or a family with its exceptions. */
    List<RouterDeclaration> declarationsOf(RouterDeclaration router) {
        return routers().filter(each -> Objects.equals(each.getName(), router.getName())).toList();
    }

    /** The declaration that references to a router's name mean. */
    RouterDeclaration meant(RouterDeclaration router) {
        return Optional.ofNullable(router.getName()).flatMap(names()::family).map(family -> family.base()).orElse(router);
    }

    /** Refuses what another file declares. */
    void own(EObject element) {
        if (EcoreUtil.getRootContainer(element) != model) {
            String file = element.eResource() instanceof DmvpnResource other ? other.displayName() : "another file";
            String name = element instanceof NamedElement named ? named.getName() : "This";
            throw new EditRefusedException(name + " is declared in " + file + ": change it there");
        }
    }
}
