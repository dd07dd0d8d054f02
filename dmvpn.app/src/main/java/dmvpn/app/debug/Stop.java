package dmvpn.app.debug;

import dmvpn.app.debug.breakpoint.Breakpoints;
import java.util.Optional;

/**
 * Why a debugged run stands where it stands.
 *
 * @param reason why
 * @param breakpoint which breakpoint stopped it, when one did
 */
public record Stop(Reason reason, Optional<Breakpoints.Listed> breakpoint) {

    /** Reasons. */
    public enum Reason {
        /** A step was made. */
        STEP,
        /** A breakpoint stopped it. */
        BREAKPOINT,
        /** It was sent to a line in which nothing begins that events name, and stays. */
        NOTHING_THERE,
        /** It has reached the instant or the event that it was sent to. */
        PLACE,
        /** There is no event in front of the one in hand. */
        START,
        /** The run is over. */
        END,
        /** Somebody wanted it to stop. */
        INTERRUPTED
    }

    /** One that no breakpoint brought about. */
    public static Stop of(Reason reason) {
        return new Stop(reason, Optional.empty());
    }

    static Stop at(Breakpoints.Listed breakpoint) {
        return new Stop(Reason.BREAKPOINT, Optional.of(breakpoint));
    }
}
