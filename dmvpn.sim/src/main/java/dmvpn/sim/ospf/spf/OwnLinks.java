package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.sim.ospf.message.LinkStateBody.RouterLink;
import java.util.Optional;

/** The interfaces behind the links that a router tells of itself. */
public interface OwnLinks {

    /** The interface of a link; empty when it is down by now. */
    Optional<OwnLink> of(RouterLink link);

    /**
     * An interface.
     *
     * @param interfaceName its name
     * @param network its network
     */
    record OwnLink(String interfaceName, IpPrefix network) {
    }
}
