package dmvpn.diagram.edit;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.InternetExitClause;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Attaches routers to transports. */
final class Uplinks {

    /** For documentation (RFC 5737), and beyond them the space shared by providers (RFC 6598). */
    private static final List<String> SUBNETS = List.of("203.0.113.0/24", "192.0.2.0/24", "100.127.0.0/24", "100.127.1.0/24",
            "100.127.2.0/24", "100.127.3.0/24");
    private static final int GATEWAY = 254;

    private final EditContext context;

    Uplinks(EditContext context) {
        this.context = context;
    }

    WanClause attach(RouterDeclaration router, TransportDeclaration transport) {
        WanClause wan = ModelFactory.eINSTANCE.createWanClause();
        wan.setTransport(transport);
        boolean leases = transport.getDhcpPool() != null;
        boolean leased = leases && !(router instanceof HubDeclaration);
        if (leased || leases && standsForSeveral(router)) {
            wan.setDhcp(true);
        } else {
            setAddress(wan, router, transport, context.plan().freeAttachment(transport));
        }
        // The uplinks of a transport are in one front-door VRF at most sites, or in none.
        context.uplinksTo(transport).map(WanClause::getVrf).filter(Objects::nonNull).findFirst()
                .filter(vrf -> router.getWans().stream().noneMatch(other -> vrf.equals(other.getVrf())))
                .ifPresent(wan::setVrf);
        router.getWans().add(wan);
        return wan;
    }

    private void setAddress(WanClause wan, RouterBody router, TransportDeclaration transport,
            Optional<InterfaceAddress> free) {
        if (standsForSeveral(router)) {
            throw new EditRefusedException("Transport " + transport.getName() + " leases no addresses, and each member of "
                    + router.getName() + " needs one of its own: give the transport a DHCP pool, or declare them one by one");
        }
        InterfaceAddress address = free.orElseGet(this::firstOfFreeSubnet);
        wan.setDhcp(false);
        wan.setAddress(address.toString());
        wan.setGateway(gateway(transport, address));
    }

    /** Members of a family share its clauses, and the routers that use a fragment share those. */
    private static boolean standsForSeveral(RouterBody router) {
        return router instanceof FragmentDeclaration
                || router instanceof RouterDeclaration declared && !declared.getMembers().isEmpty();
    }

    private InterfaceAddress firstOfFreeSubnet() {
        List<IpPrefix> taken = context.routers().flatMap(router -> router.getWans().stream()).map(WanClause::getAddress)
                .filter(Objects::nonNull).flatMap(text -> InterfaceAddress.tryParse(text).stream()).map(InterfaceAddress::prefix)
                .toList();
        return SUBNETS.stream().map(IpPrefix::parse).filter(subnet -> taken.stream().noneMatch(subnet::overlaps)).findFirst()
                .map(subnet -> new InterfaceAddress(subnet.network().plus(1), subnet.length()))
                .orElseThrow(() -> new EditRefusedException(
                        "No subnet for documentation is free: give the transport a DHCP pool"));
    }

    /** That of the others in the subnet; in a subnet where nobody is yet, its last address. */
    private String gateway(TransportDeclaration transport, InterfaceAddress address) {
        List<WanClause> others = context.uplinksTo(transport)
                .filter(other -> Optional.ofNullable(other.getAddress()).flatMap(InterfaceAddress::tryParse)
                        .filter(there -> !there.equals(address) && there.prefix().equals(address.prefix())).isPresent()).toList();
        return others.isEmpty() ? address.prefix().network().plus(GATEWAY).toString()
                : others.stream().map(WanClause::getGateway).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Takes an uplink to another transport, with the settings of its router that name the old one. */
    WanClause move(WanClause wan, TransportDeclaration transport) {
        TransportDeclaration old = wan.getTransport();
        if (old == transport) {
            throw new EditRefusedException("The uplink is attached to " + transport.getName() + " already");
        }
        RouterBody router = (RouterBody) wan.eContainer();
        Optional<InterfaceAddress> free = context.plan().freeAttachment(transport);
        wan.setTransport(transport);
        boolean leases = transport.getDhcpPool() != null;
        if (wan.isDhcp() && !leases) {
            setAddress(wan, router, transport, free);
        } else if (!wan.isDhcp()) {
            moveAddress(wan, router, transport, free);
        }
        if (router.getWans().stream().noneMatch(other -> other.getTransport() == old)) {
            retarget(router, old, transport);
        }
        return wan;
    }

    /** An address is one of a subnet of its transport: where others show the new one's, a free address there replaces it. */
    private void moveAddress(WanClause wan, RouterBody router, TransportDeclaration transport, Optional<InterfaceAddress> free) {
        if (free.isPresent() && !standsForSeveral(router)) {
            setAddress(wan, router, transport, free);
        } else if (transport.getDhcpPool() != null && !(router instanceof HubDeclaration)) {
            wan.setAddress(null);
            wan.setGateway(null);
            wan.setDhcp(true);
        }
    }

    private static void retarget(RouterBody router, TransportDeclaration old, TransportDeclaration now) {
        for (JoinClause join : router.getJoins()) {
            if (join.getTransport() == old) {
                join.setTransport(now);
            }
            if (join.getRouteVia() == old) {
                join.setRouteVia(now);
            }
        }
        for (InternetExitClause exit : router.getExits()) {
            if (exit.getTransport() == old) {
                exit.setTransport(now);
            }
        }
        for (RoutingClause routing : router.getRouting()) {
            for (RoutingInterfaceClause place : routing.getInterfaces()) {
                if (place.getTransport() == old) {
                    place.setTransport(now);
                }
            }
        }
    }
}
