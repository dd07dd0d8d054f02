package dmvpn.diagram.sirius;

import dmvpn.diagram.notation.Layer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** The layers that are on in a diagram of Sirius, whose classes are not on our class path: read by the names of features. */
final class ShownLayers {

    /** Sirius keeps those that have nothing but tools and decorations apart. */
    private static final List<String> LISTS = List.of(Views.ACTIVATED_LAYERS, "activatedTransientLayers");

    private ShownLayers() {
    }

    /** The layers that are on; none for what is no diagram. */
    static Set<Layer> of(EObject diagram) {
        Set<Layer> shown = EnumSet.noneOf(Layer.class);
        for (String list : LISTS) {
            if (Views.get(diagram, list) instanceof Collection<?> layers) {
                layers.forEach(layer -> add(layer, shown));
            }
        }
        return shown;
    }

    private static void add(Object active, Set<Layer> shown) {
        for (Layer layer : Layer.values()) {
            if (active instanceof EObject object && layer.word().equals(Views.get(object, "name"))) {
                shown.add(layer);
            }
        }
    }
}
