package dmvpn.diagram;

import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.svg.SvgWriter;
import dmvpn.dsl.model.Model;

/** From a model to a picture in one step. */
public final class ModelPicture {

    private ModelPicture() {
    }

    /**
     * The picture of a model as SVG.
     *
     * @param model linked model; what does not resolve is left out
     * @param defaultTitle title when the model does not name its network, such as the name of its file
     */
    public static String svg(Model model, String defaultTitle) {
        return SvgWriter.write(DmvpnLayout.place(DiagramNotation.of(model, defaultTitle)));
    }
}
