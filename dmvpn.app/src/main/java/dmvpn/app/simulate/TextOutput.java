package dmvpn.app.simulate;

import dmvpn.sim.RouterView;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimelineFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Shows a run as lines for people. */
final class TextOutput implements RunOutput {

    /** What engineers look at first; a router without IPv6 has no command for it. */
    private static final List<String> COMMANDS = List.of("show dmvpn", "show ip nhrp", "show ipv6 nhrp",
            "show ip route", "show ipv6 route");

    private final Consumer<String> out;
    private final TimelineFormatter timeline;
    private boolean judging;

    TextOutput(Consumer<String> out, List<String> nodeNames) {
        this.out = out;
        this.timeline = new TimelineFormatter(nodeNames);
    }

    @Override
    public void begin(String network, String scenario, long seed, long lengthNanos) {
        out.accept("Network " + network + (scenario.isEmpty() ? "" : ", scenario " + scenario));
        out.accept("");
    }

    @Override
    public void event(RecordedEvent event) {
        out.accept(timeline.format(event));
    }

    @Override
    public void tables(RouterView router) {
        if (!router.isPowered()) {
            out.accept("");
            out.accept(router.name() + " is without power: it has no tables.");
            return;
        }
        for (String command : COMMANDS) {
            router.show(command).ifPresent(text -> {
                out.accept("");
                out.accept(router.name() + "# " + command);
                text.lines().forEach(out);
            });
        }
    }

    @Override
    public void violation(Violation violation) {
        out.accept("");
        out.accept("FAILED  " + violation.text());
    }

    @Override
    public void verdict(Verdict verdict) {
        if (!judging) {
            judging = true;
            out.accept("");
        }
        out.accept((verdict.passed() ? "passed  " : "FAILED  ") + verdict.text()
                + (verdict.explanation().isEmpty() ? "" : ": " + verdict.explanation()));
    }
}
