package dmvpn.dsl.compile;

import dmvpn.network.tunnel.TunnelInterface;

/**
 * A membership and the tunnel that realises it.
 *
 * @param membership the membership
 * @param tunnel its tunnel
 */
record MemberTunnel(Membership membership, TunnelInterface tunnel) {
}
