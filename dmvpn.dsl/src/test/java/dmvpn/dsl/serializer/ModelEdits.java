package dmvpn.dsl.serializer;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouteClause;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;

/** Legal edits of a model as tools make them: they leave a model that can be written down. */
final class ModelEdits {

    /** Lists in which any number of clauses may stand, in any order. */
    private static final List<EReference> LISTS = List.of(ModelPackage.Literals.MODEL__ELEMENTS,
            ModelPackage.Literals.ROUTER_BODY__LANS, ModelPackage.Literals.ROUTER_BODY__WANS,
            ModelPackage.Literals.ROUTER_BODY__JOINS, ModelPackage.Literals.ROUTER_BODY__ROUTES,
            ModelPackage.Literals.ROUTER_BODY__LOOPBACKS, ModelPackage.Literals.CRYPTO_DECLARATION__IKE,
            ModelPackage.Literals.CRYPTO_DECLARATION__ESP, ModelPackage.Literals.CRYPTO_DECLARATION__PRE_SHARED_KEYS,
            ModelPackage.Literals.CLOUD_DECLARATION__ROUTING, RoutingPackage.Literals.POLICY_DECLARATION__STATEMENTS,
            ScenarioPackage.Literals.SCENARIO_DECLARATION__ACTIONS, ScenarioPackage.Literals.SCENARIO_DECLARATION__EXPECTATIONS);

    /**
     * What was done.
     *
     * @param description for people
     * @param touched elements and clauses whose text may change
     * @param removed what is gone with its comments
     * @param isSurelyLegal false when the language may have no text for the model now
     */
    record Edit(String description, Set<EObject> touched, Optional<EObject> removed, boolean isSurelyLegal) {

        Edit(String description, Set<EObject> touched, Optional<EObject> removed) {
            this(description, touched, removed, true);
        }
    }

    private final RandomGenerator random;

    ModelEdits(RandomGenerator random) {
        this.random = random;
    }

    /** Makes an edit; empty when the model has nothing that the edit could be made on. */
    Optional<Edit> edit(Model model) {
        return switch (random.nextInt(7)) {
            case 0 -> setNumber(model);
            case 1 -> rename(model);
            case 2 -> remove(model);
            case 3 -> move(model);
            case 4 -> toggle(model);
            case 5 -> retarget(model);
            default -> add(model);
        };
    }

