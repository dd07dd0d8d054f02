package dmvpn.sim.ui.launch;

/** Attributes of a launch configuration for simulations. */
public final class SimulationAttributes {

    /** Identifier of the launch configuration type. */
    public static final String TYPE_ID = "dmvpn.sim.ui.simulation";

    /** Workspace path of the model. */
    public static final String MODEL = "dmvpn.sim.ui.model";

    /** Name of the scenario; empty for the first one of the model. */
    public static final String SCENARIO = "dmvpn.sim.ui.scenario";

    private SimulationAttributes() {
    }
}
