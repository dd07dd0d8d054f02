package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;

/** Reads advertisements of one version for the calculation of routes, which is the same in both. */
public sealed interface AdvertisementReader permits AdvertisementReaderV2, AdvertisementReaderV3 {

    /**
     * A network of another area.
     *
     * @param prefix the network
     * @param metric cost from the border router
     */
    record SummaryNetwork(IpPrefix prefix, long metric) {
    }

    /**
     * A boundary router of another area.
     *
     * @param router its router ID
     * @param metric cost from the border router
     */
    record SummaryBoundaryRouter(Ipv4Address router, long metric) {
    }

    /** The routers and networks of an area, to be seen from a router at an instant. */
    AreaGraph graph(AreaView area, Ipv4Address root, long nowNanos);

    /** What an advertisement of a network of another area says. */
    SummaryNetwork summaryNetwork(DatabaseEntry entry);

    /** What an advertisement of a boundary router of another area says. */
    SummaryBoundaryRouter summaryBoundaryRouter(DatabaseEntry entry);

    /** What an advertisement of a destination outside says. */
    ExternalDestination external(DatabaseEntry entry);
}
