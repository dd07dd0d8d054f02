package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.Places;
import java.net.URI;
import java.util.Optional;
import org.eclipse.core.resources.IFile;

/**
 * A line in which a name is written, once or more often.
 *
 * @param document where the line is
 * @param number its number, from 1
 * @param text what it says, without the space around it
 */
record ReferenceLine(URI document, int number, String text) {

    /** The file of the workspace that has the line; empty for one outside of all projects. */
    Optional<IFile> file() {
        return Places.file(document);
    }
}
