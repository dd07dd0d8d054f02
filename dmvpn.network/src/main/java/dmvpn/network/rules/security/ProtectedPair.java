package dmvpn.network.rules.security;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.ArrayList;
import java.util.List;

/**
 * A client and its server that both protect their tunnels and must agree.
 *
 * @param client registering router
 * @param clientProfile its protection
 * @param server the router it registers with
 * @param serverProfile its protection
 */
record ProtectedPair(Member client, IpsecProfile clientProfile, Member server, IpsecProfile serverProfile) {

    /** Every protected registration in the order of the clients. */
    static List<ProtectedPair> of(Memberships memberships) {
        List<ProtectedPair> pairs = new ArrayList<>();
        for (var registration : memberships.registrations()) {
            registration.client().protection().ifPresent(mine -> registration.server().protection().ifPresent(other ->
                    pairs.add(new ProtectedPair(registration.client(), mine, registration.server(), other))));
        }
        return pairs;
    }

    /** Both routers, for messages. */
    String names() {
        return client.name() + " and " + server.name();
    }
}
