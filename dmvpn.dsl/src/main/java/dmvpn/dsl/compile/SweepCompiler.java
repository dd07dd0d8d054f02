package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.Sweep;
import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import java.util.ArrayList;
import java.util.List;

/** Finds out what the variables of a sweep stand for, round by round. */
final class SweepCompiler {

    private final CompileContext context;
    private final List<Device> devices;

    SweepCompiler(CompileContext context, List<Device> devices) {
        this.context = context;
        this.devices = devices;
    }

    /**
     * The rounds of a sweep in the order of the model: one for each router, or for each two, in one order.
     *
     * @param outer what variables outside stand for
     * @param most largest number of rounds; more are a finding, and none
     * @param what a round is: {@code runs} or {@code rounds}
     */
    List<Bindings> rounds(Sweep sweep, Bindings outer, int most, String what, String label) {
        boolean hubs = "hub".equals(sweep.getKind()) || "hubs".equals(sweep.getGroup());
        DeviceRole role = hubs ? DeviceRole.HUB : DeviceRole.SPOKE;
        List<Device> candidates = devices.stream().filter(device -> device.role() == role).toList();
        List<SweepVariable> variables = sweep.getVariables();
        if (variables.size() != (sweep.isPairs() ? 2 : 1) || isTwice(sweep, label)) {
            return List.of();
        }
        long count = sweep.isPairs() ? (long) candidates.size() * (candidates.size() - 1) / 2 : candidates.size();
        if (count == 0) {
            context.report(TextRules.SCENARIO, "The model has " + (candidates.isEmpty() ? "no " : "one ") + (hubs ? "hub" : "spoke")
                    + (candidates.isEmpty() ? "s" : "") + ", so this is never done", sweep, label);
        } else if (count > most) {
            context.report(TextRules.SCENARIO, "This means " + count + " " + what + ", and a scenario has " + most
                    + " at most: name the routers that stand for the others", sweep, label);
            return List.of();
        }
        return sweep.isPairs() ? pairs(variables, candidates, outer)
                : candidates.stream().map(device -> outer.with(variables.getFirst(), device)).toList();
    }

    private boolean isTwice(Sweep sweep, String label) {
        if (!sweep.isPairs() || sweep.getVariables().get(0).getName() == null
                || !sweep.getVariables().get(0).getName().equals(sweep.getVariables().get(1).getName())) {
            return false;
        }
        context.report(TextRules.DUPLICATE_NAME, "The two of a pair need two names", sweep.getVariables().get(1),
                SWEEP_VARIABLE__NAME, label);
        return true;
    }

    private static List<Bindings> pairs(List<SweepVariable> variables, List<Device> candidates, Bindings outer) {
        List<Bindings> pairs = new ArrayList<>();
        for (int first = 0; first < candidates.size(); first++) {
            Bindings withFirst = outer.with(variables.get(0), candidates.get(first));
            for (int second = first + 1; second < candidates.size(); second++) {
                pairs.add(withFirst.with(variables.get(1), candidates.get(second)));
            }
        }
        return pairs;
    }
}
