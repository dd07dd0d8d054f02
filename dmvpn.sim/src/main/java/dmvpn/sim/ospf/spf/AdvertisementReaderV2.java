package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import java.util.Optional;

/** Advertisements of version 2: destinations are named by the id and a mask (RFC 2328 appendices A.4.4 and A.4.5). */
public record AdvertisementReaderV2() implements AdvertisementReader {

    @Override
    public AreaGraph graph(AreaView area, Ipv4Address root, long nowNanos) {
        return new AreaGraphV2(area, root, nowNanos);
    }

    @Override
    public SummaryNetwork summaryNetwork(DatabaseEntry entry) {
        LinkStateBodyV2.Summary body = (LinkStateBodyV2.Summary) entry.advertisement().body();
        return new SummaryNetwork(entry.advertisement().prefix(body.maskLength()), body.metric());
    }

    @Override
    public SummaryBoundaryRouter summaryBoundaryRouter(DatabaseEntry entry) {
        return new SummaryBoundaryRouter(entry.key().id(), ((LinkStateBodyV2.Summary) entry.advertisement().body()).metric());
    }

    @Override
    public ExternalDestination external(DatabaseEntry entry) {
        LinkStateBodyV2.External body = (LinkStateBodyV2.External) entry.advertisement().body();
        Optional<IpAddress> forwardingAddress =
                Optional.<IpAddress>of(body.forwardingAddress()).filter(address -> !address.isUnspecified());
        return new ExternalDestination(entry.advertisement().prefix(body.maskLength()), body.type2(), body.metric(),
                forwardingAddress, body.tag(), entry.advertisement().header().options().nssa());
    }
}
