package dmvpn.sim.tcp;

import dmvpn.network.address.IpAddress;

/**
 * Data that a program sends over a connection at a steady rate.
 *
 * @param source address of the sender
 * @param destination address of the receiver
 * @param sourcePort port of the sender, its own for each transfer
 * @param destinationPort port of the service
 * @param bitsPerSecond rate of the data, 1 and more
 * @param endNanos instant at which the program has sent everything
 */
public record TcpTransfer(IpAddress source, IpAddress destination, int sourcePort, int destinationPort, long bitsPerSecond,
        long endNanos) {

    /** A transfer that was started. */
    @FunctionalInterface
    public interface Delivery {
        /** True when everything was sent that was to be sent until the end, and the receiver has acknowledged it all. */
        boolean isComplete();
    }

    /** Told of what becomes of a transfer. */
    @FunctionalInterface
    public interface Progress {
        /** The receiver has acknowledged bytes that were not acknowledged before. */
        void acknowledged(long nowNanos);
    }
}
