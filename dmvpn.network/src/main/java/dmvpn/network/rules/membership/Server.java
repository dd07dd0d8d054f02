package dmvpn.network.rules.membership;

import java.util.List;

/**
 * A next-hop server with the routers that register with it.
 *
 * @param member the server
 * @param clients its clients in the order of the network
 */
public record Server(Member member, List<Member> clients) {
}
