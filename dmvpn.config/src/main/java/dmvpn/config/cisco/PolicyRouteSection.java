package dmvpn.config.cisco;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.forwarding.ClearedDontFragment;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Access lists and route maps of policy routes: one map for each interface, in which the first match decides. */
final class PolicyRouteSection implements Section {

    private static final int SEQUENCE_STEP = 10;
    private static final String PREFIX = "PBR-";
    private static final String CLEAR = " set ip df 0";

    @Override
    public void write(CiscoContext context) {
        Map<String, Integer> sequences = new LinkedHashMap<>();
        for (PolicyRoute route : context.device().forwarding().policyRoutes()) {
            String map = nameOf(route.scope());
            int sequence = sequences.merge(map, SEQUENCE_STEP, Integer::sum);
            boolean ipv6 = route.nextHop() instanceof Ipv6Address;
            String list = map + "-" + sequence;
            boolean matches = route.source().isPresent() || route.destination().isPresent() || route.protocol().isPresent();
            if (matches) {
                context.block(route.origin(), accessList(list, route, ipv6));
            }
            String family = CiscoText.family(route.nextHop());
            context.block(route.origin(), "route-map " + map + " permit " + sequence
                    + (matches ? "\n match " + family + " address " + list : "")
                    + "\n set " + family + " next-hop " + route.nextHop()
                    + (!ipv6 && isCleared(context, route.scope()) ? "\n" + CLEAR : ""));
        }
        for (ClearedDontFragment cleared : context.device().forwarding().clearedDontFragment()) {
            String map = nameOf(new PolicyScope.ArrivingOn(cleared.interfaceName(), cleared.origin()));
            context.block(cleared.origin(), "route-map " + map + " permit " + sequences.merge(map, SEQUENCE_STEP, Integer::sum)
                    + "\n" + CLEAR);
        }
        context.device().forwarding().policyRoutes().stream().filter(route -> route.scope() instanceof PolicyScope.OwnPackets)
                .findFirst().ifPresent(route -> context.block(route.origin(),
                        CiscoText.family(route.nextHop()) + " local policy route-map " + nameOf(route.scope())));
    }

    private static boolean isCleared(CiscoContext context, PolicyScope scope) {
        return scope instanceof PolicyScope.ArrivingOn on
                && context.device().forwarding().clearedDontFragment(on.interfaceName()).isPresent();
    }

    /** Name of the route map. */
    static String nameOf(PolicyScope scope) {
        return switch (scope) {
            case PolicyScope.OwnPackets own -> PREFIX + "LOCAL";
            case PolicyScope.ArrivingOn on -> PREFIX + on.interfaceName().replace('/', '-');
        };
    }

    private static String accessList(String name, PolicyRoute route, boolean ipv6) {
        String protocol = route.protocol().map(PolicyRouteSection::protocol).orElse(ipv6 ? "ipv6" : "ip");
        return (ipv6 ? "ipv6 access-list " : "ip access-list extended ") + name
                + "\n permit " + protocol + " " + matched(route.source()) + " " + matched(route.destination());
    }

    private static String protocol(PacketProtocol protocol) {
        return switch (protocol) {
            case AH -> "ahp";
            default -> protocol.keyword();
        };
    }

    private static String matched(Optional<IpPrefix> prefix) {
        return prefix.map(CiscoText::withWildcard).orElse("any");
    }
}
