package dmvpn.app.storm;

import dmvpn.sim.invariant.Violation;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.trace.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** Storms as lines. */
public final class StormText {

    private StormText() {
    }

    /** One storm for people. */
    public static List<String> lines(StormOutcome outcome, StormRequest request, String path) {
        List<String> lines = new ArrayList<>();
        if (outcome.healed()) {
            lines.add("storm " + outcome.storm().seed() + ": healed (" + outcome.storm().steps().size() + " steps, " + outcome.events() + " events)");
            return lines;
        }
        lines.add("storm " + outcome.storm().seed() + ": NOT HEALED");
        outcome.violation().ifPresent(violation -> lines.add("  " + text(violation)));
        outcome.missing().forEach(each -> lines.add("  " + each));
        lines.add("  its faults as a scenario: dmvpn storm " + path + " --seed " + outcome.storm().seed() + " --count 1"
                + (request.faults() == StormRequest.DEFAULT_FAULTS ? "" : " --faults " + request.faults())
                + (request.length().equals(StormRequest.DEFAULT_LENGTH) ? "" : " --length " + request.length().toMillis() + "ms")
                + " --print");
        return lines;
    }

    private static String text(Violation violation) {
        return violation.invariant() + ": " + violation.explanation() + " at " + TimeText.instant(violation.timeNanos()) + " s on "
                + violation.node();
    }

    /** All storms for people: what was expected of them, and how many went well. */
    public static List<String> lines(StormResult result) {
        if (result.calm().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        StormResult.Calm calm = result.calm().get();
        lines.add("In a calm run " + calm.clients() + " tunnels have a next-hop server that answers, and " + calm.pairs() + " of "
                + calm.askedPairs() + " pairs of hosts answer each other.");
        lines.add("From the last repair on there were " + result.healingTime().total().toSeconds() + " s to get there again:");
        result.healingTime().parts().forEach((what, time) -> lines.add("  " + time.toSeconds() + " s  " + what));
        long lost = result.outcomes().stream().filter(outcome -> !outcome.healed()).count();
        lines.add(result.outcomes().size() + (result.outcomes().size() == 1 ? " storm, " : " storms, ") + lost + " not healed");
        return lines;
    }

    /** One storm for programs. */
    public static List<String> json(StormOutcome outcome) {
        StringBuilder line = new StringBuilder();
        JsonWriter json = new JsonWriter(line).beginObject();
        json.name("type").value("storm");
        json.name("seed").value(outcome.storm().seed());
        json.name("healed").value(outcome.healed());
        json.name("steps").value(outcome.storm().steps().size());
        json.name("events").value(outcome.events());
        json.name("violation").value(outcome.violation().map(StormText::text).orElse(""));
        json.name("missing").beginArray();
        outcome.missing().forEach(json::value);
        json.endArray();
        json.endObject();
        return List.of(line.toString());
    }

    /** All storms for programs. */
    public static List<String> json(StormResult result) {
        if (result.calm().isEmpty()) {
            return List.of();
        }
        StringBuilder line = new StringBuilder();
        JsonWriter json = new JsonWriter(line).beginObject();
        json.name("type").value("storms");
        json.name("storms").value(result.outcomes().size());
        json.name("notHealed").value(result.outcomes().stream().filter(outcome -> !outcome.healed()).count());
        json.name("clients").value(result.calm().get().clients());
        json.name("pairs").value(result.calm().get().pairs());
        json.name("askedPairs").value(result.calm().get().askedPairs());
        json.name("healingSeconds").value(result.healingTime().total().toSeconds());
        json.endObject();
        return List.of(line.toString());
    }
}