    private <T> Optional<T> any(List<T> choice) {
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(random.nextInt(choice.size())));
    }

    /** A value that is written as a number becomes a smaller one, with the unit that it has: what allows 10 allows 5 mostly. */
    private Optional<Edit> setNumber(Model model) {
        record Place(EObject owner, EAttribute attribute) {
        }
        List<Place> places = new ArrayList<>();
        model.eAllContents().forEachRemaining(owner -> owner.eClass().getEAllAttributes().stream()
                .filter(attribute -> !attribute.isMany() && owner.eGet(attribute) instanceof String text
                        && text.matches("[0-9]{1,18}[A-Za-z%]*"))
                .forEach(attribute -> places.add(new Place(owner, attribute))));
        return any(places).map(place -> {
            String before = (String) place.owner().eGet(place.attribute());
            String unit = before.replaceFirst("[0-9]+", "");
            long number = Long.parseLong(before.substring(0, before.length() - unit.length()));
            String value = (number < 2 ? number + 1 : number - random.nextLong(1, number / 2 + 1)) + unit;
            place.owner().eSet(place.attribute(), value);
            return new Edit("set " + place.attribute().getName() + " of " + place.owner().eClass().getName() + " to " + value,
                    withContainers(place.owner()), Optional.empty());
        });
    }

    /** A word that is there or is not. */
    Optional<Edit> toggle(Model model) {
        record Place(EObject owner, EAttribute attribute) {
        }
        List<Place> places = new ArrayList<>();
        model.eAllContents().forEachRemaining(owner -> owner.eClass().getEAllAttributes().stream()
                .filter(attribute -> !attribute.isMany() && attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN)
                .forEach(attribute -> places.add(new Place(owner, attribute))));
        return any(places).map(place -> {
            boolean value = !(Boolean) place.owner().eGet(place.attribute());
            place.owner().eSet(place.attribute(), value);
            return new Edit("set " + place.attribute().getName() + " of " + place.owner().eClass().getName() + " to " + value,
                    withContainers(place.owner()), Optional.empty(), false);
        });
    }

    /** A name that means another element of its kind. */
    Optional<Edit> retarget(Model model) {
        record Place(EObject owner, EReference reference, EObject target) {
        }
        List<NamedElement> named = EcoreUtil2.getAllContentsOfType(model, NamedElement.class).stream()
                .filter(element -> element.getName() != null).toList();
        List<Place> places = new ArrayList<>();
        model.eAllContents().forEachRemaining(owner -> owner.eClass().getEAllReferences().stream()
                .filter(reference -> !reference.isContainment() && !reference.isContainer() && !reference.isMany()
                        && reference.isChangeable() && owner.eGet(reference) instanceof NamedElement)
                .forEach(reference -> named.stream().filter(target -> target.eClass() == ((EObject) owner.eGet(reference)).eClass()
                        && target != owner.eGet(reference)).forEach(target -> places.add(new Place(owner, reference, target)))));
        return any(places).map(place -> {
            place.owner().eSet(place.reference(), place.target());
            return new Edit("let " + place.reference().getName() + " of " + place.owner().eClass().getName() + " mean "
                    + ((NamedElement) place.target()).getName(), withContainers(place.owner()), Optional.empty(), false);
        });
    }

    private Optional<Edit> rename(Model model) {
        List<NamedElement> named = EcoreUtil2.getAllContentsOfType(model, NamedElement.class).stream()
                .filter(element -> element.getName() != null).toList();
        return any(named).map(element -> {
            Set<EObject> touched = new LinkedHashSet<>(withContainers(element));
            Map<EObject, Collection<EStructuralFeature.Setting>> users = EcoreUtil.CrossReferencer.find(List.of(model));
            users.getOrDefault(element, List.of()).forEach(user -> touched.addAll(withContainers(user.getEObject())));
            String name = random.nextBoolean() ? "Renamed" : "hub";
            String before = element.getName();
            element.setName(name);
            return new Edit("rename " + before + " to " + name, touched, Optional.empty());
        });
    }

    private Optional<Edit> remove(Model model) {
        Map<EObject, Collection<EStructuralFeature.Setting>> users = EcoreUtil.CrossReferencer.find(List.of(model));
        List<EObject> removable = lists(model).stream().flatMap(List::stream)
                .filter(element -> users.keySet().stream().noneMatch(target -> EcoreUtil.isAncestor(element, target))).toList();
        return any(removable).map(element -> {
            Set<EObject> touched = withContainers(element);
            String kind = element.eClass().getName();
            EcoreUtil.remove(element);
            return new Edit("remove " + kind, touched, Optional.of(element));
        });
    }

    private Optional<Edit> move(Model model) {
        List<EList<EObject>> movable = lists(model).stream().filter(list -> list.size() > 1).toList();
        return any(movable).map(list -> {
            int from = random.nextInt(list.size());
            int to = random.nextInt(list.size());
            EObject moved = list.get(from);
            Set<EObject> touched = new LinkedHashSet<>(withContainers(moved.eContainer()));
            list.move(to, from);
            return new Edit("move " + moved.eClass().getName() + " from " + from + " to " + to, touched, Optional.empty());
        });
    }

    private Optional<Edit> add(Model model) {
        List<RouterBody> routers = EcoreUtil2.getAllContentsOfType(model, RouterBody.class);
        if (routers.isEmpty() || random.nextInt(4) == 0) {
            TransportDeclaration added = ModelFactory.eINSTANCE.createTransportDeclaration();
            added.setName("Added");
            added.setLatency("20ms");
            model.getElements().add(random.nextInt(model.getElements().size() + 1), added);
            return Optional.of(new Edit("add a transport", withContainers(added), Optional.empty()));
        }
        RouterBody router = any(routers).orElseThrow();
        if (random.nextBoolean()) {
            LanClause lan = ModelFactory.eINSTANCE.createLanClause();
            lan.setPrefix("192.0.2.0/25");
            router.getLans().add(random.nextInt(router.getLans().size() + 1), lan);
        } else {
            RouteClause route = ModelFactory.eINSTANCE.createRouteClause();
            route.setDestination("192.0.2.128/25");
            route.setDiscard(true);
            router.getRoutes().add(random.nextInt(router.getRoutes().size() + 1), route);
        }
        return Optional.of(new Edit("add a clause to " + ((Element) router).eClass().getName(), withContainers(router),
                Optional.empty()));
    }

    @SuppressWarnings("unchecked")
    private static List<EList<EObject>> lists(Model model) {
        List<EObject> owners = new ArrayList<>(List.of(model));
        model.eAllContents().forEachRemaining(owners::add);
        List<EList<EObject>> lists = new ArrayList<>();
        for (EObject owner : owners) {
            LISTS.stream().filter(list -> list.getEContainingClass().isSuperTypeOf(owner.eClass()))
                    .forEach(list -> lists.add((EList<EObject>) owner.eGet(list)));
        }
        return lists;
    }

    private static Set<EObject> withContainers(EObject object) {
        Set<EObject> all = new LinkedHashSet<>();
        for (EObject each = object; each != null; each = each.eContainer()) {
            all.add(each);
        }
        return all;
    }
}
