package dmvpn.sim.ui.debug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The routers that the Debug view shows. Of few it shows all, in the order of the model: a router keeps its place while people step,
 * and the view goes by itself to the one that has the event in hand. Nearly all routers have a timer that is pending, and which is
 * the next one changes with each step, so that an order by pending events would move all rows at each of them. Of many, in which
 * nobody finds anything and which would be painted anew at each step, it shows those whose events were in hand last, that of the
 * event in hand first, and those that somebody has asked for; then some of the model.
 */
final class ShownThreads {

    /** So many are shown at most. */
    static final int MOST = 100;

    private static final int MOST_RECENT = 20;

    private final List<RouterThread> all;
    private final SequencedSet<RouterThread> recent = new LinkedHashSet<>();
    private final SequencedSet<RouterThread> wanted = new LinkedHashSet<>();

    ShownThreads(List<RouterThread> all) {
        this.all = List.copyOf(all);
    }

    boolean areSome() {
        return all.size() > MOST;
    }

    /** An event of a router is in hand. */
    synchronized void inHand(Optional<RouterThread> thread) {
        if (areSome() && thread.isPresent()) {
            recent.addFirst(thread.get());
            while (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
        }
    }

    /** Somebody wants to see a router. */
    synchronized void show(RouterThread thread) {
        wanted.addFirst(thread);
    }

    synchronized List<RouterThread> list() {
        if (!areSome()) {
            return all;
        }
        SequencedSet<RouterThread> shown = new LinkedHashSet<>(recent);
        shown.addAll(wanted);
        for (RouterThread thread : all) {
            if (shown.size() >= MOST) {
                break;
            }
            shown.add(thread);
        }
        return new ArrayList<>(shown).subList(0, Math.min(MOST, shown.size()));
    }
}
