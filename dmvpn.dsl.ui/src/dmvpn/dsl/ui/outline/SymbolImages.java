package dmvpn.dsl.ui.outline;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;

/** The icons of the outline, given back with the control that shows them. */
final class SymbolImages {

    private final ResourceManager resources;

    SymbolImages(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The icon of a symbol. */
    Image of(DocumentSymbol symbol) {
        URL file = FrameworkUtil.getBundle(SymbolImages.class).getEntry("icons/" + name(symbol) + ".svg");
        return resources.create(ImageDescriptor.createFromURL(file));
    }

    private static String name(DocumentSymbol symbol) {
        return switch (symbol.getKind()) {
            case Namespace -> "network";
            case Interface -> "transport";
            case Key -> "crypto";
            case Package -> "cloud";
            case Class -> "hub".equals(symbol.getDetail()) ? "hub" : "spoke";
            case Event -> "scenario";
            default -> "part";
        };
    }
}
