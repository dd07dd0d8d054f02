package dmvpn.dsl.compile;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.values.ComputedText;
import dmvpn.dsl.values.ComputedTextException;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of clouds, as far as the routing of other members depends on them: the hubs of each cloud, and all members
 * where every router is told of the others, as with static routes, BGP and OSPF on non-broadcast networks.
 *
 * @param byCloud members in the order of the model
 */
record CloudMembers(Map<CloudPlan, List<CloudMember>> byCloud) {

    static final CloudMembers NONE = new CloudMembers(Map.of());

    static CloudMembers of(List<RouterSite> sites) {
        Map<CloudPlan, List<CloudMember>> members = new LinkedHashMap<>();
        for (RouterSite site : sites) {
            for (Membership membership : site.memberships()) {
                if (site.plan().isHub() || needsAll(membership.cloud())) {
                    members.computeIfAbsent(membership.cloud(), cloud -> new ArrayList<>()).add(member(site, membership));
                }
            }
        }
        return new CloudMembers(members);
    }

    /** True when other routers of a cloud are told of each member. */
    static boolean needsAll(CloudPlan cloud) {
        return cloud.routing().stream().anyMatch(plan -> switch (plan.protocol()) {
            case BGP, STATIC -> true;
            // Hubs name the members of a network that multicast does not reach.
            case OSPF -> plan.tunnels().networkTypes().stream().anyMatch(said -> said.value() == OspfNetworkType.NON_BROADCAST);
            default -> false;
        });
    }

    private static CloudMember member(RouterSite site, Membership membership) {
        RouterPlan plan = site.plan();
        Optional<String> vrf = membership.vrf();
        return new CloudMember(plan.name(), plan.reference(), plan.isHub(), membership.address().address(),
                networks(site, vrf), vrf, plan.number().orElse(0), servers(membership.join(), plan));
    }

    /** The local networks in the table of its tunnel. */
    private static List<IpPrefix> networks(RouterSite site, Optional<String> vrf) {
        return site.localNetworks().stream().filter(network -> network.networkInterface().vrf().equals(vrf))
                .map(LocalNetwork::prefix).toList();
    }

    private static List<String> servers(JoinClause join, RouterPlan plan) {
        List<String> servers = new ArrayList<>();
        for (ServerClause server : join.getServers()) {
            if (server.getRouter() != null && server.getRouter().getName() != null) {
                servers.add(server.getRouter().getName() + (server.getMember() == null ? "" : "[" + member(server, plan) + "]"));
            } else if (server.getAddress() != null) {
                servers.add(server.getAddress());
            }
        }
        return servers;
    }

    private static String member(ServerClause server, RouterPlan plan) {
        try {
            return plan.number().isPresent() ? ComputedText.expand(server.getMember(), plan.number().getAsInt()) : server.getMember();
        } catch (ComputedTextException unreadable) {
            return server.getMember(); // reported where the servers are compiled
        }
    }

    /** The known members of a cloud. */
    List<CloudMember> of(CloudPlan cloud) {
        return byCloud.getOrDefault(cloud, List.of());
    }

    /** The hubs of a cloud in the order of the model. */
    List<CloudMember> hubs(CloudPlan cloud) {
        return of(cloud).stream().filter(CloudMember::hub).toList();
    }

    /** The local networks of the hubs of a cloud. */
    List<IpPrefix> hubNetworks(CloudPlan cloud) {
        return hubs(cloud).stream().flatMap(hub -> hub.networks().stream()).toList();
    }
}
