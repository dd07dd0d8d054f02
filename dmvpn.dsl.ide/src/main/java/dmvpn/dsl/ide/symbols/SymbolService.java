package dmvpn.dsl.ide.symbols;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ScenarioDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.util.ITextRegion;

/** The elements of a document as a tree: what the outline shows. */
public final class SymbolService {

    private final ILocationInFileProvider locations;

    /** Created by the language's injector. */
    @Inject
    public SymbolService(ILocationInFileProvider locations) {
        this.locations = locations;
    }

    /** The elements in the order of the text. An element that is not complete yet is shown with what it has. */
    public List<DocumentSymbol> symbols(ModelDocument document) {
        if (document.resource().getContents().isEmpty()
                || !(document.resource().getContents().get(0) instanceof Model model)) {
            return List.of();
        }
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (Element element : model.getElements()) {
            symbol(document, element).ifPresent(symbols::add);
        }
        return symbols;
    }

    private Optional<DocumentSymbol> symbol(ModelDocument document, Element element) {
        return switch (element) {
            case NetworkDeclaration network -> entry(document, network, network.getName(), "network",
                    SymbolKind.Namespace, List.of());
            case PlatformDeclaration platform -> entry(document, platform, platform.getVendor(), "platform",
                    SymbolKind.Constant, List.of());
            case TransportDeclaration transport -> entry(document, transport, transport.getName(), "transport",
                    SymbolKind.Interface, List.of());
            case CryptoDeclaration crypto -> entry(document, crypto, crypto.getName(), "crypto",
                    SymbolKind.Key, List.of());
            case CloudDeclaration cloud -> entry(document, cloud, cloud.getName(), cloudDetail(cloud),
                    SymbolKind.Package, List.of());
            case RouterDeclaration router -> entry(document, router, routerName(router),
                    router instanceof HubDeclaration ? "hub" : "spoke", SymbolKind.Class, parts(document, router));
            case ScenarioDeclaration scenario -> entry(document, scenario, scenario.getName(), "scenario",
                    SymbolKind.Event, List.of());
            default -> Optional.empty();
        };
    }

    private List<DocumentSymbol> parts(ModelDocument document, RouterDeclaration router) {
        List<DocumentSymbol> parts = new ArrayList<>();
        for (WanClause wan : router.getWans()) {
            entry(document, wan, "wan", text(wan, ModelPackage.Literals.WAN_CLAUSE__TRANSPORT), SymbolKind.Field,
                    List.of()).ifPresent(parts::add);
        }
        for (LanClause lan : router.getLans()) {
            entry(document, lan, "lan", lan.getPrefix(), SymbolKind.Field, List.of()).ifPresent(parts::add);
        }
        for (JoinClause join : router.getJoins()) {
            entry(document, join, "join", text(join, ModelPackage.Literals.JOIN_CLAUSE__CLOUD), SymbolKind.Field,
                    List.of()).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<DocumentSymbol> entry(ModelDocument document, EObject element, String name, String detail,
            SymbolKind kind, List<DocumentSymbol> children) {
        if (NodeModelUtils.findActualNodeFor(element) == null) {
            return Optional.empty();
        }
        Range all = range(document, locations.getFullTextRegion(element));
        Range selection = range(document, locations.getSignificantTextRegion(element));
        // The protocol refuses a symbol without a name.
        String shown = name == null || name.isBlank() ? "(unnamed)" : name;
        return Optional.of(new DocumentSymbol(shown, kind, all, selection, detail, children));
    }

    private static Range range(ModelDocument document, ITextRegion region) {
        return document.lines().range(region.getOffset(), region.getLength());
    }

    private static String cloudDetail(CloudDeclaration cloud) {
        return cloud.getPhase() == null ? "cloud" : "cloud, phase " + cloud.getPhase();
    }

    private static String routerName(RouterDeclaration router) {
        return router.getMembers().isEmpty()
                ? router.getName()
                : router.getName() + "[" + String.join(", ", router.getMembers()) + "]";
    }

    /** The text of a reference as it is written, without resolving it. */
    private static String text(EObject element, EStructuralFeature reference) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, reference);
        return nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.get(0));
    }
}
