package dmvpn.app.debug.breakpoint;

import dmvpn.sim.trace.TimeText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a breakpoint waits for. */
public sealed interface Trigger {

    /** In a few words, such as {@code NHRP Registration Request sent}. */
    String title();

    /**
     * Events that a line of the model configured: those of the router, tunnel, interface or statement that begins in it.
     *
     * @param file the model's file
     * @param line line from 1
     */
    record Line(Path file, int line) implements Trigger {
        @Override
        public String title() {
            return file.getFileName() + ":" + line;
        }
    }

    /**
     * Events of a protocol. What is empty may be anything.
     *
     * @param protocol protocol as the timeline shows it, in any case
     * @param message a part of the message, in any case
     * @param direction which way it goes
     */
    record Event(Optional<String> protocol, Optional<String> message, Optional<Direction> direction) implements Trigger {
        @Override
        public String title() {
            return (protocol.orElse("") + " " + message.orElse(protocol.isEmpty() ? "any event" : "")).strip()
                    + direction.map(way -> way == Direction.SENT ? ", sent" : ", received").orElse("");
        }
    }

    /**
     * A value of the run that becomes another one.
     *
     * @param expression a watch expression, such as {@code Branch1.nhrp[10.255.0.2].nbma}
     */
    record Change(String expression) implements Trigger {
        @Override
        public String title() {
            return expression + " changes";
        }
    }

    /**
     * The first event at or behind an instant.
     *
     * @param instant since the start of the run
     */
    record Instant(Duration instant) implements Trigger {
        @Override
        public String title() {
            return "at " + TimeText.instant(instant.toNanos()) + " s";
        }
    }

    /** An expectation of the scenario is not met. */
    record FailedExpectation() implements Trigger {
        @Override
        public String title() {
            return "expectation not met";
        }
    }
}
