package dmvpn.dsl.ide.rename;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.occurrences.Occurrence;
import dmvpn.dsl.ide.occurrences.Occurrences;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import dmvpn.dsl.scenario.FlowAction;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.syntax.KeywordEscape;
import dmvpn.dsl.words.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Renames what the name at a position means, in all files. A name that would be wrong is refused: before anything is
 * changed the renaming is rehearsed on copies, and an error that it would add is the reason to refuse it.
 */
public final class RenameService {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Occurrences occurrences;
    private final KeywordEscape escape;
    private final DmvpnGrammarAccess grammar;
    private final Rehearsal rehearsal;

    /** Created by the language's injector. */
    @Inject
    public RenameService(Occurrences occurrences, KeywordEscape escape, DmvpnGrammarAccess grammar,
            Rehearsal rehearsal) {
        this.occurrences = occurrences;
        this.escape = escape;
        this.grammar = grammar;
        this.rehearsal = rehearsal;
    }

    /**
     * The name at a position, for an editor to ask for another.
     *
     * @throws RenameException when nothing there can be renamed
     */
    public PrepareRenameResult prepare(ModelDocument document, Position position) throws RenameException {
        Occurrence name = nameAt(document, position);
        return new PrepareRenameResult(name.range(), Occurrences.name(name));
    }

    /**
     * The edits that rename.
     *
     * @throws RenameException when nothing there can be renamed, or the new name is none or taken
     */
    public WorkspaceEdit rename(ModelWorkspace workspace, ModelDocument document, Position position, String newName,
            CancelIndicator cancelled) throws RenameException {
        Occurrence name = nameAt(document, position);
        String old = Occurrences.name(name);
        if (!NAME.matcher(newName).matches()) {
            throw new RenameException("'" + Shown.of(newName)
                    + "' is no name: use letters, digits, '-' and '_', starting with a letter");
        }
        List<Occurrence> places = occurrences.of(name.target(), workspace.documentsAnd(name.target().eResource(), cancelled), cancelled);
        if (newName.equals(old) || places.isEmpty()) {
            return new WorkspaceEdit(Map.of());
        }
        refuseTaken(name.target(), places, newName);
        Map<ModelDocument, List<TextEdit>> edits = new LinkedHashMap<>();
        String written = written(name.target(), newName);
        for (Occurrence place : places) {
            edits.computeIfAbsent(place.document(), each -> new ArrayList<>()).add(new TextEdit(place.range(), written));
        }
        Optional<String> error = rehearsal.newError(workspace, edits, cancelled);
        if (error.isPresent()) {
            throw new RenameException("'" + newName + "' cannot be used: " + error.get());
        }
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        edits.forEach((changed, ofDocument) -> changes.put(changed.uri(), ofDocument));
        return new WorkspaceEdit(changes);
    }

    private Occurrence nameAt(ModelDocument document, Position position) throws RenameException {
        Occurrence name = occurrences.at(document, document.lines().offset(position))
                .orElseThrow(() -> new RenameException("There is no name here that can be changed"));
        if (name.target() instanceof PingAction ping && ping.getName() == null) {
            throw new RenameException("This ping has no name of its own: write one behind 'ping' where it is sent");
        }
        return name;
    }

    /** A file that uses the name may know more names than the one that declares it. */
    private static void refuseTaken(EObject target, List<Occurrence> places, String newName) throws RenameException {
        if (target instanceof NamedElement named) {
            Kind kind = Kind.of(named);
            if (places.stream().anyMatch(place -> place.document().resource().names().find(kind, newName).isPresent())) {
                throw new RenameException("Another " + kind.label() + " is called " + newName);
            }
        }
    }

    /** Where a name may be any word but some keywords, those are escaped; that of a ping or flow may be no keyword at all. */
    private String written(EObject target, String name) {
        boolean keyword = GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(name);
        boolean wordOnly = target instanceof PingAction || target instanceof FlowAction;
        return escape.isReserved(name) || keyword && wordOnly ? "^" + name : name;
    }
}
