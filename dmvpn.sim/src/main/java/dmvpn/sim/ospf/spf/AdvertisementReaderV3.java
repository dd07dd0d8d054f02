package dmvpn.sim.ospf.spf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateBodyV3;

/** Advertisements of version 3: destinations are in their content, and ids mean nothing (RFC 5340 section 2.8). */
public record AdvertisementReaderV3() implements AdvertisementReader {

    @Override
    public AreaGraph graph(AreaView area, Ipv4Address root, long nowNanos) {
        return new AreaGraphV3(area, root, nowNanos);
    }

    @Override
    public SummaryNetwork summaryNetwork(DatabaseEntry entry) {
        LinkStateBodyV3.InterAreaPrefix body = (LinkStateBodyV3.InterAreaPrefix) entry.advertisement().body();
        return new SummaryNetwork(body.prefix().prefix(), body.metric());
    }

    @Override
    public SummaryBoundaryRouter summaryBoundaryRouter(DatabaseEntry entry) {
        LinkStateBodyV3.InterAreaRouter body = (LinkStateBodyV3.InterAreaRouter) entry.advertisement().body();
        return new SummaryBoundaryRouter(body.router(), body.metric());
    }

    @Override
    public ExternalDestination external(DatabaseEntry entry) {
        LinkStateBodyV3.External body = (LinkStateBodyV3.External) entry.advertisement().body();
        return new ExternalDestination(body.prefix().prefix(), body.type2(), body.metric(),
                body.forwardingAddress().map(address -> address), body.tag().orElse(0), body.prefix().isPropagated());
    }
}
