package dmvpn.dsl.ide.workspace;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/** Tries edits on copies of documents, to know what they would do before they are made. */
public final class Rehearsal {

    private final Provider<XtextResourceSet> resourceSets;
    private final OperationCanceledManager cancellation;

    /** Created by the language's injector. */
    @Inject
    public Rehearsal(Provider<XtextResourceSet> resourceSets, OperationCanceledManager cancellation) {
        this.resourceSets = resourceSets;
        this.cancellation = cancellation;
    }

    /** A copy of a document and of the files that it imports, as their editors show them. */
    public ModelDocument copyWithImports(ModelDocument document) {
        return copyWithImports(document, document.text());
    }

    /** The same with another text of the document. */
    public ModelDocument copyWithImports(ModelDocument document, String text) {
        XtextResourceSet resources = resourceSets.get();
        Map<DmvpnResource, DmvpnResource> copies = new LinkedHashMap<>();
        document.resource().withImports().forEach(file -> copies.put(file, empty(resources, file)));
        copies.forEach((file, copied) -> {
            if (file != document.resource()) {
                new ModelDocument(file.getURI().toString(), copied, 0, file.text());
            }
        });
        DmvpnResource copied = copies.computeIfAbsent(document.resource(), file -> empty(resources, file));
        return new ModelDocument(document.uri(), copied, document.version(), text);
    }

    /** All copies are there before the first of them is read: what one imports is the other's copy, not what the disk has. */
    private static DmvpnResource empty(XtextResourceSet resources, DmvpnResource original) {
        return (DmvpnResource) resources.createResource(original.getURI());
    }

    /** The message of an error that edits would add to the documents that they change or affect; empty when they add none. */
    public Optional<String> newError(ModelWorkspace workspace, Map<ModelDocument, List<TextEdit>> edits, CancelIndicator cancelled) {
        Map<ModelDocument, String> texts = new LinkedHashMap<>();
        edits.forEach((document, ofDocument) -> texts.put(document, applied(document, ofDocument)));
        List.copyOf(texts.keySet()).forEach(document -> workspace.affectedBy(document)
                .forEach(affected -> texts.putIfAbsent(affected, affected.text())));
        XtextResourceSet resources = resourceSets.get();
        Map<ModelDocument, DmvpnResource> empty = new LinkedHashMap<>();
        texts.keySet().forEach(document -> empty.put(document, empty(resources, document.resource())));
        Map<ModelDocument, ModelDocument> copies = new LinkedHashMap<>();
        texts.forEach((document, text) -> {
            cancellation.checkCanceled(cancelled);
            copies.put(document, new ModelDocument(document.uri(), empty.get(document), document.version(), text));
        });
        if (copies.size() > 1) {
            copies.values().forEach(copy -> copy.resource().relink());
        }
        for (Map.Entry<ModelDocument, ModelDocument> pair : copies.entrySet()) {
            cancellation.checkCanceled(cancelled);
            List<Finding> before = errors(pair.getKey());
            List<Finding> after = errors(pair.getValue());
            Optional<String> added = added(before, after);
            if (added.isPresent()) {
                return added;
            }
        }
        return Optional.empty();
    }

    /**
     * The message of an error of a rule that is broken more often than before. One error may hide others, as a name that is
     * not known hides what the network would do: so their number alone says little.
     */
    private static Optional<String> added(List<Finding> before, List<Finding> after) {
        Map<Rule, Long> known = before.stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        Map<Rule, Long> found = after.stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        Set<String> messages = before.stream().map(Finding::message).collect(Collectors.toSet());
        List<Finding> more = after.stream()
                .filter(finding -> found.get(finding.rule()) > known.getOrDefault(finding.rule(), 0L)).toList();
        return more.stream().filter(finding -> !messages.contains(finding.message())).findFirst()
                .or(() -> more.stream().findFirst()).map(Finding::message);
    }

    /** The errors of a document. */
    public static List<Finding> errors(ModelDocument document) {
        return Analysis.of(document.resource()).findingsIn(document.resource()).stream()
                .filter(Finding::isError)
                .toList();
    }

    /** A document's text with some edits made; edits refer to the text as it is and do not overlap. */
    public static String applied(ModelDocument document, List<TextEdit> edits) {
        List<TextEdit> lastFirst = new ArrayList<>(edits);
        lastFirst.sort(Comparator.comparingInt((TextEdit edit) -> document.lines().offset(edit.getRange().getStart()))
                .reversed());
        StringBuilder text = new StringBuilder(document.text());
        for (TextEdit edit : lastFirst) {
            text.replace(document.lines().offset(edit.getRange().getStart()),
                    document.lines().offset(edit.getRange().getEnd()), edit.getNewText());
        }
        return text.toString();
    }
}
