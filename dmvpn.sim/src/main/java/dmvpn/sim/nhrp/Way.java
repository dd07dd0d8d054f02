package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;

/** Where routing leads from this router, as NHRP sees it. */
sealed interface Way {

    /** The address is this router's own. */
    record Local() implements Way {
    }

    /**
     * On through the NHRP network: another station of it knows more.
     *
     * @param tunnel tunnel that leads there
     * @param nextHop the next station
     */
    record ThroughCloud(NhrpTunnel tunnel, IpAddress nextHop) implements Way {
    }

    /**
     * Out of the NHRP network: this router is the egress.
     *
     * @param prefix prefix of the route that leaves
     */
    record Egress(IpPrefix prefix) implements Way {
    }

    /** No route, or one that discards. */
    record Unreachable() implements Way {
    }
}
