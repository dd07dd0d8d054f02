package dmvpn.bench.harness;

/** A value that needs no baseline because it is the same on every machine, such as bytes of an event. */
public non-sealed interface Gauge extends Measure {

    /** Unit of the value. */
    String unit();

    /** Measures once. */
    double value() throws Exception;
}
