package dmvpn.app.diagram;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.glsp.DiagramFixes;
import dmvpn.diagram.glsp.OfferedFix;
import dmvpn.diagram.notation.ProblemDecorations;
import dmvpn.diagram.notation.ProblemMark;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.quickfix.FindingActions;
import dmvpn.dsl.ide.quickfix.FindingActions.FindingAction;
import dmvpn.dsl.ide.quickfix.FixRefusedException;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The quick fixes of text editors, at the elements that a diagram shows. */
public final class DrawnFixes implements DiagramFixes {

    private final DrawnText drawn;
    private final MendableText text;
    /** Made at once and beside what else begins: it takes most of a second, and nobody wants to wait for a menu. */
    private final CompletableFuture<FindingActions> actions = CompletableFuture.supplyAsync(
            () -> new DmvpnIdeSetup().createInjector().getInstance(FindingActions.class));

    /**
     * Fixes of a text.
     *
     * @param drawn what is drawn of the text
     * @param text where fixes are made
     */
    public DrawnFixes(DrawnText drawn, MendableText text) {
        this.drawn = drawn;
        this.text = text;
    }

    @Override
    public synchronized List<OfferedFix> offers(String elementId) {
        DrawnText.Shown shown = drawn.shown();
        return shown.staleBecause().isEmpty() ? possible(shown, elementId).stream().map(Possible::offer).toList() : List.of();
    }

    @Override
    public synchronized void apply(String elementId, String fixId) {
        DrawnText.Shown shown = drawn.shown();
        DmvpnResource resource = shown.editable();
        Possible chosen = possible(shown, elementId).stream().filter(each -> each.offer().id().equals(fixId)).findFirst()
                .orElseThrow(() -> new EditRefusedException(
                        "This quick fix does not fit any more: the text has changed since it was offered. Nothing was changed"));
        try {
            List<Change> changes = new ArrayList<>(actions.join().changes(document(resource), chosen.action()));
            changes.sort(Comparator.comparingInt(Change::offset));
            text.change(chosen.action().title(), shown.text(), changes);
        } catch (FixRefusedException noHelp) {
            throw new EditRefusedException(noHelp.getMessage());
        }
    }

    /** An action and what it is offered as. */
    private record Possible(OfferedFix offer, FindingAction action) {
    }

    /** The texts of problems name what they are about, so they tell alike fixes apart wherever the text has moved meanwhile. */
    private List<Possible> possible(DrawnText.Shown shown, String elementId) {
        if (shown.drawn().isEmpty() || shown.loaded().flatMap(loaded -> loaded.resource()).isEmpty()) {
            return List.of();
        }
        DmvpnResource resource = shown.loaded().get().resource().get();
        List<Possible> possible = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        for (ProblemMark mark : ProblemDecorations.of(shown.drawn().get(), resource).getOrDefault(elementId, List.of())) {
            for (FindingAction action : actions.join().of(document(resource), mark.rule(), mark.offset(), mark.length())) {
                String problem = mark.message() + " [" + mark.rule() + "]";
                String what = action.title() + "\n" + problem;
                possible.add(new Possible(new OfferedFix(what + "\n" + alike.merge(what, 1, Integer::sum), action.title(), problem),
                        action));
            }
        }
        return possible;
    }

    private static ModelDocument document(DmvpnResource resource) {
        return ModelDocument.imported(resource.getURI().toString(), resource);
    }
}
