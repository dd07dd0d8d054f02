package dmvpn.app.diagnose;

import dmvpn.sim.trace.TimeText;
import dmvpn.sim.trace.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis as lines. */
public final class DiagnosisText {

    private final Diagnosis diagnosis;

    /** @param diagnosis what was found */
    public DiagnosisText(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(diagnosis.from() + " and " + diagnosis.to() + " at " + TimeText.instant(diagnosis.timeNanos()) + " s: "
                + (diagnosis.findings().isEmpty() ? "all layers are well" : diagnosis.findings().size() == 1 ? "1 finding"
                        : diagnosis.findings().size() + " findings"));
        lines.add("  way there: " + diagnosis.forward());
        lines.add("  way back:  " + diagnosis.backward());
        for (Finding finding : diagnosis.findings()) {
            lines.add("");
            lines.add(finding.layer().title() + " at " + finding.router());
            lines.add("  evidence: " + finding.evidence());
            lines.add("  cause:    " + finding.cause());
            lines.add("  mend:     " + finding.mend());
        }
        return lines;
    }

    /** For programs: an object with the ways, then one for each finding. */
    public List<String> json() {
        List<String> lines = new ArrayList<>();
        StringBuilder first = new StringBuilder();
        JsonWriter head = new JsonWriter(first).beginObject();
        head.name("type").value("diagnosis");
        head.name("from").value(diagnosis.from());
        head.name("to").value(diagnosis.to());
        head.name("timeNanos").value(diagnosis.timeNanos());
        head.name("time").value(TimeText.instant(diagnosis.timeNanos()));
        head.name("findings").value(diagnosis.findings().size());
        head.name("there").value(diagnosis.forward());
        head.name("back").value(diagnosis.backward());
        head.endObject();
        lines.add(first.toString());
        for (Finding finding : diagnosis.findings()) {
            StringBuilder line = new StringBuilder();
            JsonWriter json = new JsonWriter(line).beginObject();
            json.name("type").value("finding");
            json.name("layer").value(finding.layer().title());
            json.name("router").value(finding.router());
            json.name("evidence").value(finding.evidence());
            json.name("cause").value(finding.cause());
            json.name("mend").value(finding.mend());
            json.endObject();
            lines.add(line.toString());
        }
        return lines;
    }
}
