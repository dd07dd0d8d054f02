package dmvpn.app.draw;

import dmvpn.app.RequestException;
import dmvpn.diagram.notation.DiagramView;
import dmvpn.diagram.notation.Layer;
import dmvpn.diagram.svg.Theme;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody wants to see of a model, and in which colours.
 *
 * @param colours {@code light}, {@code dark}, or {@code auto}, which follows the reader's screen where a format can do so
 * @param layers words of the layers that are shown; empty for all
 * @param clouds names of the clouds that are shown; empty for all
 * @param sites names of the sites that are shown; empty for all
 * @param families names of the families whose members that matter are shown one by one
 * @param problems true to mark what rules find
 */
public record DrawRequest(String colours, List<String> layers, List<String> clouds, List<String> sites, List<String> families,
        boolean problems) {

    /** All of it, in colours that follow the reader's screen. */
    public static final DrawRequest ALL = new DrawRequest("auto", List.of(), List.of(), List.of(), List.of(), false);

    /** Without marks. */
    public DrawRequest(String colours, List<String> layers, List<String> clouds, List<String> sites, List<String> families) {
        this(colours, layers, clouds, sites, families, false);
    }

    /** Keeps immutable copies of the lists. */
    public DrawRequest {
        layers = List.copyOf(layers);
        clouds = List.copyOf(clouds);
        sites = List.copyOf(sites);
        families = List.copyOf(families);
    }

    DiagramView view() throws RequestException {
        Set<Layer> shown = layers.isEmpty() ? EnumSet.allOf(Layer.class) : EnumSet.noneOf(Layer.class);
        for (String layer : layers) {
            shown.add(oneOf(Layer.values(), layer, "layer"));
        }
        return DiagramView.ALL.withLayers(shown).withClouds(set(clouds)).withSites(set(sites)).withExpanded(set(families));
    }

    private static Set<String> set(Collection<String> names) {
        return Set.copyOf(names);
    }

    /** A format that knows nothing of its reader is light. */
    Theme theme(PictureFormat format) throws RequestException {
        Theme theme = oneOf(Theme.values(), colours, "theme");
        return format != PictureFormat.SVG && theme == Theme.AUTO ? Theme.LIGHT : theme;
    }

    private static <T extends Enum<T>> T oneOf(T[] values, String word, String what) throws RequestException {
        for (T value : values) {
            if (value.name().equals(word.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new RequestException("There is no " + what + " " + word + ": use " + String.join(", ",
                Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList()));
    }
}
