package dmvpn.app.simulate;

import java.util.List;

/**
 * Which events of a run are shown.
 *
 * @param routers routers and hosts, empty for all
 * @param protocols protocols in any case, empty for all
 * @param keepAlives true to show keep-alives, such as periodic hellos and acknowledgements, too
 */
public record ShownEvents(List<String> routers, List<String> protocols, boolean keepAlives) {

    /** Keeps immutable copies of the lists. */
    public ShownEvents {
        routers = List.copyOf(routers);
        protocols = List.copyOf(protocols);
    }
}
