package dmvpn.sim.snapshot;

/**
 * Something that all instants of a run share, such as the trace of it all. A snapshot keeps the reference and does not look
 * inside; putting a run back to a snapshot leaves it as it is.
 */
public interface Timeless {
}
