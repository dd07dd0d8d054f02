package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.spf.ExternalDestination;

/** Advertisements of version 2 (RFC 2328 appendices A.4.4 and A.4.5; RFC 3101 appendix C). */
final class AdvertisementWriterV2 implements AdvertisementWriter {

    private final LinkStateIds ids = new LinkStateIdsV2();

    @Override
    public LinkStateIds ids() {
        return ids;
    }

    @Override
    public OspfOptions headerOptions(Area area) {
        return area.options();
    }

    @Override
    public LinkStateBody summaryNetwork(IpPrefix prefix, long metric) {
        return new LinkStateBodyV2.Summary(prefix.length(), metric);
    }

    @Override
    public LinkStateBody summaryBoundaryRouter(Area area, Ipv4Address router, long metric) {
        return new LinkStateBodyV2.Summary(0, metric);
    }

    @Override
    public OspfOptions headerOptions(LinkStateType type, ExternalDestination destination) {
        return type == LinkStateType.EXTERNAL ? OspfOptions.NORMAL
                : destination.propagated() ? OspfOptions.NOT_SO_STUBBY : OspfOptions.STUB;
    }

    @Override
    public LinkStateBody external(ExternalDestination destination) {
        return new LinkStateBodyV2.External(destination.prefix().length(), destination.type2(), destination.metric(),
                destination.forwardingAddress().map(address -> (Ipv4Address) address).orElse(Ipv4Address.ANY), destination.tag());
    }
}
