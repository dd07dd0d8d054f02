package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText;
import dmvpn.dsl.ide.document.ElementText.Span;
import dmvpn.dsl.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The replacements for a list of which some members came or went: the elements of a file, clauses, or words with commas. */
final class ListChanges {

    private final String text;
    private final WrittenText lines;
    private final ModelPairs pairs;
    private final Phrases phrases;
    private final NewElementText newElements;
    private final List<Change> changes = new ArrayList<>();
    private final List<Span> removed = new ArrayList<>();

    ListChanges(String text, ModelPairs pairs, Phrases phrases, NewElementText newElements) {
        this.text = text;
        this.lines = new WrittenText(text);
        this.pairs = pairs;
        this.phrases = phrases;
        this.newElements = newElements;
    }

    List<Change> changes() {
        return changes;
    }

    List<Span> removed() {
        return removed;
    }

    /**
     * Compares a list.
     *
     * @param kept those of its members before that are still there
     */
    void compare(EObject now, EObject then, EReference list, Set<EObject> kept) throws NotLocalException {
        List<EObject> gone = ClauseChanges.children(then, list).stream().filter(child -> !kept.contains(child)).toList();
        for (EObject child : gone) {
            removed.add(span(child));
        }
        if (then instanceof Model) {
            gone.forEach(child -> changes.add(lines.withoutElement(span(child).start(), span(child).end())));
            insertElements(now, list);
        } else if (hasCommas(then, list)) {
            rewrite(now, then, list, kept);
        } else {
            for (EObject child : gone) {
                ElementText written = ElementText.of(child).orElseThrow(() -> new NotLocalException("There is no text"));
                changes.add(written.removing(written.whole()));
            }
            insertClauses(now, then, list);
        }
    }

    private Span span(EObject written) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(written);
        return new Span(node.getOffset(), node.getEndOffset(), text.substring(node.getOffset(), node.getEndOffset()));
    }

    private boolean hasCommas(EObject then, EReference list) {
        Optional<Assignment> assignment = phrases.assignment(then.eClass(), list);
        return assignment.isPresent() && assignment.get().eContainer() instanceof Group group
                && GrammarUtil.containedKeywords(group).stream().anyMatch(keyword -> keyword.getValue().equals(","));
    }

    // ---------------------------------------------------------------- elements

    private void insertElements(EObject now, EReference list) {
        EObject anchor = null;
        List<String> pending = new ArrayList<>();
        for (EObject child : ClauseChanges.children(now, list)) {
            Optional<EObject> before = pairs.before(child);
            if (before.isEmpty()) {
                pending.add(newElements.of(child));
            } else {
                insertElements(anchor, pending, span(before.get()).start());
                anchor = before.get();
            }
        }
        insertElements(anchor, pending, text.length());
    }

    private void insertElements(EObject anchor, List<String> pending, int next) {
        if (!pending.isEmpty()) {
            String elements = String.join("\n\n", pending);
            changes.add(anchor == null ? lines.firstElement(next, elements) : lines.behindElement(span(anchor).end(), elements));
            pending.clear();
        }
    }

    // ---------------------------------------------------------------- clauses

    private void insertClauses(EObject now, EObject then, EReference list) throws NotLocalException {
        EObject anchor = null;
        for (EObject child : ClauseChanges.children(now, list)) {
            Optional<EObject> before = pairs.before(child);
            if (before.isPresent()) {
                anchor = before.get();
            } else {
                changes.add(inserted(then, list, anchor, phrases.fresh(child)));
            }
        }
    }

    /** Behind the one in front of it in its list, or where the grammar has its kind among the other clauses. */
    private Change inserted(EObject then, EReference list, EObject anchor, String clause) throws NotLocalException {
        if (anchor != null) {
            return lines.behindClause(span(anchor).start(), span(anchor).end(), clause);
        }
        List<EReference> order = then.eClass().getEAllContainments();
        int kind = order.indexOf(list);
        EObject last = null;
        EObject first = null;
        for (EObject clauseBefore : then.eContents()) {
            boolean ahead = order.indexOf(clauseBefore.eContainmentFeature()) < kind;
            last = ahead && (last == null || span(clauseBefore).end() > span(last).end()) ? clauseBefore : last;
            first = first == null || span(clauseBefore).start() < span(first).start() ? clauseBefore : first;
        }
        if (last != null) {
            return lines.behindClause(span(last).start(), span(last).end(), clause);
        }
        return first != null ? lines.inFrontOfClause(span(first).start(), clause)
                : ElementText.of(then).orElseThrow(() -> new NotLocalException("There is no text")).adding(clause);
    }

    // ---------------------------------------------------------------- words with commas

    /** Members that are left keep what stands between them; the word in front of the list goes with the last of them. */
    private void rewrite(EObject now, EObject then, EReference list, Set<EObject> kept) throws NotLocalException {
        ElementText owner = ElementText.of(then).orElseThrow(() -> new NotLocalException("There is no text"));
        List<EObject> before = ClauseChanges.children(then, list);
        List<EObject> children = ClauseChanges.children(now, list);
        Assignment assignment = phrases.assignment(then.eClass(), list)
                .orElseThrow(() -> new NotLocalException("The grammar has no place for " + list.getName()));
        if (before.isEmpty()) {
            changes.add(owner.adding(phrases.setting(now, assignment)));
        } else if (children.isEmpty()) {
            if (owner.needs(list)) {
                throw new NotLocalException(list.getName() + " cannot be empty");
            }
            changes.add(owner.removing(owner.settingWith(list).orElseThrow(() -> new NotLocalException("There is no text"))));
        } else if (kept.isEmpty()) {
            int start = span(before.getFirst()).start();
            int end = span(before.getLast()).end();
            changes.add(new Change(start, end - start, String.join(", ", children.stream().map(phrases::fresh).toList())));
        } else {
            removeWords(before, kept);
            insertWords(children);
        }
    }

    private void removeWords(List<EObject> before, Set<EObject> kept) {
        int index = 0;
        while (index < before.size()) {
            if (kept.contains(before.get(index))) {
                index++;
                continue;
            }
            int first = index;
            while (index < before.size() && !kept.contains(before.get(index))) {
                index++;
            }
            // With a comma behind them, or in front of them when they are the last.
            int start = first > 0 && index == before.size() ? span(before.get(first - 1)).end() : span(before.get(first)).start();
            int end = index < before.size() ? span(before.get(index)).start() : span(before.get(index - 1)).end();
            changes.add(new Change(start, end - start, ""));
        }
    }

    private void insertWords(List<EObject> children) {
        for (int index = 0; index < children.size(); index++) {
            if (pairs.before(children.get(index)).isPresent()) {
                continue;
            }
            String word = phrases.fresh(children.get(index));
            Optional<EObject> ahead = index == 0 ? Optional.empty() : previous(children, index);
            if (ahead.isPresent()) {
                changes.add(new Change(span(ahead.get()).end(), 0, ", " + word));
            } else {
                EObject next = children.stream().flatMap(child -> pairs.before(child).stream()).findFirst().orElseThrow();
                changes.add(new Change(span(next).start(), 0, word + ", "));
            }
        }
    }

    private Optional<EObject> previous(List<EObject> children, int index) {
        for (int at = index - 1; at >= 0; at--) {
            Optional<EObject> before = pairs.before(children.get(at));
            if (before.isPresent()) {
                return before;
            }
        }
        return Optional.empty();
    }
}
