package dmvpn.diagram.notation;

import dmvpn.dsl.model.RouterDeclaration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * A diagram and what each identifier in it stands for in the model.
 *
 * @param diagram what is drawn
 * @param elements declarations and clauses by identifier; the clause that an exception inherits is that of its family
 * @param members the family that stands behind a member which no declaration is about, by the member's identifier
 */
public record DrawnModel(Diagram diagram, Map<String, EObject> elements, Map<String, RouterDeclaration> members) {

    /** Keeps immutable copies of the tables, in their order. */
    public DrawnModel {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** What an identifier stands for. */
    public Optional<EObject> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /**
     * What an identifier's element is written in: of a member that no declaration is about its family, of an arrow between two clouds
     * the one that it starts at.
     */
    public Optional<EObject> declaredBy(String id) {
        return element(id).or(() -> Optional.ofNullable(members.get(id))).or(() -> relation(id).flatMap(line -> element(line.source())));
    }

    /** The arrow between two clouds that has an identifier. */
    public Optional<Connection.CloudRelation> relation(String id) {
        return diagram.connections().stream().filter(line -> line.id().equals(id)).filter(Connection.CloudRelation.class::isInstance)
                .map(Connection.CloudRelation.class::cast).findFirst();
    }

    /** The identifiers of all that the model has, whatever of it is shown, and of the members that are shown apart. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(elements.keySet());
        ids.addAll(members.keySet());
        return ids;
    }

    /** The identifier of a declaration or clause; of several, the first. */
    public Optional<String> idOf(EObject element) {
        return elements.entrySet().stream().filter(entry -> entry.getValue() == element).map(Map.Entry::getKey).findFirst();
    }
}
