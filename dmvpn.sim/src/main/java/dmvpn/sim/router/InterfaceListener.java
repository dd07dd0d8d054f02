package dmvpn.sim.router;

/** Told of changes of an interface. */
public interface InterfaceListener {

    /** The line protocol or the address of the interface changed; ask the interface for the new state. */
    void changed(RouterInterface changedInterface);

    /**
     * Multicast sent on the interface reaches one more neighbour than before, such as a newly registered NHRP client or
     * a next-hop server whose tunnel is protected now.
     */
    default void multicastTargetAdded(RouterInterface changedInterface) {
    }
}
