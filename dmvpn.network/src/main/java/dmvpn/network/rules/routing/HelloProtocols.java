package dmvpn.network.rules.routing;

import dmvpn.network.rules.membership.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routing protocols that find their neighbours by multicast. */
public final class HelloProtocols {

    private HelloProtocols() {
    }

    /** The protocols on the tunnel of a member, as people call them. */
    public static List<String> of(Member member) {
        return member.derived(HelloProtocols.class, () -> {
            List<String> protocols = new ArrayList<>(1);
            EigrpOnTunnel.of(member).ifPresent(eigrp -> protocols.add("EIGRP"));
            OspfOnTunnel.of(member).ifPresent(ospf -> protocols.add("OSPF"));
            RipOnTunnel.of(member).ifPresent(rip -> protocols.add("RIP"));
            return protocols;
        });
    }

    /** A protocol that both run on their tunnels. */
    public static Optional<String> common(Member first, Member second) {
        return of(first).stream().filter(of(second)::contains).findFirst();
    }
}
