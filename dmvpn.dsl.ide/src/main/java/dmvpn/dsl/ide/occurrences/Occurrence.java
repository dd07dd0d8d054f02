package dmvpn.dsl.ide.occurrences;

import dmvpn.dsl.ide.document.ModelDocument;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;

/**
 * A name as it is written in one place.
 *
 * @param document document of the place
 * @param target what the name means: its declaration, of a family the one that references mean
 * @param offset characters before the name
 * @param length characters of the name as written
 * @param declaration true where the name is declared, false where it is used
 */
public record Occurrence(ModelDocument document, EObject target, int offset, int length, boolean declaration) {

    /** The name as it is written. */
    public String text() {
        return document.text().substring(offset, offset + length);
    }

    /** The place within its document. */
    public Range range() {
        return document.lines().range(offset, length);
    }

    /** The place. */
    public Location location() {
        return new Location(document.uri(), range());
    }
}
