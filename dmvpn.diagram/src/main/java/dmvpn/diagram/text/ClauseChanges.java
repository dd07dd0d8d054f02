package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.ide.document.ElementText.Span;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The replacements that make a text say what its edited model says. Each changed value, reference, setting and clause is
 * replaced, put in or taken out where it stands; all else is not looked at.
 *
 * <p>Xtext's change serializer, which does this for values and names, does not fit our blocks: their statements come in any
 * order ({@code (a | b | stray)*}), and there it prints the whole block again as soon as one is added or taken away. Blank
 * lines, columns and line breaks are lost, an optional reference that is unset makes it throw, and a server that is added
 * to a {@code via} is printed with a second, meaningless one.
 */
final class ClauseChanges {

    private final String text;
    private final ModelPairs pairs;
    private final Phrases phrases;
    private final NewElementText newElements;
    private final List<Change> changes = new ArrayList<>();
    private final List<Span> removed = new ArrayList<>();

    private ClauseChanges(DmvpnResource asWritten, ModelPairs pairs) {
        this.text = asWritten.text();
        this.pairs = pairs;
        this.phrases = Phrases.of(asWritten);
        this.newElements = asWritten.getResourceServiceProvider().get(NewElementText.class);
    }

    /**
     * Compares.
     *
     * @throws NotLocalException when something changed that no edit of a diagram changes
     */
    static ClauseChanges between(DmvpnResource asWritten, Model edited, ModelPairs pairs) throws NotLocalException {
        ClauseChanges changes = new ClauseChanges(asWritten, pairs);
        changes.compare(edited, asWritten.model());
        changes.changes.sort(Comparator.comparingInt(Change::offset));
        return changes;
    }

    /** The replacements, in the order of the text. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** What was taken out with all that is in it, comments included. */
    List<Span> removed() {
        return List.copyOf(removed);
    }

    private void compare(EObject now, EObject then) throws NotLocalException {
        if (now.eClass() != then.eClass()) {
            changeKind((NamedElement) now, then);
        }
        compareValues(now, then);
        for (EReference containment : now.eClass().getEAllContainments()) {
            if (containment.isMany()) {
                compareLists(now, then, containment);
            } else {
                compareChild(now, then, containment);
            }
        }
    }

