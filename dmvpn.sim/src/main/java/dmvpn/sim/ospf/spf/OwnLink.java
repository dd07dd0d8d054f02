package dmvpn.sim.ospf.spf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.sim.ospf.database.LinkStateDatabase;

/** What the calculation of routes has to know of an interface of the router. */
public interface OwnLink {

    /** Name of the interface. */
    String name();

    /** True while it takes part. */
    boolean isUp();

    /** Address and network that it came up with. */
    InterfaceAddress address();

    /** What the router calls it in packets of version 3. */
    long interfaceId();

    /** Advertisements that are told on it alone; none in version 2. */
    LinkStateDatabase database();
}
