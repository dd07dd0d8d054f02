package dmvpn.dsl.ide.workspace;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Tries edits on copies of documents, to know what they would do before they are made. */
public final class Rehearsal {

    private final Provider<XtextResourceSet> resourceSets;

    /** Created by the language's injector. */
    @Inject
    public Rehearsal(Provider<XtextResourceSet> resourceSets) {
        this.resourceSets = resourceSets;
    }

    /** A copy of a document and of the files that it imports, as their editors show them. */
    public ModelDocument copyWithImports(ModelDocument document) {
        return copyWithImports(document, document.text());
    }

    /** The same with another text of the document. */
    public ModelDocument copyWithImports(ModelDocument document, String text) {
        XtextResourceSet resources = resourceSets.get();
        for (DmvpnResource file : document.resource().withImports()) {
            if (file != document.resource()) {
                DmvpnResource copied = (DmvpnResource) resources.createResource(file.getURI());
                new ModelDocument(file.getURI().toString(), copied, 0, file.text());
            }
        }
        return copy(resources, document, text);
    }

    private static ModelDocument copy(XtextResourceSet resources, ModelDocument document, String text) {
        URI uri = document.resource().getURI();
        DmvpnResource resource = (DmvpnResource) resources.createResource(uri);
        return new ModelDocument(document.uri(), resource, document.version(), text);
    }

    /** The message of an error that edits would add to the documents that they change or affect; empty when they add none. */
    public Optional<String> newError(ModelWorkspace workspace, Map<ModelDocument, List<TextEdit>> edits) {
        Map<ModelDocument, String> texts = new LinkedHashMap<>();
        edits.forEach((document, ofDocument) -> texts.put(document, applied(document, ofDocument)));
        List.copyOf(texts.keySet()).forEach(document -> workspace.affectedBy(document)
                .forEach(affected -> texts.putIfAbsent(affected, affected.text())));
        XtextResourceSet resources = resourceSets.get();
        Map<ModelDocument, ModelDocument> copies = new LinkedHashMap<>();
        texts.forEach((document, text) -> copies.put(document, copy(resources, document, text)));
        if (copies.size() > 1) {
            copies.values().forEach(copy -> copy.resource().relink());
        }
        for (Map.Entry<ModelDocument, ModelDocument> pair : copies.entrySet()) {
            List<Finding> before = errors(pair.getKey());
            List<Finding> after = errors(pair.getValue());
            if (after.size() > before.size()) {
                return Optional.of(added(before, after));
            }
        }
        return Optional.empty();
    }

    private static String added(List<Finding> before, List<Finding> after) {
        Map<String, Long> known = before.stream().collect(Collectors.groupingBy(Finding::message, Collectors.counting()));
        for (Finding finding : after) {
            if (known.merge(finding.message(), -1L, Long::sum) < 0) {
                return finding.message();
            }
        }
        return after.getLast().message();
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
