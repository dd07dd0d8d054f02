package dmvpn.sim.ui.launch;

/** Attributes of a launch configuration for simulations. */
public final class SimulationAttributes {

    /** Identifier of the launch configuration type. */
    public static final String TYPE_ID = "dmvpn.sim.ui.simulation";

    /** Workspace path of the model. */
    public static final String MODEL = "dmvpn.sim.ui.model";

    /** Name of the scenario; empty for the first one of the model. */
    public static final String SCENARIO = "dmvpn.sim.ui.scenario";

    /** Seed of all randomness, as text; empty for what the preferences say. */
    public static final String SEED = "dmvpn.sim.ui.seed";

    /** Length of the run, such as {@code 90s}; empty for what the preferences say. */
    public static final String LENGTH = "dmvpn.sim.ui.length";

    /** Protocols, with commas between, at whose events no step stops and that the Timeline leaves out; empty for none. */
    public static final String LEFT_OUT = "dmvpn.sim.ui.leftOut";

    /** Platform of all routers, such as {@code cisco-iosxe}; empty for what the model says. */
    public static final String PLATFORM = "dmvpn.sim.ui.platform";

    /** Release of that platform, such as {@code 15.4}; empty for the newest known. */
    public static final String RELEASE = "dmvpn.sim.ui.release";

    private SimulationAttributes() {
    }
}
