package dmvpn.config.cisco;

/** A part of a configuration; sections follow each other in the order that a router wants. */
interface Section {

    /** Writes the part, or nothing when the device has none. */
    void write(CiscoContext context);
}
