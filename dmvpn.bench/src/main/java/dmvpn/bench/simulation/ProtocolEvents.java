package dmvpn.bench.simulation;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.bench.kernel.KernelHold;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.capture.ProtocolCodecs;
import dmvpn.sim.capture.SecurityAssociations;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.underlay.PacketTap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * An event of a whole network beside an event of the bare kernel: one hub and many spokes negotiate, register and learn routes,
 * then say hello and refresh what they hold.
 */
public final class ProtocolEvents implements Comparison {

    /** Each spoke comes up, and registers anew after 200 s. */
    private static final Duration LENGTH = Duration.ofMinutes(4);
    /** Each spoke has some timers, and packets are under way. */
    private static final int PENDING_PER_SPOKE = 8;
    private static final int KERNEL_EVENTS = 1_000_000;

    private final int spokes;
    private final boolean encoded;
    private final CompiledNetwork network;
    private final KernelHold kernel;

    /**
     * @param spokes number of spokes
     * @param encoded true when every packet is encoded and decoded besides
     */
    public ProtocolEvents(int spokes, boolean encoded) throws IOException {
        this.spokes = spokes;
        this.encoded = encoded;
        this.network = StarModel.network(spokes);
        this.kernel = new KernelHold(PENDING_PER_SPOKE * spokes, false);
    }

    @Override
    public String id() {
        return encoded ? "protocol-events-encoded" : "protocol-events";
    }

    @Override
    public String title() {
        return "an event of a run of one hub and " + spokes + " spokes, " + (encoded
                ? "each packet encoded and decoded" : "packets with computed lengths");
    }

    @Override
    public String baselineTitle() {
        return "an event of the hold model on the kernel";
    }

    @Override
    public Ratio ratio() {
        return Ratio.SPEED;
    }

    @Override
    public Demand demand() {
        return encoded ? new Demand.Nothing() : new Demand.AtLeast(0.2);
    }

    @Override
    public double runProduct() throws Exception {
        SimulationOptions options = SimulationOptions.DEFAULT.withUntil(LENGTH).withoutRecording();
        Simulation simulation = Simulation.create(network, encoded ? options.withTaps(List.of(encodingTap())) : options);
        long[] steps = new long[1];
        double cost = CpuTime.ofThread(() -> {
            while (simulation.step()) {
                steps[0]++;
            }
        });
        return cost / steps[0];
    }

    private static PacketTap encodingTap() {
        SecurityAssociations associations = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(new SeededKeys(1), associations, associations, associations, associations);
        return (node, interfaceName, timeNanos, direction, packet) -> {
            if (direction == PacketTap.Direction.SENT) {
                associations.observe(packet);
                codecs.decodeIp(codecs.encode(packet));
            }
        };
    }

    @Override
    public double runBaseline() throws Exception {
        return CpuTime.ofThread(() -> kernel.hold(KERNEL_EVENTS)) / KERNEL_EVENTS;
    }
}
