package dmvpn.config.frr;

/** A part of a configuration; sections follow each other in the order that {@code vtysh} reads them. */
interface Section {

    /** Writes the part, or nothing when the device has none. */
    void write(FrrContext context);
}
