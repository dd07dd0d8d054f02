package dmvpn.sim.bgp;

import dmvpn.sim.bgp.message.Nlri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A destination with all its paths. */
final class BgpEntry {

    private final Nlri nlri;
    /** The latest first, as IOS prints and compares them. */
    private final List<BgpPath> paths = new ArrayList<>(1);
    private BgpPath best;
    private List<BgpPath> sharing = List.of();
    private int suppressions;

    BgpEntry(Nlri nlri) {
        this.nlri = nlri;
    }

    Nlri nlri() {
        return nlri;
    }

    List<BgpPath> paths() {
        return paths;
    }

    Optional<BgpPath> best() {
        return Optional.ofNullable(best);
    }

    /** The best path and those that share its load. */
    List<BgpPath> sharing() {
        return sharing;
    }

    /** True when an aggregate stands for it, so that it is not announced. */
    boolean isSuppressed() {
        return suppressions > 0;
    }

    void suppress(boolean more) {
        suppressions += more ? 1 : -1;
    }

    /** The path of a neighbour, or the own one of a kind. */
    Optional<BgpPath> pathOf(Optional<BgpPeer> peer, PathSource source) {
        for (BgpPath path : paths) {
            if (peer.isPresent() ? path.peer().equals(peer) : path.source() == source) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /**
     * Chooses anew.
     *
     * @return true when the outcome is another one
     */
    boolean decide(int maximumPaths) {
        BgpPath chosen = BestPath.of(paths);
        List<BgpPath> nowSharing = chosen == null ? List.of()
                : maximumPaths == 1 ? List.of(chosen) : BestPath.sharing(chosen, paths, maximumPaths);
        boolean changed = chosen != best || !nowSharing.equals(sharing);
        best = chosen;
        sharing = nowSharing;
        return changed;
    }
}
