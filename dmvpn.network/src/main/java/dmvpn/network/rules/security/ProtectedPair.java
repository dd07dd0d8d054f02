package dmvpn.network.rules.security;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
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

    /** Every protected registration of a router. */
    static List<ProtectedPair> of(RouterView router) {
        return router.derived(ProtectedPair.class, () -> find(router));
    }

    private static List<ProtectedPair> find(RouterView router) {
        List<ProtectedPair> pairs = new ArrayList<>();
        for (var registration : router.registrations()) {
            registration.client().protection().ifPresent(mine -> registration.server().protection().ifPresent(other ->
                    pairs.add(new ProtectedPair(registration.client(), mine, registration.server(), other))));
        }
        return pairs;
    }

    /** True when both have the very same profile, as the members of most clouds do: there is nothing to compare. */
    boolean isOneProfile() {
        return clientProfile == serverProfile;
    }

    /** Both routers, for messages. */
    String names() {
        return client.name() + " and " + server.name();
    }
}
