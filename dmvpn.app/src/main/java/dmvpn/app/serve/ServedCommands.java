package dmvpn.app.serve;

import dmvpn.app.diagram.DrawnText;
import dmvpn.app.preview.Preview;
import dmvpn.app.preview.PreviewRequest;
import dmvpn.app.preview.PreviewService;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.glsp.CommandAnswer;
import dmvpn.diagram.glsp.CommandTarget;
import dmvpn.diagram.glsp.DiagramCommand;
import dmvpn.diagram.glsp.DiagramCommands;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.device.Device;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What the menus of a served diagram offer: configurations to read and to keep, and the text. */
final class ServedCommands implements DiagramCommands {

    static final String SHOW_CONFIGURATION = "showConfiguration";
    static final String EXPORT = "exportConfigurations";
    static final String DOWNLOAD = "downloadConfigurations";
    static final String SHOW_TEXT = "showText";

    private static final String FORMAT = "format";
    private static final String ROUTER = "router";

    private final DrawnText drawn;
    private final ConfigurationArchive archive;
    private final PreviewService previews = PreviewService.standard();

    ServedCommands(DrawnText drawn, ConfigurationArchive archive) {
        this.drawn = drawn;
        this.archive = archive;
    }

    @Override
    public List<DiagramCommand> commands() {
        return List.of(
                new DiagramCommand(SHOW_CONFIGURATION, "Show configuration", EnumSet.of(CommandTarget.ROUTER)),
                new DiagramCommand(EXPORT, "Export configurations\u2026", EnumSet.of(CommandTarget.ROUTER, CommandTarget.DIAGRAM)),
                new DiagramCommand(SHOW_TEXT, "Show text", EnumSet.allOf(CommandTarget.class)));
    }

    @Override
    public CompletionStage<CommandAnswer> run(String command, String elementId, Map<String, String> options) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return switch (command) {
                    case SHOW_CONFIGURATION -> configuration(elementId, options);
                    case EXPORT -> archive.listed(routers(elementId), format(options), previews.formats());
                    case DOWNLOAD -> archive.download(routers(elementId), format(options));
                    case SHOW_TEXT -> text(elementId);
                    default -> new CommandAnswer.Refused("Nothing is called '" + command + "' here");
                };
            } catch (EditRefusedException refused) {
                return new CommandAnswer.Refused(refused.getMessage());
            }
        });
    }

    private String format(Map<String, String> options) {
        return options.getOrDefault(FORMAT, previews.formats().getFirst());
    }

    private CommandAnswer configuration(String elementId, Map<String, String> options) {
        Optional<String> router = Optional.ofNullable(options.get(ROUTER))
                .or(() -> routers(elementId).stream().findFirst());
        return switch (previews.preview(resource(), new PreviewRequest(format(options), router, OptionalInt.empty()))) {
            case Preview.Refused refused -> new CommandAnswer.Refused("There is no configuration now: " + refused.reason());
            case Preview.Written written -> new CommandAnswer.Text(written.fileName(), written.text(), written.notes(), List.of(
                    new CommandAnswer.Option(ROUTER, "Router", written.routers(), written.router()),
                    new CommandAnswer.Option(FORMAT, "Format", previews.formats(), format(options))), Optional.empty());
        };
    }

    private DmvpnResource resource() {
        return drawn.shown().loaded().flatMap(loaded -> loaded.resource())
                .orElseThrow(() -> new EditRefusedException("The file has no text"));
    }

    /** Host names of the routers that an element stands for; none for the whole diagram. */
    private List<String> routers(String elementId) {
        if (elementId.isEmpty()) {
            return List.of();
        }
        EObject element = element(elementId);
        Optional<String> member = drawn.shown().drawn().filter(model -> model.members().containsKey(elementId))
                .map(model -> elementId.substring(elementId.indexOf(':') + 1));
        ICompositeNode node = NodeModelUtils.getNode(element);
        if (!(element instanceof RouterDeclaration) || !(element.eResource() instanceof DmvpnResource file) || node == null) {
            throw new EditRefusedException("Only routers have a configuration");
        }
        List<String> found = Analysis.of(resource()).network().devices().stream()
                .filter(device -> device.origin().offset() == node.getOffset() && device.origin().file().equals(file.displayName()))
                .filter(device -> member.isEmpty() || device.reference().equals(member.get())).map(Device::name).toList();
        if (found.isEmpty()) {
            throw new EditRefusedException("There is no configuration of this router now: the model has errors");
        }
        return found;
    }

    private EObject element(String id) {
        return drawn.shown().drawn().flatMap(model -> model.declaredBy(id)).orElseThrow(() -> new EditRefusedException(
                "The model has no such element any more: the text may have changed meanwhile"));
    }

    private CommandAnswer text(String elementId) {
        if (elementId.isEmpty()) {
            return new CommandAnswer.Text(resource().displayName(), drawn.shown().text(), List.of(), List.of(), Optional.empty());
        }
        EObject element = element(elementId);
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        String file = element.eResource() instanceof DmvpnResource declaring ? declaring.displayName() : resource().displayName();
        return new CommandAnswer.Text(file + ", line " + node.getStartLine(), NodeModelUtils.getTokenText(node), List.of(), List.of(),
                Optional.empty());
    }
}
