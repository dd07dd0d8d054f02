package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.UpdateGroup.Exported;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.UpdatePacker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of a group between two versions, packed into messages that most members get as they are. */
final class AnnouncementBatch {

    /** Routes that are alike. */
    private static final class Alike {
        private final PathAttributes attributes;
        private final List<Exported> routes = new ArrayList<>();
        private final Set<IpAddress> sources = new HashSet<>();
        private List<BgpMessage.Update> messages = List.of();

        private Alike(PathAttributes attributes) {
            this.attributes = attributes;
        }
    }

    private final long from;
    private final long to;
    private final List<Alike> announced;
    private final List<Exported> gone = new ArrayList<>();

    AnnouncementBatch(long from, long to, List<Exported> changes) {
        this.from = from;
        this.to = to;
        Map<PathAttributes, Alike> byAttributes = new LinkedHashMap<>();
        for (Exported change : changes) {
            if (change.attributes().isEmpty()) {
                gone.add(change);
                continue;
            }
            Alike alike = byAttributes.computeIfAbsent(change.attributes().get(), Alike::new);
            alike.routes.add(change);
            change.source().ifPresent(source -> alike.sources.add(source.address()));
        }
        announced = new ArrayList<>(byAttributes.values());
        for (Alike alike : announced) {
            alike.messages = UpdatePacker.announce(alike.attributes, nlri(alike.routes));
        }
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    private static List<Nlri> nlri(List<Exported> routes) {
        return routes.stream().map(Exported::nlri).toList();
    }

    /** Messages for a member, and what it knows from now on: a route is not announced to the one who it is from. */
    List<BgpMessage.Update> messagesFor(BgpPeer peer, OutboundRules rules) {
        PeerOutput output = peer.output();
        List<Nlri> withdrawn = new ArrayList<>();
        List<BgpMessage.Update> messages = new ArrayList<>();
        for (Exported route : gone) {
            withdrawIfKnown(route, output, withdrawn);
        }
        for (Alike alike : announced) {
            if (!alike.sources.contains(peer.address()) && !alike.attributes.nextHop().equals(peer.address())) {
                alike.routes.forEach(route -> output.announced().set(route.number()));
                messages.addAll(alike.messages);
            } else {
                messages.addAll(ownMessages(alike, peer, rules, withdrawn));
            }
        }
        messages.addAll(0, UpdatePacker.withdraw(withdrawn));
        return messages;
    }

    /** Nobody is told to send to itself (RFC 4271 section 5.1.3). */
    private static List<BgpMessage.Update> ownMessages(Alike alike, BgpPeer peer, OutboundRules rules, List<Nlri> withdrawn) {
        List<Nlri> rest = new ArrayList<>();
        for (Exported route : alike.routes) {
            if (route.isFrom(peer)) {
                withdrawIfKnown(route, peer.output(), withdrawn);
            } else {
                peer.output().announced().set(route.number());
                rest.add(route.nlri());
            }
        }
        return UpdatePacker.announce(alike.attributes.nextHop().equals(peer.address())
                ? rules.byThisRouter(alike.attributes) : alike.attributes, rest);
    }

    static void withdrawIfKnown(Exported route, PeerOutput output, List<Nlri> withdrawn) {
        if (output.announced().get(route.number())) {
            output.announced().clear(route.number());
            withdrawn.add(route.nlri());
        }
    }
}
