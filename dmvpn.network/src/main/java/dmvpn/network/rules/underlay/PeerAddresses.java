package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.Transport;
import java.util.List;

/**
 * The NBMA addresses that one end of a registration sends to.
 *
 * @param from who sends
 * @param to whose addresses they are
 * @param addresses the one that is configured, or the first and the last that may be leased; none when that is not known
 */
record PeerAddresses(Member from, Member to, List<IpAddress> addresses) {

    /** Both directions of a registration. */
    static List<PeerAddresses> of(Registration registration, RouterView router) {
        return List.of(
                new PeerAddresses(registration.client(), registration.server(), List.of(registration.statement().nbmaAddress())),
                new PeerAddresses(registration.server(), registration.client(), addressesOf(registration.client(), router)));
    }

    private static List<IpAddress> addressesOf(Member member, RouterView router) {
        if (!member.hasDynamicNbmaAddress()) {
            return member.fixedNbmaAddress().stream().toList();
        }
        return member.source().flatMap(router::transportOf).flatMap(Transport::dhcpPool)
                .map(pool -> List.of(pool.network(), pool.lastAddress())).orElse(List.of());
    }
}
