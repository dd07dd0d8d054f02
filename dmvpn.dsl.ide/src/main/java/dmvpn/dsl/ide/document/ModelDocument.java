package dmvpn.dsl.ide.document;

import dmvpn.dsl.resource.DmvpnResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.resource.XtextResource;

/**
 * An open document: its text and the live resource that follows each edit. The resource is updated in place, so that
 * the parser keeps what an edit does not touch.
 */
public final class ModelDocument {

    private final String uri;
    private final DmvpnResource resource;
    private int version;
    private String text;
    private DocumentLines lines;

    /**
     * @param uri the client's name of the document
     * @param resource an empty resource
     * @param version version of the client
     * @param text the text
     */
    public ModelDocument(String uri, DmvpnResource resource, int version, String text) {
        this(uri, version, text, resource);
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    private ModelDocument(String uri, int version, String text, DmvpnResource resource) {
        this.uri = uri;
        this.version = version;
        this.text = text;
        this.resource = resource;
    }

    /** A document that no editor shows and that was read already, because another one imports it. */
    public static ModelDocument imported(String uri, DmvpnResource resource) {
        return new ModelDocument(uri, 0, resource.text(), resource);
    }

    /** Applies the client's edits, in their order. */
    public void change(int newVersion, List<TextDocumentContentChangeEvent> changes) {
        for (TextDocumentContentChangeEvent change : changes) {
            int start = change.getRange() == null ? 0 : lines().offset(change.getRange().getStart());
            int end = change.getRange() == null ? text.length() : lines().offset(change.getRange().getEnd());
            resource.update(start, end - start, change.getText());
            text = text.substring(0, start) + change.getText() + text.substring(end);
            lines = null;
        }
        version = newVersion;
    }

    /** The client's name of the document. */
    public String uri() {
        return uri;
    }

    /** Version of the client that text and resource have. */
    public int version() {
        return version;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** The parsed model. */
    public DmvpnResource resource() {
        return resource;
    }

    /** The lines of the text. */
    public DocumentLines lines() {
        if (lines == null) {
            lines = new DocumentLines(text);
        }
        return lines;
    }
}
