package dmvpn.dsl.names;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All names of a model, in tables. Building them takes one pass over the list of elements; nothing in the model is
 * changed and nothing is thrown for elements that are not complete.
 */
public final class ModelNames {

    private final Map<Kind, Map<String, NamedElement>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, RouterFamily> families = new LinkedHashMap<>();
    private final List<NamedElement> duplicates = new ArrayList<>();

    private ModelNames(List<Model> models) {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
        Map<String, List<RouterDeclaration>> routers =
                LinkedHashMap.newLinkedHashMap(models.stream().mapToInt(model -> model.getElements().size()).sum());
        models.forEach(model -> add(model, routers));
        routers.forEach(this::addFamily);
    }

    private void add(Model model, Map<String, List<RouterDeclaration>> routers) {
        for (Element element : model.getElements()) {
            if (element instanceof RouterDeclaration router && router.getName() != null) {
                routers.computeIfAbsent(router.getName(), name -> new ArrayList<>(1)).add(router);
            } else if (element instanceof NamedElement named && named.getName() != null
                    && byKind.get(Kind.of(named)).putIfAbsent(named.getName(), named) != null) {
                duplicates.add(named);
            }
        }
    }

    /** The names of a model. */
    public static ModelNames of(Model model) {
        return new ModelNames(List.of(model));
    }

    /** The names of several files that make up one model, in the order of the files. */
    public static ModelNames of(List<Model> models) {
        return new ModelNames(models);
    }

    private void addFamily(String name, List<RouterDeclaration> declarations) {
        RouterDeclaration base = declarations.getFirst();
        for (RouterDeclaration declaration : declarations) {
            if (!base.getMembers().isEmpty() && RouterFamily.size(declaration) > RouterFamily.size(base)) {
                base = declaration;
            }
        }
        List<RouterDeclaration> exceptions = new ArrayList<>(declarations.size() - 1);
        for (RouterDeclaration declaration : declarations) {
            if (declaration != base && !base.getMembers().isEmpty() && !declaration.getMembers().isEmpty()) {
                exceptions.add(declaration);
            } else if (declaration != base) {
                duplicates.add(declaration);
            }
        }
        byKind.get(Kind.ROUTER).put(name, base);
        families.put(name, new RouterFamily(base, exceptions));
    }

    /** The element that a name means; of several with one name, the first. */
    public Optional<NamedElement> find(Kind kind, String name) {
        return Optional.ofNullable(byKind.get(kind).get(name));
    }

    /** The element that a name means, null for none: for the many look-ups of linking. */
    public NamedElement target(Kind kind, String name) {
        return byKind.get(kind).get(name);
    }

    /** All elements of a kind that references can mean, in text order. */
    public Collection<NamedElement> all(Kind kind) {
        return java.util.Collections.unmodifiableCollection(byKind.get(kind).values());
    }

    /** Routers and families in the order of their first declaration. */
    public Collection<RouterFamily> families() {
        return java.util.Collections.unmodifiableCollection(families.values());
    }

    /** The router or family of that name. */
    public Optional<RouterFamily> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    /** Elements whose name another of the same kind has already, in text order within a kind. */
    public List<NamedElement> duplicates() {
        return java.util.Collections.unmodifiableList(duplicates);
    }
}
