package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import java.util.Collection;
import java.util.List;

/** What the calculation of routes has to know of an area. */
public interface AreaView {

    /** Number; 0 is the backbone. */
    long number();

    /** Kind. */
    OspfAreaKind kind();

    /** Prefixes that stand for its networks in other areas. */
    List<IpPrefix> ranges();

    /** Its advertisements. */
    LinkStateDatabase database();

    /** The router's interfaces in it. */
    Collection<? extends OwnLink> links();

    /** True when some neighbour in it is fully adjacent. */
    boolean hasAdjacency();
}
