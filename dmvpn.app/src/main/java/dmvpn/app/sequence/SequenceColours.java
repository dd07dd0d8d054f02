package dmvpn.app.sequence;

import java.util.List;

/** Colours of protocols, by the order in which they come up: some that are read on white, and some on black. */
public enum SequenceColours {
    /** For a light background. */
    LIGHT("#3465a4", "#8f5902", "#4e7a06", "#75507b", "#a40000", "#067a7c", "#555753", "#9a5d0d"),
    /** For a dark background. */
    DARK("#8fb8e8", "#e9b96e", "#8ae234", "#d3a7d0", "#ff8080", "#5fe0e0", "#d3d7cf", "#fce94f");

    private final List<String> colours;

    SequenceColours(String... colours) {
        this.colours = List.of(colours);
    }

    /**
     * The colour of a protocol, as {@code #rrggbb}.
     *
     * @param protocols protocols of the chart in their order
     */
    public String of(String protocol, List<String> protocols) {
        return colours.get(Math.max(0, protocols.indexOf(protocol)) % colours.size());
    }
}
