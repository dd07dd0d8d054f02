package dmvpn.sim.ospf;

/** What the router tells of itself and of the networks that it is designated for. */
interface RouterAdvertisements {

    /** Links of the router in an area changed. */
    void routerChanged(Area area);

    /** Who is on the interface's network, or who is designated for it, changed; or the interface itself. */
    void networkChanged(OspfPort port);

    /** An advertisement that others tell of an interface's network came, changed or went. */
    void linkChanged(OspfPort port);
}
