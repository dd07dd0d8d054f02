package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.spf.ExternalDestination;

/** Makes advertisements of destinations in other areas and outside, as one version has them. */
interface AdvertisementWriter {

    /** Ids of advertisements about prefixes, for one area or for the autonomous system. */
    LinkStateIds ids();

    /** Options in the headers of advertisements of an area. */
    OspfOptions headerOptions(Area area);

    /** A network of another area. */
    LinkStateBody summaryNetwork(IpPrefix prefix, long metric);

    /** A boundary router of another area. */
    LinkStateBody summaryBoundaryRouter(Area area, Ipv4Address router, long metric);

    /** Options in the header of an advertisement of a destination outside. */
    OspfOptions headerOptions(LinkStateType type, ExternalDestination destination);

    /** A destination outside. */
    LinkStateBody external(ExternalDestination destination);
}
