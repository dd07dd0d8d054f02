package dmvpn.diagram.layout;

import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterKind;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.TransportNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Diagrams of any size for tests. */
public final class Diagrams {

    private Diagrams() {
    }

    /** Some hubs on two transports and spokes with names of many lengths, each tenth a family. */
    public static Diagram of(int hubs, int spokes) {
        return of(hubs, IntStream.range(0, spokes).mapToObj(Diagrams::spoke).toList());
    }

    /** The same with given spokes. */
    public static Diagram of(int hubs, List<RouterNode> spokes) {
        List<RouterNode> hubNodes = IntStream.range(0, hubs)
                .mapToObj(index -> router(RouterKind.HUB, "HQ" + index, 1)).toList();
        List<TransportNode> transports = List.of(
                new TransportNode("transport:Internet", "Internet", "latency 20ms \u00b7 DHCP 198.18.0.0/16"),
                new TransportNode("transport:Mpls", "A provider's private network of a very long name", "mpls-vpn"));
        List<Connection> connections = new ArrayList<>();
        for (RouterNode hub : hubNodes) {
            connections.add(wan(hub, "transport:Internet"));
        }
        for (RouterNode spoke : spokes) {
            connections.add(wan(spoke, "transport:Internet"));
            connections.add(wan(spoke, "transport:Mpls"));
            for (RouterNode hub : hubNodes) {
                connections.add(new Connection.Tunnel("tunnel:" + spoke.id() + hub.id(), spoke.id(), hub.id(),
                        "cloud:Corp", spoke.label() + " registers with " + hub.label()));
            }
        }
        return new Diagram("Acme", List.of(new CloudNode("cloud:Corp", "Corp", "10.255.0.0/16", "Phase 3")), transports,
                hubNodes, spokes, connections);
    }

    /** A spoke whose name's length depends on its number. */
    public static RouterNode spoke(int number) {
        return router(RouterKind.SPOKE, "Branch" + "-of-the-north".repeat(number % 4) + number, number % 10 == 9 ? 200 : 1);
    }

    private static RouterNode router(RouterKind kind, String name, long members) {
        return new RouterNode("router:" + name, kind, name, members, members > 1, List.of("10.255.0.{10+n}"),
                List.of("DHCP", "172.16.0.1/24"), List.of("10.100.{n}.0/24"));
    }

    private static Connection wan(RouterNode router, String transport) {
        return new Connection.WanAttachment("wan:" + router.id() + transport, router.id(), transport, "attached");
    }
}
