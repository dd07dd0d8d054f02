package dmvpn.dsl.ui.completion;

import dmvpn.dsl.ui.images.BundleImages;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.swt.graphics.Image;

/** Icons of proposals. */
final class ProposalImages {

    private ProposalImages() {
    }

    /** The icon of a kind of proposal. On the UI thread only. */
    static Image of(CompletionItemKind kind) {
        return BundleImages.of("proposal-" + switch (kind == null ? CompletionItemKind.Text : kind) {
            case Snippet -> "template";
            case Reference -> "reference";
            case Value -> "value";
            default -> "word";
        });
    }
}