    private void changeKind(NamedElement now, EObject then) {
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(then).getLeafNodes()) {
            if (!leaf.isHidden()) {
                changes.add(new Change(leaf.getOffset(), leaf.getLength(), Kind.keyword(now)));
                return;
            }
        }
    }

    // ---------------------------------------------------------------- values

    private void compareValues(EObject now, EObject then) throws NotLocalException {
        List<EStructuralFeature> added = new ArrayList<>();
        List<EStructuralFeature> unset = new ArrayList<>();
        for (EStructuralFeature feature : now.eClass().getEAllStructuralFeatures()) {
            if (feature instanceof EAttribute && feature.isMany() && !now.eGet(feature).equals(then.eGet(feature))) {
                throw new NotLocalException("The list " + feature.getName() + " changed");
            }
            if (isSingleValue(feature) && !phrases.value(now, feature).equals(phrases.value(then, feature))) {
                INode written = written(then, feature);
                if (written == null) {
                    added.add(feature);
                } else if (phrases.value(now, feature).isEmpty()) {
                    unset.add(feature);
                } else {
                    replace(written, now, then, feature);
                }
            }
        }
        replaceAlternatives(now, then, added, unset);
        removeSettings(then, unset);
        addSettings(now, then, added);
    }

    private static boolean isSingleValue(EStructuralFeature feature) {
        return !feature.isMany() && (feature instanceof EAttribute
                || feature instanceof EReference reference && !reference.isContainment() && !reference.isContainer());
    }

    private static INode written(EObject then, EStructuralFeature feature) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(then, feature);
        return nodes.isEmpty() ? null : nodes.getLast();
    }

    private void replace(INode written, EObject now, EObject then, EStructuralFeature feature) throws NotLocalException {
        changes.add(new Change(written.getOffset(), written.getLength(), phrases.written(now, assignment(then, feature))));
    }

    private Assignment assignment(EObject then, EStructuralFeature feature) throws NotLocalException {
        return phrases.assignment(then.eClass(), feature)
                .orElseThrow(() -> new NotLocalException("The grammar has no place for " + feature.getName()));
    }

    /** One of several words that may stand in one place, such as {@code dhcp} and an address, gives way to another. */
    private void replaceAlternatives(EObject now, EObject then, List<EStructuralFeature> added, List<EStructuralFeature> unset)
            throws NotLocalException {
        for (EStructuralFeature gone : List.copyOf(unset)) {
            Optional<Alternatives> choice = choice(assignment(then, gone));
            for (EStructuralFeature come : List.copyOf(added)) {
                if (choice.isPresent() && choice.equals(choice(assignment(then, come)))) {
                    INode written = written(then, gone);
                    changes.add(new Change(written.getOffset(), written.getLength(), phrases.written(now, assignment(then, come))));
                    unset.remove(gone);
                    added.remove(come);
                }
            }
        }
    }

    private static Optional<Alternatives> choice(Assignment assignment) {
        EObject parent = assignment.eContainer();
        return parent instanceof Alternatives choice && choice.getCardinality() == null ? Optional.of(choice) : Optional.empty();
    }

    private void removeSettings(EObject then, List<EStructuralFeature> unset) throws NotLocalException {
        ElementText element = ElementText.of(then).orElseThrow(() -> new NotLocalException("There is no text"));
        Set<Span> settings = new LinkedHashSet<>();
        for (EStructuralFeature feature : unset) {
            if (element.needs(feature)) {
                throw new NotLocalException(feature.getName() + " cannot be left out");
            }
            element.settingWith(feature).ifPresent(settings::add);
        }
        for (Span setting : settings) {
            if (settings.stream().noneMatch(other -> other != setting && other.start() <= setting.start()
                    && other.end() >= setting.end())) {
                changes.add(element.removing(setting));
            }
        }
    }

    private void addSettings(EObject now, EObject then, List<EStructuralFeature> added) throws NotLocalException {
        ElementText element = ElementText.of(then).orElseThrow(() -> new NotLocalException("There is no text"));
        Set<String> settings = new LinkedHashSet<>();
        for (EStructuralFeature feature : added) {
            settings.add(phrases.setting(now, assignment(then, feature)));
        }
        for (String setting : settings) {
            changes.add(element.adding(setting));
        }
    }

    // ---------------------------------------------------------------- children

    private void compareChild(EObject now, EObject then, EReference containment) throws NotLocalException {
        EObject child = (EObject) now.eGet(containment);
        EObject before = (EObject) then.eGet(containment);
        if (child == null && before == null) {
            return;
        }
        if (child == null || before == null || pairs.before(child).orElse(null) != before) {
            throw new NotLocalException("What " + containment.getName() + " is changed");
        }
        compare(child, before);
    }

    private void compareLists(EObject now, EObject then, EReference list) throws NotLocalException {
        List<EObject> children = children(now, list);
        List<EObject> before = children(then, list);
        Set<EObject> kept = new LinkedHashSet<>();
        for (EObject child : children) {
            Optional<EObject> was = pairs.before(child).filter(each -> each.eContainer() == then);
            if (was.isPresent()) {
                kept.add(was.get());
                compare(child, was.get());
            }
        }
        if (!before.stream().filter(kept::contains).toList().equals(List.copyOf(kept))) {
            throw new NotLocalException("The order of " + list.getName() + " changed");
        }
        if (kept.size() == before.size() && kept.size() == children.size()) {
            return;
        }
        ListChanges ofList = new ListChanges(text, pairs, phrases, newElements);
        ofList.compare(now, then, list, kept);
        changes.addAll(ofList.changes());
        removed.addAll(ofList.removed());
    }

    @SuppressWarnings("unchecked")
    static List<EObject> children(EObject owner, EReference list) {
        return (List<EObject>) owner.eGet(list);
    }
}
