package dmvpn.app.simulate;

import dmvpn.sim.RouterView;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;

/** How a run is shown. */
interface RunOutput {

    /** The run begins. */
    void begin(String network, String scenario);

    /** Something happened. */
    void event(RecordedEvent event);

    /** The run is over: the tables of a router. */
    void tables(RouterView router);

    /** The run is over: the verdict on an expectation. */
    void verdict(Verdict verdict);
}
