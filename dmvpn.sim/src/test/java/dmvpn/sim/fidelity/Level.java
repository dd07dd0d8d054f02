package dmvpn.sim.fidelity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the simulator does what a clause demands. */
enum Level {
    /** As demanded. */
    MODELLED,
    /** Its effect is there in another or a lesser form. */
    SIMPLIFIED,
    /** Not there. */
    ABSENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> labelled(String label) {
        return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
    }
}
