package dmvpn.bench;

import dmvpn.bench.diagram.DiagramEditTime;
import dmvpn.bench.diagram.LayoutMeasure;
import dmvpn.bench.harness.Measure;
import dmvpn.bench.kernel.KernelMeasure;
import dmvpn.bench.language.CheckMeasure;
import dmvpn.bench.language.CompletionTime;
import dmvpn.bench.language.EditMeasure;
import dmvpn.bench.language.FamilyMeasure;
import dmvpn.bench.language.RulesMeasure;
import dmvpn.bench.language.ServerEditMeasure;
import dmvpn.bench.simulation.BytesPerEvent;
import dmvpn.bench.simulation.BytesPerEventOnDisk;
import dmvpn.bench.simulation.ConvergenceCost;
import dmvpn.bench.simulation.GrowthWithSpokes;
import dmvpn.bench.simulation.GrowthWithSpokes.Baseline;
import dmvpn.bench.simulation.HeapOfStar;
import dmvpn.bench.simulation.ProtocolEvents;
import dmvpn.bench.simulation.RecordingCost;
import dmvpn.bench.simulation.RecordingToDisk;
import dmvpn.bench.simulation.StarRouting;
import dmvpn.bench.simulation.TimeTravelMemory;
import dmvpn.bench.simulation.TimeTravelTime;
import dmvpn.bench.simulation.TimeTravelTime.Way;
import dmvpn.bench.startup.StartOfCheck;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All measures by name. A measure is made when it is its turn, so that the others take no memory meanwhile. */
final class Measures {

    /** Makes a measure, for a quick look or for a record. */
    @FunctionalInterface
    private interface Factory {
        Measure create(boolean quick) throws Exception;
    }

    private static final Map<String, Factory> FACTORIES = factories();

    private Measures() {
    }

    /** Names in the order of running. */
    static List<String> ids() {
        return List.copyOf(FACTORIES.keySet());
    }

    static Measure create(String id, boolean quick) throws Exception {
        return FACTORIES.get(id).create(quick);
    }

    private static Map<String, Factory> factories() {
        Map<String, Factory> all = new LinkedHashMap<>();
        all.put("kernel-hold-1000", quick -> KernelMeasure.of(1_000, false, events(quick)));
        all.put("kernel-hold-100000", quick -> KernelMeasure.of(100_000, false, events(quick)));
        all.put("kernel-hold-1000-timers", quick -> KernelMeasure.of(1_000, true, events(quick)));
        all.put("kernel-hold-100000-timers", quick -> KernelMeasure.of(100_000, true, events(quick)));
        all.put("protocol-events", quick -> new ProtocolEvents(quick ? 200 : 1_000, false));
        all.put("protocol-events-encoded", quick -> new ProtocolEvents(quick ? 200 : 1_000, true));
        all.put("recording", quick -> new RecordingCost(quick ? 200 : 1_000));
        all.put("recording-to-disk", quick -> new RecordingToDisk(quick ? 200 : 1_000));
        all.put("bytes-per-event", quick -> new BytesPerEvent(1_000));
        all.put("bytes-per-event-on-disk", quick -> new BytesPerEventOnDisk(1_000));
        all.put("growth-1000", quick -> new GrowthWithSpokes(Baseline.ONE_BY_ONE, 3, 1_000, 100));
        all.put("growth-1000-same-memory", quick -> new GrowthWithSpokes(Baseline.IN_TURNS, 1.5, 1_000, 100));
        all.put("growth-5000", quick -> new GrowthWithSpokes(Baseline.ONE_BY_ONE, 2, 5_000, 1_000));
        all.put("convergence-eigrp", quick -> convergence(StarRouting.EIGRP, quick));
        all.put("convergence-ospf", quick -> convergence(StarRouting.OSPF, quick));
        all.put("convergence-bgp", quick -> convergence(StarRouting.BGP, quick));
        all.put("heap-1000", quick -> new HeapOfStar(1_000));
        all.put("travel-step-back", quick -> travel(Way.STEP_BACK_AND_FORTH, quick));
        all.put("travel-straight-back", quick -> travel(Way.STRAIGHT_BACK, quick));
        all.put("travel-jump", quick -> travel(Way.JUMP, quick));
        all.put("travel-memory", quick -> new TimeTravelMemory(quick ? 200_000 : 1_000_000));
        all.put("check-5000", quick -> new CheckMeasure(5_000));
        all.put("edit-5000", quick -> new EditMeasure(5_000));
        all.put("edit-5000-server", quick -> new ServerEditMeasure(5_000));
        all.put("completion-5000", quick -> new CompletionTime(5_000));
        all.put("family-5000", quick -> new FamilyMeasure(5_000));
        all.put("rules-cost", quick -> new RulesMeasure(5_000));
        all.put("layout-1000", quick -> new LayoutMeasure(1_000));
        all.put("layout-5000", quick -> new LayoutMeasure(5_000));
        all.put("diagram-edit-200", quick -> new DiagramEditTime(200));
        all.put("start-check", quick -> new StartOfCheck());
        return all;
    }

    private static TimeTravelTime travel(Way way, boolean quick) {
        return new TimeTravelTime(way, quick ? 200_000 : 1_000_000, quick ? 10 : 200);
    }

    private static ConvergenceCost convergence(StarRouting routing, boolean quick) throws IOException {
        return new ConvergenceCost(routing, quick ? 100 : 1_000, quick ? 25 : 100);
    }

    private static int events(boolean quick) {
        return quick ? 1_000_000 : 3_000_000;
    }
}
