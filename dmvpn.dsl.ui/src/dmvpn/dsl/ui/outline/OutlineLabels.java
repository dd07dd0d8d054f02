package dmvpn.dsl.ui.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;

/** Name of an element, with its detail in the decoration colour. */
final class OutlineLabels extends DelegatingStyledCellLabelProvider {

    OutlineLabels(SymbolImages images) {
        super(new Labels(images));
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        private final SymbolImages images;

        Labels(SymbolImages images) {
            this.images = images;
        }

        @Override
        public StyledString getStyledText(Object element) {
            DocumentSymbol symbol = ((OutlineNode) element).symbol();
            StyledString text = new StyledString(symbol.getName());
            if (symbol.getDetail() != null && !symbol.getDetail().isBlank()) {
                text.append(" " + symbol.getDetail(), StyledString.DECORATIONS_STYLER);
            }
            return text;
        }

        @Override
        public Image getImage(Object element) {
            return images.of(((OutlineNode) element).symbol());
        }
    }
}
