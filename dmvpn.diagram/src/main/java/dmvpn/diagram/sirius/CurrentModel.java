package dmvpn.diagram.sirius;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EContentAdapter;

/**
 * What is drawn and found of a model as it is now, with edits that are not in its text yet. Sirius asks for each element
 * apart, thousands of times for one refresh, so it is worked out once and forgotten with the next change.
 */
final class CurrentModel extends EContentAdapter {

    private final DmvpnResource file;
    private DrawnModel drawn;
    private Map<EObject, Set<String>> ids;
    private Map<String, List<EObject>> clauses;
    private Map<EObject, List<Connection>> lines;
    private Map<String, RouterNode> nodes;
    private ModelNames names;
    private ModelFindings findings;
    private boolean textIsCurrent;

    private CurrentModel(DmvpnResource file) {
        this.file = file;
    }

    /** That of the model which an element is part of; empty for an element that is in none any more. */
    static Optional<CurrentModel> of(EObject element) {
        return element.eResource() instanceof DmvpnResource resource ? Optional.of(of(whole(resource))) : Optional.empty();
    }

    private static CurrentModel of(DmvpnResource file) {
        Optional<CurrentModel> known = file.eAdapters().stream().filter(CurrentModel.class::isInstance)
                .map(CurrentModel.class::cast).filter(each -> each.file == file).findFirst();
        return known.orElseGet(() -> {
            CurrentModel made = new CurrentModel(file);
            made.follow();
            return made;
        });
    }

    /** A file that others import is drawn as a part of the one that imports most. */
    private static DmvpnResource whole(DmvpnResource part) {
        if (part.getResourceSet() == null || part.getResourceSet().getResources().size() == 1) {
            return part;
        }
        DmvpnResource whole = part;
        for (Resource other : List.copyOf(part.getResourceSet().getResources())) {
            if (other instanceof DmvpnResource candidate && candidate.withImports().contains(part)
                    && candidate.withImports().size() > whole.withImports().size()) {
                whole = candidate;
            }
        }
        return whole;
    }

    /** True for an element of a file that another file of the same set imports. */
    static boolean isImported(EObject element) {
        return element.eResource() instanceof DmvpnResource file && whole(file) != file;
    }

    private void follow() {
        for (DmvpnResource each : file.withImports()) {
            if (!each.eAdapters().contains(this)) {
                each.eAdapters().add(this);
            }
        }
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        if (notification.isTouch() || isAboutTheFile(notification)) {
            return;
        }
        drawn = null;
        ids = null;
        clauses = null;
        lines = null;
        nodes = null;
        names = null;
        findings = null;
        textIsCurrent = file.isLoading();
    }

    /** That a file is loaded or saved changes nothing in the model. */
    private static boolean isAboutTheFile(Notification notification) {
        return notification.getNotifier() instanceof Resource
                && notification.getFeatureID(Resource.class) != Resource.RESOURCE__CONTENTS;
    }

    /** The files of the model, imported ones first. */
    List<Model> models() {
        return file.withImports().stream().map(DmvpnResource::model).toList();
    }

    DrawnModel drawn() {
        if (drawn == null) {
            follow();
            drawn = DiagramNotation.drawn(file.model(), file.baseName());
        }
        return drawn;
    }

    ModelNames names() {
        if (names == null) {
            names = ModelNames.of(models());
        }
        return names;
    }

    /** Everything of a type that is drawn, each once, in the order of the notation. */
    <T extends EObject> List<T> all(Class<T> type) {
        return distinct(drawn().elements().values().stream(), type);
    }

    /** What a router has of a type: written at it, or at what it inherits from. */
    <T extends EObject> List<T> of(RouterDeclaration router, Class<T> type) {
        if (clauses == null) {
            clauses = new LinkedHashMap<>();
            drawn().elements().forEach((id, element) -> NotationServices.routerOf(id)
                    .ifPresent(owner -> clauses.computeIfAbsent(owner, each -> new ArrayList<>()).add(element)));
        }
        return distinct(clauses.getOrDefault(NotationServices.routerId(router), List.of()).stream(), type);
    }

    /** The routers at which a clause is drawn: its own, and those that inherit it. */
    List<RouterDeclaration> routersOf(EObject clause) {
        return distinct(idsOf(clause).stream().flatMap(id -> NotationServices.routerOf(id).stream())
                .flatMap(id -> drawn().element(id).stream()), RouterDeclaration.class);
    }

    /** The lines that stand for a clause. */
    List<Connection> linesOf(EObject clause) {
        if (lines == null) {
            lines = new LinkedHashMap<>();
            for (Connection line : drawn().diagram().connections()) {
                drawn().element(line.id())
                        .ifPresent(element -> lines.computeIfAbsent(element, each -> new ArrayList<>()).add(line));
            }
        }
        return lines.getOrDefault(clause, List.of());
    }

    /** What is drawn for a router. */
    Optional<RouterNode> node(RouterDeclaration router) {
        if (nodes == null) {
            nodes = new LinkedHashMap<>();
            drawn().diagram().routers().forEach(node -> nodes.put(node.id(), node));
        }
        return Optional.ofNullable(nodes.get(NotationServices.routerId(router)));
    }

    /** The hosts behind a router. */
    List<HostDeclaration> hostsBehind(RouterDeclaration router) {
        return distinct(drawn().diagram().hosts().stream().filter(host -> host.router().equals(NotationServices.routerId(router)))
                .flatMap(host -> drawn().element(host.id()).stream()), HostDeclaration.class);
    }

    /** The router that a host is behind. */
    Optional<RouterDeclaration> routerOf(HostDeclaration host) {
        return distinct(drawn().diagram().hosts().stream().filter(each -> each.id().equals(NotationServices.hostId(host)))
                .flatMap(each -> drawn().element(each.router()).stream()), RouterDeclaration.class).stream().findFirst();
    }

    /** What the rules find at an element and in what it contains. */
    List<Finding> findingsAt(EObject element) {
        if (findings == null) {
            findings = ModelFindings.of(file, textIsCurrent);
        }
        return findings.at(element);
    }

    private Set<String> idsOf(EObject element) {
        if (ids == null) {
            ids = new LinkedHashMap<>();
            drawn().elements().forEach((id, each) -> ids.computeIfAbsent(each, unseen -> new LinkedHashSet<>()).add(id));
        }
        return ids.getOrDefault(element, Set.of());
    }

    private static <T extends EObject> List<T> distinct(Stream<? extends EObject> elements, Class<T> type) {
        return elements.filter(type::isInstance).map(type::cast).distinct().toList();
    }
}
