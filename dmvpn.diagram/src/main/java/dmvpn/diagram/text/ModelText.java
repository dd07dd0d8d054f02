package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.xtext.ide.serializer.IChangeSerializer;
import org.eclipse.xtext.ide.serializer.ITextDocumentChange;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The text of a model while it is edited. An edit is made on a copy, so that the model that editors show is what its text
 * says at every time, and the replacements for the text are proved before anybody gets them: the text that they make is
 * parsed and has to say what the edited copy says, with all comments where they were.
 */
public final class ModelText {

    private final DmvpnResource resource;
    private final ModelDocument document;
    private final Rehearsal rehearsal;

    /** @param resource text and model as they are; neither is changed */
    public ModelText(DmvpnResource resource) {
        this.resource = resource;
        this.document = ModelDocument.imported(resource.getURI() == null ? "" : resource.getURI().toString(), resource);
        this.rehearsal = resource.getResourceServiceProvider().get(Rehearsal.class);
    }

    /**
     * What an edit gave.
     *
     * @param text the replacements
     * @param result what the edit said
     */
    public record Edited<T>(ChangedText text, T result) {
    }

    /**
     * Changes settings and clauses.
     *
     * @param edit changes the copy that it is given
     * @throws UnwritableException when the text cannot be made to say the same
     */
    public <T> Edited<T> change(Function<Model, T> edit) throws UnwritableException {
        DmvpnResource asWritten = rehearsal.copyWithImports(document).resource();
        DmvpnResource copy = rehearsal.copyWithImports(document).resource();
        ModelPairs pairs = ModelPairs.of(asWritten.model(), copy.model());
        T result = edit.apply(copy.model());
        ChangedText changed;
        try {
            ClauseChanges changes = ClauseChanges.between(asWritten, copy.model(), pairs);
            changed = new ChangedText(asWritten.text(), changes.changes(), changes.removed());
        } catch (NotLocalException notLocal) {
            throw new UnwritableException("The text cannot say this in a single place (" + notLocal.getMessage()
                    + "): write it in the text");
        }
        prove(changed, copy.model());
        return new Edited<>(changed, result);
    }

    /**
     * Changes values and names that the text has already, by Xtext's change serializer: it also follows the references to
     * what is renamed.
     *
     * @param edit changes the copy that it is given
     * @return the replacements; empty when they would not make the text say the same
     */
    public Optional<ChangedText> changeValues(Consumer<Model> edit) {
        DmvpnResource copy = rehearsal.copyWithImports(document).resource();
        IChangeSerializer serializer = resource.getResourceServiceProvider().get(IChangeSerializer.class);
        serializer.setUpdateCrossReferences(true);
        serializer.addModification(copy, changing -> edit.accept(copy.model()));
        List<Change> changes = new ArrayList<>();
        serializer.applyModifications(change -> {
            if (change instanceof ITextDocumentChange text && change.getResource() == copy) {
                text.getReplacements().forEach(each ->
                        changes.add(new Change(each.getOffset(), each.getLength(), each.getReplacementText())));
            }
        });
        changes.sort(Comparator.comparingInt(Change::offset));
        ChangedText changed = new ChangedText(resource.text(), changes, List.of());
        try {
            prove(changed, copy.model());
            return Optional.of(changed);
        } catch (UnwritableException incomplete) {
            return Optional.empty();
        }
    }

    private void prove(ChangedText changed, Model edited) throws UnwritableException {
        refuseBrokenPlace(changed);
        if (!changed.isOrderly()) {
            throw new UnwritableException("Two changes of this edit meet in one place: write it in the text");
        }
        String after = changed.after();
        DmvpnResource read = rehearsal.copyWithImports(document, after).resource();
        Optional<String> difference = SameModel.difference(read.model(), edited);
        if (difference.isPresent()) {
            throw new UnwritableException("The text would say something else (" + difference.get() + "): write it in the text");
        }
        if (syntaxErrors(read) > syntaxErrors(resource)) {
            throw new UnwritableException("The text would not be readable any more: write it in the text");
        }
        if (!Comments.of(read.getParseResult().getRootNode(), List.of())
                .equals(Comments.of(resource.getParseResult().getRootNode(), changed.removed()))) {
            throw new UnwritableException("A comment stands where the text would change: write it in the text");
        }
    }

    private static long syntaxErrors(DmvpnResource read) {
        return StreamSupport.stream(read.getParseResult().getSyntaxErrors().spliterator(), false).count();
    }

    /** What the parser made of a broken element need not be what its author meant. */
    private void refuseBrokenPlace(ChangedText changed) throws UnwritableException {
        for (INode error : resource.getParseResult().getSyntaxErrors()) {
            int start = 0;
            int end = changed.before().length() + 1;
            for (Element element : resource.model().getElements()) {
                int offset = NodeModelUtils.findActualNodeFor(element).getOffset();
                start = offset <= error.getOffset() ? offset : start;
                end = offset > error.getOffset() ? Math.min(offset, end) : end;
            }
            for (Change change : changed.changes()) {
                if (change.offset() < end && (change.offset() > start || change.offset() + change.length() > start)) {
                    int line = NodeModelUtils.getLineAndColumn(error, error.getOffset()).getLine();
                    throw new UnwritableException("Line " + line + " cannot be read ("
                            + error.getSyntaxErrorMessage().getMessage() + "): mend it first");
                }
            }
        }
    }
}
