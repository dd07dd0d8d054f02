package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.Places;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Files with their projects and counts; lines with the name in the platform's colour of matches. */
final class ReferenceLabels extends DelegatingStyledCellLabelProvider {

    ReferenceLabels(Control owner, AbstractTextSearchViewPage page) {
        super(new Labels(owner, page));
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        /** The background that the platform's own text search gives to what it found. */
        private static final String MATCH_COLOUR = "org.eclipse.search.ui.match.highlight";
        private static final Styler MATCH = StyledString.createColorRegistryStyler(null, MATCH_COLOUR);

        private final ResourceManager resources;
        private final AbstractTextSearchViewPage page;

        Labels(Control owner, AbstractTextSearchViewPage page) {
            this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
            this.page = page;
        }

        @Override
        public StyledString getStyledText(Object element) {
            return element instanceof ReferenceLine line ? line(line) : file((URI) element);
        }

        private StyledString line(ReferenceLine line) {
            StyledString text = new StyledString(line.number() + ": ", StyledString.QUALIFIER_STYLER);
            int start = text.length();
            text.append(line.text());
            Match[] matches = page.getDisplayedMatches(line);
            Arrays.sort(matches, Comparator.comparingInt(Match::getOffset));
            for (Match match : matches) {
                int column = ((ReferenceMatch) match).column();
                if (column + match.getLength() <= line.text().length()) {
                    text.setStyle(start + column, match.getLength(), MATCH);
                }
            }
            return text;
        }

        private StyledString file(URI document) {
            String path = Places.file(document).map(file -> file.getParent().getFullPath().makeRelative().toString())
                    .orElseGet(() -> String.valueOf(Path.of(document).getParent()));
            int count = page.getDisplayedMatchCount(document);
            return new StyledString(Path.of(document).getFileName().toString())
                    .append(" - " + path, StyledString.QUALIFIER_STYLER)
                    .append(count == 1 ? " (1 place)" : " (" + count + " places)", StyledString.COUNTER_STYLER);
        }

        @Override
        public Image getImage(Object element) {
            if (element instanceof ReferenceLine) {
                return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_ELEMENT);
            }
            return ResourceLocator.imageDescriptorFromBundle(ReferenceLabels.class, "icons/model.svg")
                    .map((ImageDescriptor icon) -> (Image) resources.create(icon)).orElse(null);
        }
    }
}
