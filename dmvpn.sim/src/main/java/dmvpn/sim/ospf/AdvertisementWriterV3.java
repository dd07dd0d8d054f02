package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.ospf.message.AdvertisedPrefix;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.spf.ExternalDestination;
import java.util.OptionalLong;

/** Advertisements of version 3 (RFC 5340 appendices A.4.5 to A.4.8): their headers have no options. */
final class AdvertisementWriterV3 implements AdvertisementWriter {

    private final LinkStateIds ids = new LinkStateIdsV3();

    @Override
    public LinkStateIds ids() {
        return ids;
    }

    @Override
    public OspfOptions headerOptions(Area area) {
        return OspfOptions.NONE;
    }

    @Override
    public LinkStateBody summaryNetwork(IpPrefix prefix, long metric) {
        return new LinkStateBodyV3.InterAreaPrefix(metric, AdvertisedPrefix.of(prefix));
    }

    @Override
    public LinkStateBody summaryBoundaryRouter(Area area, Ipv4Address router, long metric) {
        return new LinkStateBodyV3.InterAreaRouter(area.options().forwardingIpv6(), metric, router);
    }

    @Override
    public OspfOptions headerOptions(LinkStateType type, ExternalDestination destination) {
        return OspfOptions.NONE;
    }

    @Override
    public LinkStateBody external(ExternalDestination destination) {
        int options = destination.propagated() ? AdvertisedPrefix.PROPAGATE : 0;
        return new LinkStateBodyV3.External(destination.type2(), destination.metric(),
                new AdvertisedPrefix(destination.prefix(), options),
                destination.forwardingAddress().map(address -> (Ipv6Address) address),
                destination.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(destination.tag()));
    }
}
