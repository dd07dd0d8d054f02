package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;

/** Watches neighbours for protocols that ask for it, as BFD does (RFC 5882). Each neighbour is watched once for all. */
public interface NeighborDetection {

    /** Watches nobody. */
    NeighborDetection NONE = new NeighborDetection() {

        @Override
        public void watch(WatchedNeighbor neighbor, Client client) {
            // nobody is ever lost
        }

        @Override
        public void forget(WatchedNeighbor neighbor, Client client) {
            // nobody is watched
        }

        @Override
        public void pathGone(WatchedNeighbor neighbor, Client client) {
            // nobody is watched
        }
    };

    /** Watches a neighbour from now on; a client that asks again is told once. */
    void watch(WatchedNeighbor neighbor, Client client);

    /** The client does not care any more. When nobody does, the neighbour is told that this is no failure. */
    void forget(WatchedNeighbor neighbor, Client client);

    /** The client does not care any more, since it knows no way to the neighbour: who cannot be reached is told nothing. */
    void pathGone(WatchedNeighbor neighbor, Client client);

    /**
     * A router on the other end of an interface.
     *
     * @param interfaceName interface of this router
     * @param address its address on the network of the interface
     */
    record WatchedNeighbor(String interfaceName, IpAddress address) {
    }

    /** A protocol that wants to know. */
    interface Client {

        /** Name as people know it. */
        String name();

        /**
         * A neighbour that was reachable is so no longer. The client may ask to forget it meanwhile.
         *
         * @param reason why, for people
         */
        void lost(WatchedNeighbor neighbor, String reason);
    }
}
