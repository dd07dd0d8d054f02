package dmvpn.app.preview;

import dmvpn.config.WriterRegistry;
import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.ConfigurationWriter;
import dmvpn.config.writer.SecretResolver;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Writes the configuration of one router of a model that is being edited. Values of secrets that the model keeps elsewhere
 * are not read: a preview is on a screen, and an export writes placeholders too unless somebody asks for the values.
 */
public final class PreviewService {

    private final WriterRegistry writers;

    /** @param writers formats that there are */
    public PreviewService(WriterRegistry writers) {
        this.writers = writers;
    }

    /** A service with all formats of the product. */
    public static PreviewService standard() {
        return new PreviewService(WriterRegistry.standard());
    }

    /** Keywords of the formats. */
    public List<String> formats() {
        return writers.keywords();
    }

    /**
     * The configuration as an export of the resource's current revision would write it. To be asked where the resource is
     * not changed meanwhile; the answer can be read anywhere.
     */
    public Preview preview(DmvpnResource resource, PreviewRequest request) {
        Analysis analysis = Analysis.of(resource);
        List<Finding> errors = analysis.findings().stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            return new Preview.Refused(reason(errors));
        }
        List<Device> devices = analysis.network().devices();
        if (devices.isEmpty()) {
            return new Preview.Refused("the model has no router");
        }
        Device device = chosen(resource, devices, request);
        ConfigurationWriter writer = writers.writer(request.format());
        ConfigurationText text = writer.write(device, SecretResolver.ofStore(Map.of()));
        return new Preview.Written(resource.displayName(),
                devices.stream().map(Device::name).toList(), device.name(), writer.fileName(device),
                text.lines().stream().map(line -> new PreviewLine(line.text(), ModelPlace.of(line.origin()))).toList(),
                text.notes());
    }

    private static String reason(List<Finding> errors) {
        Finding first = errors.getFirst();
        String which = errors.size() == 1 ? "an error" : errors.size() + " errors, the first";
        return "the model has " + which + " in line " + Math.max(1, first.origin().line()) + ": "
                + first.message().lines().findFirst().orElse("");
    }

    /** A family has one place for all its members: the member that is shown already stays. */
    private static Device chosen(DmvpnResource resource, List<Device> devices, PreviewRequest request) {
        List<Device> there = request.offset().stream().mapToObj(offset -> devicesAt(resource, devices, offset))
                .flatMap(List::stream).toList();
        return named(there, request.router())
                .or(() -> there.stream().findFirst())
                .or(() -> named(devices, request.router()))
                .orElse(devices.getFirst());
    }

    /** An origin covers the head of a router's block only, so the block is looked for in the text. */
    private static List<Device> devicesAt(DmvpnResource resource, List<Device> devices, int offset) {
        for (Element element : resource.model().getElements()) {
            ICompositeNode block = element instanceof RouterDeclaration ? NodeModelUtils.getNode(element) : null;
            if (block != null && block.getOffset() <= offset && offset < block.getTotalEndOffset()) {
                return devices.stream().filter(device -> device.origin().offset() == block.getOffset()
                        && device.origin().file().equals(resource.displayName())).toList();
            }
        }
        return List.of();
    }

    private static Optional<Device> named(List<Device> devices, Optional<String> name) {
        return devices.stream().filter(device -> name.filter(device.name()::equals).isPresent()).findFirst();
    }
}
