package dmvpn.app.debug;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.snapshot.Timeless;
import dmvpn.sim.trace.BinaryTrace;
import java.util.List;

/**
 * The debugged run, with the packets of its last steps that recorded something.
 *
 * @param simulation the run
 * @param packets the packets
 * @param keyExchange the messages of IKEv1 so far
 * @param stops says which steps are worth a stop
 */
record DebuggedRun(Simulation simulation, StepPackets packets, KeyExchangeMessages keyExchange, Stops stops)
        implements SteppedRun {

    /** Says whether a step is worth a stop. What it knows does not go back with the run. */
    @FunctionalInterface
    interface Stops extends Timeless {

        /** @param eventsBefore number of events in the trace before the step */
        boolean at(BinaryTrace trace, int eventsBefore);
    }

    /** The run before its first step; it is recorded whatever the options say. */
    static DebuggedRun begin(CompiledNetwork network, SimulationOptions options, Stops stops) {
        StepPackets packets = new StepPackets();
        KeyExchangeMessages keyExchange = new KeyExchangeMessages();
        Simulation simulation = Simulation.create(network, new SimulationOptions(options.scenario(), options.seed(),
                options.until(), true, List.of(packets, keyExchange)));
        packets.attach(simulation.trace());
        return new DebuggedRun(simulation, packets, keyExchange, stops);
    }

    @Override
    public boolean step() {
        int eventsBefore = simulation.trace().size();
        return packets.during(simulation::step, () -> stops.at(simulation.trace(), eventsBefore));
    }
}
