package dmvpn.sim.ui.packet;

import dmvpn.app.packet.Wireshark;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** Which Wireshark opens packets: a preference of the workspace. */
public final class WiresharkPreference {

    /** Name of the preference: the file of the program; empty for the one of the search path. */
    public static final String PROGRAM = "wireshark";

    private static final String BUNDLE = "dmvpn.sim.ui";

    private WiresharkPreference() {
    }

    static Optional<Wireshark> program() {
        return Wireshark.find(configured(), System.getenv("PATH"));
    }

    /** Why there is none, for people. */
    static String absence() {
        return Wireshark.absence(configured());
    }

    private static String configured() {
        return InstanceScope.INSTANCE.getNode(BUNDLE).get(PROGRAM, "");
    }
}
