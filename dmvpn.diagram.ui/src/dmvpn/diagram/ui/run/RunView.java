package dmvpn.diagram.ui.run;

import dmvpn.diagram.glsp.ShownInstant;
import java.util.Optional;

/** What shows a run. */
@FunctionalInterface
public interface RunView {

    /** Shows an instant; with none there is no run to show. Answers at once; any thread may call. */
    void show(Optional<ShownInstant> instant);
}
