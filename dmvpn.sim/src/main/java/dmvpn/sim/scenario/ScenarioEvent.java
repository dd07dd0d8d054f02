package dmvpn.sim.scenario;

import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What a scenario does and finds. */
sealed interface ScenarioEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "Scenario";
    }

    /** An underlay path between two routers was broken or mended. */
    record PathChanged(boolean broken, String first, String second) implements ScenarioEvent {

        @Override
        public String message() {
            return broken ? "underlay path broken" : "underlay path restored";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("first", first);
            fields.text("second", second);
        }
    }

    /** An action could not be done. */
    record NotDone(String action, String reason) implements ScenarioEvent {

        @Override
        public String message() {
            return "action not done";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("action", action);
        }
    }

    /** An expectation was found met or violated. */
    record Checked(String expectation, boolean met, String explanation) implements ScenarioEvent {

        @Override
        public String message() {
            return met ? "expectation met" : "expectation violated";
        }

        @Override
        public String reason() {
            return explanation;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("expectation", expectation);
        }
    }
}
