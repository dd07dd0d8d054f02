package dmvpn.dsl.compile;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.ModelPart;
import java.util.List;

/**
 * A linked model to compile.
 *
 * @param model the model
 * @param parts its parts
 * @param names its names
 * @param origins places in its text
 * @param defaultName name of the network when the model has none
 */
public record CompileUnit(Model model, List<ModelPart> parts, ModelNames names, Origins origins, String defaultName) {
}
