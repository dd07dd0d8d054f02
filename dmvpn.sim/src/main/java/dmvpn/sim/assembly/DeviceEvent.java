package dmvpn.sim.assembly;

import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/**
 * Something that happened to a device as a whole.
 *
 * @param message what
 * @param lines number of configuration lines that it concerns, 0 when it concerns none
 * @param reason why
 */
record DeviceEvent(String message, int lines, String reason) implements TraceEvent {

    @Override
    public String protocol() {
        return "Device";
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public void describe(FieldWriter fields) {
        if (lines > 0) {
            fields.number("lines", lines);
        }
    }
}
