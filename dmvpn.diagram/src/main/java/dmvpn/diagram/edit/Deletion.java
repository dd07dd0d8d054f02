package dmvpn.diagram.edit;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PreSharedKeyClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.scenario.Expectation;
import dmvpn.dsl.scenario.TimedAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Takes elements out of a model together with what refers to them. What can be without the reference loses it; what cannot
 * goes too; a statement of a scenario goes as a whole, since without its subject it would say something else.
 */
final class Deletion {

    private static final Set<EReference> OPTIONAL = Set.of(ModelPackage.Literals.JOIN_CLAUSE__TRANSPORT,
            ModelPackage.Literals.JOIN_CLAUSE__ROUTE_VIA, ModelPackage.Literals.CLOUD_DECLARATION__BACKUP_FOR,
            ModelPackage.Literals.CLOUD_DECLARATION__PREFERRED_OVER);

    private final EditContext context;
    private final Set<EObject> gone = new LinkedHashSet<>();
    private final List<EObject> pending = new ArrayList<>();
    private final Map<EClass, List<EReference>> references = new HashMap<>();

    private Deletion(EditContext context) {
        this.context = context;
    }

    static void of(EditContext context, Collection<? extends EObject> elements) {
        Deletion deletion = new Deletion(context);
        elements.forEach(deletion::addWithExceptions);
        deletion.followReferences();
        deletion.gone.forEach(EcoreUtil::remove);
    }

    /** A family's exceptions mean nothing without it. */
    private void addWithExceptions(EObject element) {
        context.own(element);
        if (element instanceof RouterDeclaration router && context.meant(router) == router) {
            context.declarationsOf(router).forEach(declaration -> {
                context.own(declaration);
                add(declaration);
            });
        } else {
            add(element);
        }
    }

    private void add(EObject element) {
        if (!isGone(element)) {
            gone.add(element);
            pending.add(element);
        }
    }

    private boolean isGone(EObject element) {
        for (EObject at = element; at != null; at = at.eContainer()) {
            if (gone.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** One look at the model for all that went since the last one. */
    private void followReferences() {
        while (!pending.isEmpty()) {
            Set<EObject> targets = new HashSet<>();
            pending.forEach(element -> targets.addAll(withContents(element)));
            pending.clear();
            for (EObject source : withContents(context.model())) {
                for (EReference reference : references.computeIfAbsent(source.eClass(), Deletion::singleReferences)) {
                    if (targets.contains(source.eGet(reference)) && !isGone(source)) {
                        drop(source, reference);
                    }
                }
            }
            removeEmptyKeys();
        }
    }

    private static List<EReference> singleReferences(EClass type) {
        return type.getEAllReferences().stream()
                .filter(reference -> !reference.isContainment() && !reference.isContainer() && !reference.isMany()).toList();
    }

    private static Set<EObject> withContents(EObject element) {
        Set<EObject> all = new LinkedHashSet<>();
        all.add(element);
        element.eAllContents().forEachRemaining(all::add);
        return all;
    }

    private void drop(EObject source, EReference reference) {
        EObject statement = statement(source);
        if (statement != null) {
            add(statement);
        } else if (OPTIONAL.contains(reference)) {
            source.eUnset(reference);
            unsetOptions(source, reference);
        } else {
            add(listMember(source));
        }
    }

    private static EObject statement(EObject source) {
        for (EObject at = source; at != null; at = at.eContainer()) {
            if (at instanceof TimedAction || at instanceof Expectation) {
                return at;
            }
        }
        return null;
    }

    /** Options of a reference are written behind it. */
    private static void unsetOptions(EObject source, EReference reference) {
        if (source instanceof CloudDeclaration cloud && reference == ModelPackage.Literals.CLOUD_DECLARATION__BACKUP_FOR) {
            cloud.setBackupDelay(null);
        } else if (source instanceof JoinClause join && reference == ModelPackage.Literals.JOIN_CLAUSE__ROUTE_VIA) {
            join.setMandatory(false);
        }
    }

    /** What holds a single child that refers to what is gone cannot be without that child. */
    private static EObject listMember(EObject source) {
        EObject member = source;
        while (!member.eContainingFeature().isMany() && !(member.eContainer() instanceof Model)) {
            member = member.eContainer();
        }
        return member;
    }

    /** Without peers a key would become that of everybody. */
    private void removeEmptyKeys() {
        List<PreSharedKeyClause> keys = new ArrayList<>();
        context.model().eAllContents().forEachRemaining(object -> {
            if (object instanceof PreSharedKeyClause key && !key.getPeers().isEmpty() && !isGone(key)
                    && key.getPeers().stream().allMatch(this::isGone)) {
                keys.add(key);
            }
        });
        keys.forEach(this::add);
    }
}
