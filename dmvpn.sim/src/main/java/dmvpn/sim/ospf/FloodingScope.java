package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import java.util.List;
import java.util.Optional;

/** How far advertisements are told: on one link, in an area, or in the autonomous system (RFC 5340 section 3.5). */
interface FloodingScope {

    /** The advertisements that are told so far. */
    LinkStateDatabase database();

    /** The interfaces that they are told out of. */
    List<OspfPort> ports();

    /** The area; empty for the whole autonomous system. */
    Optional<Ipv4Address> areaId();
}
