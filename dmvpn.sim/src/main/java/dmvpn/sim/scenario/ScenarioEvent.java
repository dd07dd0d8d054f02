package dmvpn.sim.scenario;

import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What a scenario does and finds. */
sealed interface ScenarioEvent extends TraceEvent {

    @Override
    default String protocol() {
        return ScenarioRunner.PROTOCOL;
    }

    /** Something between routers changed. */
    sealed interface UnderlayChange extends ScenarioEvent {

        @Override
        default boolean changesState() {
            return true;
        }
    }

    /** An underlay path between two routers was broken or mended; the transport is null for all. */
    record PathChanged(boolean broken, boolean oneWay, String first, String second, String transport)
            implements UnderlayChange {

        @Override
        public String message() {
            return (broken ? "underlay path broken" : "underlay path restored") + (oneWay ? " one-way" : "");
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("first", first);
            fields.text("second", second);
            if (transport != null) {
                fields.text("transport", transport);
            }
        }
    }

    /** A transport failed or works again. */
    record TransportFailure(boolean failed, String transport) implements UnderlayChange {

        @Override
        public String message() {
            return failed ? "transport failed" : "transport restored";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("transport", transport);
        }
    }

    /** A firewall began to drop a protocol, or lets it pass again. */
    record Firewall(boolean blocks, String filtered, String from, String to) implements UnderlayChange {

        @Override
        public String message() {
            return blocks ? "firewall drops a protocol" : "firewall lets a protocol pass";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("filtered", filtered);
            fields.text("from", from);
            fields.text("to", to);
        }
    }

    /** Latency, jitter, loss or bandwidth changed: of a transport, or of a path when the transport is null. */
    record LinkChanged(String quantity, String transport, String from, String to) implements UnderlayChange {

        @Override
        public String message() {
            return transport == null ? "path changed" : "transport changed";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("quantity", quantity);
            if (transport == null) {
                fields.text("from", from);
                fields.text("to", to);
            } else {
                fields.text("transport", transport);
            }
        }
    }

    /** The line of an interface failed or works again. */
    record InterfaceFailure(boolean failed, String interfaceName) implements ScenarioEvent {

        @Override
        public String message() {
            return failed ? "interface failed" : "interface restored";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("interface", interfaceName);
        }
    }

    /** A clear command was given; the peer is null for all. */
    record Cleared(String what, String peer) implements ScenarioEvent {

        @Override
        public String message() {
            return "clear " + what;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("peer", peer);
        }
    }

    /** An operator changed a setting of a tunnel. */
    record TunnelConfigured(String tunnel, String setting) implements ScenarioEvent {

        @Override
        public String message() {
            return "configuration changed";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.text("setting", setting);
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
            return met ? ScenarioRunner.EXPECTATION_MET : ScenarioRunner.EXPECTATION_VIOLATED;
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
