package dmvpn.sim.cdp;

import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.tunnel.DiscoveryLink;
import java.util.Optional;

/** A protocol that CDP carries something for. */
public interface CdpUser {

    /** What frames on a link have of it now; empty for nothing. */
    Optional<CdpTlv> content(DiscoveryLink link);

    /** A neighbour said something, be it new or not. */
    void heard(DiscoveryLink link, CdpNeighbor neighbor);

    /** A neighbour was silent for too long. */
    void lost(DiscoveryLink link, CdpNeighbor neighbor);

    /** The link is down, and its neighbours with it. */
    void down(DiscoveryLink link);
}
