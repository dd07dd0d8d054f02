package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.ModelEditor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** The places of a name. Editors mark them as long as the result is shown. */
public final class ReferenceResult extends AbstractTextSearchResult implements IEditorMatchAdapter, IFileMatchAdapter {

    private final ReferenceQuery query;

    ReferenceResult(ReferenceQuery query) {
        this.query = query;
    }

    @Override
    public String getLabel() {
        int count = getMatchCount();
        return query.getLabel() + ": " + count + (count == 1 ? " place" : " places");
    }

    @Override
    public String getTooltip() {
        return getLabel();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_OBJ_ELEMENT);
    }

    @Override
    public ISearchQuery getQuery() {
        return query;
    }

    @Override
    public IEditorMatchAdapter getEditorMatchAdapter() {
        return this;
    }

    @Override
    public IFileMatchAdapter getFileMatchAdapter() {
        return this;
    }

    @Override
    public boolean isShownInEditor(Match match, IEditorPart editor) {
        return isIn(editor).test(((ReferenceLine) match.getElement()).document());
    }

    @Override
    public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
        return matches(isIn(editor));
    }

    @Override
    public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
        URI location = file.getLocationURI();
        return matches(document -> isSame(document, location));
    }

    @Override
    public IFile getFile(Object element) {
        return element instanceof ReferenceLine line ? line.file().orElse(null) : null;
    }

    private static Predicate<URI> isIn(IEditorPart editor) {
        return ModelEditor.of(editor).filter(shown -> shown.text().isPresent())
                .<Predicate<URI>>map(shown -> document -> isSame(document, shown.uri())).orElse(document -> false);
    }

    /** The server may write a file's address with an empty host ({@code file:///}), the platform writes none. */
    private static boolean isSame(URI one, URI other) {
        return other != null && one.getPath() != null && one.getPath().equals(other.getPath());
    }

    private Match[] matches(Predicate<URI> wanted) {
        List<Match> matches = new ArrayList<>();
        for (Object element : getElements()) {
            if (wanted.test(((ReferenceLine) element).document())) {
                matches.addAll(List.of(getMatches(element)));
            }
        }
        return matches.toArray(Match[]::new);
    }
}
