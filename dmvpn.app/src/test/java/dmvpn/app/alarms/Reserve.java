package dmvpn.app.alarms;

import dmvpn.network.device.Vendor;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.tunnel.ClusterLimit;
import dmvpn.network.tunnel.NextHopServer;
import java.util.Comparator;
import java.util.List;

/** What a design keeps for the case of a failure: servers that wait, and tunnels that stand by. */
final class Reserve {

    private Reserve() {
    }

    /** True when a client uses the server only after others have failed. */
    static boolean waits(Member client, Member server) {
        List<NextHopServer> servers = client.tunnel().nhrp().nextHopServers();
        return servers.stream().filter(each -> each.protocolAddress().equals(server.tunnel().address().address()))
                .anyMatch(each -> waits(client, servers, each));
    }

    private static boolean waits(Member client, List<NextHopServer> servers, NextHopServer asked) {
        if (client.device().platform().vendor() == Vendor.FRR) {
            return servers.stream().anyMatch(other -> other.priority() < asked.priority());
        }
        List<NextHopServer> cluster = servers.stream().filter(other -> other.cluster() == asked.cluster())
                .sorted(Comparator.comparingInt(NextHopServer::priority)).toList();
        return client.tunnel().nhrp().options().servers().limits().stream()
                .filter(limit -> limit.cluster() == asked.cluster()).mapToInt(ClusterLimit::connections)
                .anyMatch(most -> cluster.indexOf(asked) >= most);
    }

    /** True when the tunnel is used in place of another one of its router. */
    static boolean standsBy(Member member) {
        return member.device().tunnels().stream().anyMatch(other -> other.options().backup()
                .filter(backup -> backup.tunnel().equals(member.tunnel().name())).isPresent());
    }
}
