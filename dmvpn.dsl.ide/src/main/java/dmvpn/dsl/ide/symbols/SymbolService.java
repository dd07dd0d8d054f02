package dmvpn.dsl.ide.symbols;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.ImportDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
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
            case RouterDeclaration router -> entry(document, router, routerName(router), Kind.keyword(router),
                    SymbolKind.Class, parts(document, router));
            case FragmentDeclaration fragment -> entry(document, fragment, fragment.getName(), "fragment",
                    SymbolKind.Struct, parts(document, fragment));
            case PolicyDeclaration policy -> entry(document, policy, policy.getName(), "policy",
                    SymbolKind.Function, List.of());
            case HostDeclaration host -> entry(document, host, host.getName(), "host", SymbolKind.Object, List.of());
            case ImportDeclaration imported -> entry(document, imported, imported.getFile(), "import",
                    SymbolKind.File, List.of());
            case ScenarioDeclaration scenario -> entry(document, scenario, scenario.getName(), "scenario",
                    SymbolKind.Event, List.of());
            default -> Optional.empty();
        };
    }

    /** The clauses of a router in the order of the text, each by its word and what it is about. */
    private List<DocumentSymbol> parts(ModelDocument document, RouterBody router) {
        List<DocumentSymbol> parts = new ArrayList<>();
        for (EObject clause : router.eContents()) {
            List<String> words = words(clause);
            if (!words.isEmpty()) {
                entry(document, clause, words.getFirst(), words.size() > 1 ? words.get(1) : "", SymbolKind.Field,
                        List.of()).ifPresent(parts::add);
            }
        }
        parts.sort(Comparator.comparing((DocumentSymbol part) -> part.getRange().getStart().getLine())
                .thenComparing(part -> part.getRange().getStart().getCharacter()));
        return parts;
    }

    /** The first two words of a clause. */
    private static List<String> words(EObject clause) {
        List<String> words = new ArrayList<>();
        ICompositeNode node = NodeModelUtils.findActualNodeFor(clause);
        if (node != null) {
            for (INode child = node.getFirstChild(); child != null && words.size() < 2; child = child.getNextSibling()) {
                String text = NodeModelUtils.getTokenText(child);
                boolean hidden = child instanceof ILeafNode leaf && leaf.isHidden();
                if (!hidden && !text.isEmpty()) {
                    words.add(text);
                }
            }
        }
        return words;
    }

    private Optional<DocumentSymbol> entry(ModelDocument document, EObject element, String name, String detail,
            SymbolKind kind, List<DocumentSymbol> children) {
        if (NodeModelUtils.findActualNodeFor(element) == null) {
            return Optional.empty();
        }
        ITextRegion full = locations.getFullTextRegion(element);
        ITextRegion significant = locations.getSignificantTextRegion(element);
        Range all = range(document, full);
        // An element without a name has an empty significant region at the start of the file; the protocol wants it inside.
        boolean inside = significant.getLength() > 0 && full.contains(significant);
        Range selection = inside ? range(document, significant) : all;
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
}
