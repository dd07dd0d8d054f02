package dmvpn.dsl.compile;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.network.device.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A linked model to compile.
 *
 * @param model the model's own file
 * @param elements the elements of all its files, imported ones first
 * @param parts the parts of all its files
 * @param names its names
 * @param origins places in its text
 * @param defaultName name of the network when the model has none
 * @param platform of all routers, whatever the model says; empty for what it says
 */
public record CompileUnit(Model model, List<Element> elements, List<ModelPart> parts, ModelNames names, Origins origins, String defaultName,
        Optional<Platform> platform) {
}
