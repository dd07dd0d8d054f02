package dmvpn.diagram.notation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What of a model somebody wants to see.
 *
 * @param layers layers that are shown
 * @param clouds names of the clouds that are shown; empty for all
 * @param sites names of the sites that are shown; empty for all
 * @param expanded identifiers or names of the families whose members that matter are shown one by one
 */
public record DiagramView(Set<Layer> layers, Set<String> clouds, Set<String> sites, Set<String> expanded) {

    /** All of it, families as stacks. */
    public static final DiagramView ALL =
            new DiagramView(EnumSet.allOf(Layer.class), Set.of(), Set.of(), Set.of());

    /** Keeps immutable copies of the sets. */
    public DiagramView {
        layers = layers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(layers));
        clouds = Set.copyOf(clouds);
        sites = Set.copyOf(sites);
        expanded = Set.copyOf(expanded);
    }

    /** The same with some layers only. */
    public DiagramView withLayers(Set<Layer> shown) {
        return new DiagramView(shown, clouds, sites, expanded);
    }

    /** The same with some clouds only. */
    public DiagramView withClouds(Set<String> shown) {
        return new DiagramView(layers, shown, sites, expanded);
    }

    /** The same with some sites only. */
    public DiagramView withSites(Set<String> shown) {
        return new DiagramView(layers, clouds, shown, expanded);
    }

    /** The same with some families expanded. */
    public DiagramView withExpanded(Set<String> families) {
        return new DiagramView(layers, clouds, sites, families);
    }

    boolean shows(Layer layer) {
        return layers.contains(layer);
    }

    boolean showsCloud(String name) {
        return shows(Layer.OVERLAY) && (clouds.isEmpty() || clouds.contains(name));
    }
}
