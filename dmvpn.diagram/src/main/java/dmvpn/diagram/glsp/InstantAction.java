package dmvpn.diagram.glsp;

import java.util.Optional;
import org.eclipse.glsp.server.actions.Action;

/** Gives the client the instant to show of a run that it does not move by itself, or none. Fields are read as JSON. */
final class InstantAction extends Action {

    static final String KIND = "dmvpn.instant";

    /** Left out when nothing is shown. */
    final ShownInstant instant;

    InstantAction(Optional<ShownInstant> instant) {
        super(KIND);
        this.instant = instant.orElse(null);
    }
}
