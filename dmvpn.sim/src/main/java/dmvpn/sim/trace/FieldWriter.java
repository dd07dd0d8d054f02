package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;

/**
 * Takes the fields of a trace event or a packet, in order. One description serves the binary trace, the timeline, JSON
 * and the debugger's variables. Names are stable, lower camel case and the field's standard terms.
 */
public interface FieldWriter {

    /** A number. */
    void number(String name, long value);

    /** A number that people read in hexadecimal, such as an SPI. */
    void hex(String name, long value);

    /** A truth value. */
    void flag(String name, boolean value);

    /** A span of time in nanoseconds. */
    void duration(String name, long nanos);

    /** An address; null means absent. */
    void address(String name, IpAddress value);

    /** A prefix; null means absent. */
    void prefix(String name, IpPrefix value);

    /** A text from a small set, such as a name or a state: stored once, referred to by number. Null means absent. */
    void text(String name, String value);
}
