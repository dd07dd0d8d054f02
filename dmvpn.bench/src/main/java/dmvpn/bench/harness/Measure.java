package dmvpn.bench.harness;

/** Something that is measured. */
public sealed interface Measure permits Comparison, Gauge {

    /** Stable name on the command line and in result files. */
    String id();

    /** What is measured, in one line. */
    String title();

    /** What is demanded of the value. */
    Demand demand();
}
