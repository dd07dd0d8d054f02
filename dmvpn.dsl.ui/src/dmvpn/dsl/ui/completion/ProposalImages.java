package dmvpn.dsl.ui.completion;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

/** Icons of proposals; they live as long as the workbench, as the popups that show them come and go. */
final class ProposalImages {

    private ProposalImages() {
    }

    /** The icon of a kind of proposal. On the UI thread only. */
    static Image of(CompletionItemKind kind) {
        String name = "proposal-" + switch (kind == null ? CompletionItemKind.Text : kind) {
            case Snippet -> "template";
            case Reference -> "reference";
            case Value -> "value";
            default -> "word";
        };
        ImageRegistry images = JFaceResources.getImageRegistry();
        String key = ProposalImages.class.getName() + '/' + name;
        if (images.getDescriptor(key) == null) {
            URL file = FrameworkUtil.getBundle(ProposalImages.class).getEntry("icons/" + name + ".svg");
            images.put(key, ImageDescriptor.createFromURL(file));
        }
        return images.get(key);
    }
}
