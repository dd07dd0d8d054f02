package dmvpn.network.rules.phases;

import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.OspfOnTunnel;
import dmvpn.network.rules.routing.RipOnTunnel;
import java.util.ArrayList;
import java.util.List;

/**
 * Why spokes send packets for each other to a hub: it announces itself as next hop.
 *
 * @param mend what makes the hub leave the next hop alone
 * @param origin where the setting was written
 */
public record OwnNextHop(String mend, Origin origin) {

    /** All reasons of a hub; none when it leaves the next hop of its spokes alone. */
    public static List<OwnNextHop> of(Member hub) {
        List<OwnNextHop> found = new ArrayList<>(1);
        EigrpOnTunnel.allOf(hub).stream().filter(eigrp -> eigrp.settings().nextHopSelf()).findFirst().ifPresent(eigrp ->
                found.add(new OwnNextHop("switch next-hop-self off on " + hub.tunnel().name(), eigrp.process().origin())));
        BgpOverTunnel.of(hub).flatMap(bgp -> bgp.peerings().filter(peering -> takesNextHop(bgp, peering)).findFirst())
                .ifPresent(peering -> found.add(new OwnNextHop("switch next-hop-self off", peering.origin())));
        OspfOnTunnel.of(hub).filter(ospf -> !ospf.settings().networkType().hasDesignatedRouter()).ifPresent(ospf ->
                found.add(new OwnNextHop("use OSPF network type broadcast", ospf.settings().origin())));
        return found;
    }

    /** True when spokes learn the next hop of each other's networks from the hub by some protocol, whatever the others do. */
    public static boolean isLeftAloneBy(Member hub) {
        return hub.derived(OwnNextHop.class, () -> of(hub).isEmpty()
                || EigrpOnTunnel.allOf(hub).stream().anyMatch(eigrp -> !eigrp.settings().nextHopSelf())
                || BgpOverTunnel.of(hub).filter(bgp -> bgp.peerings().noneMatch(peering -> takesNextHop(bgp, peering))).isPresent()
                || OspfOnTunnel.of(hub).filter(ospf -> ospf.settings().networkType().hasDesignatedRouter()).isPresent()
                || RipOnTunnel.of(hub).isPresent());
    }

    /** Plain next-hop-self leaves the next hop of reflected routes alone (RFC 4456 section 10). */
    private static boolean takesNextHop(BgpOverTunnel bgp, BgpPeering peering) {
        return peering.nextHopSelf() == NextHopSelf.ALL || peering.nextHopSelf() == NextHopSelf.ON && !bgp.isInner(peering);
    }
}
