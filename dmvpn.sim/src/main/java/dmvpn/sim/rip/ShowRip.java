package dmvpn.sim.rip;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.show.ElapsedTime;
import java.util.Collection;
import java.util.TreeMap;

/** {@code show ip rip database} in the layout of IOS and IOS-XE, without the lines of summaries that only classful networks have. */
final class ShowRip {

    private final RipContext context;

    ShowRip(RipContext context) {
        this.context = context;
    }

    String database(Collection<RipRoute> routes, Collection<RipPort> ports) {
        TreeMap<IpPrefix, String> lines = new TreeMap<>();
        routes.forEach(route -> lines.put(route.prefix(), text(route)));
        for (RipPort port : ports) {
            port.announcedSummaries().forEach(summary -> lines.merge(summary, summary + "    int-summary\n",
                    (route, line) -> route.contains(line) ? route : line + route));
        }
        return String.join("", lines.values());
    }

    private String text(RipRoute route) {
        if (route.isUnreachable()) {
            return route.prefix() + " is possibly down\n";
        }
        return switch (route.kind()) {
            case CONNECTED -> route.prefix() + "    directly connected, " + route.connectedPort().name() + "\n";
            case DEFAULT -> route.prefix() + "    redistributed\n    [1] via 0.0.0.0, \n";
            case REDISTRIBUTED -> route.prefix() + "    redistributed\n    [" + route.metric() + "] via "
                    + route.seeded().nextHop().map(Ipv4Address::toString).orElse("0.0.0.0") + ", \n";
            case LEARNED -> learned(route);
        };
    }

    private String learned(RipRoute route) {
        StringBuilder text = new StringBuilder(route.prefix() + "\n");
        for (RipPath path : route.paths()) {
            text.append("    [").append(route.metric()).append("] via ").append(path.nextHop()).append(", ");
            if (!path.nextHop().equals(path.from())) {
                text.append("from ").append(path.from()).append(", ");
            }
            text.append(ElapsedTime.format(context.nowNanos() - path.heardAtNanos())).append(", ")
                    .append(path.port().name()).append('\n');
        }
        return text.toString();
    }
}
