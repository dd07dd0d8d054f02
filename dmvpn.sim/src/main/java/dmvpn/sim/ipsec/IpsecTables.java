package dmvpn.sim.ipsec;

import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Sockets and security associations of IPsec as data. */
final class IpsecTables {

    private final Collection<ProtectedTunnel> tunnels;
    private final long nowNanos;

    IpsecTables(Collection<ProtectedTunnel> tunnels, long nowNanos) {
        this.tunnels = tunnels;
        this.nowNanos = nowNanos;
    }

    List<StateTable> tables() {
        return List.of(securityAssociations(), sockets());
    }

    private StateTable securityAssociations() {
        List<List<String>> rows = new ArrayList<>();
        for (ProtectionDomain domain : tunnels.stream().map(ProtectedTunnel::domain).distinct().toList()) {
            for (ProtectedSocket socket : domain.sockets()) {
                for (EspSa sa : socket.securityAssociations()) {
                    rows.add(row(domain, socket, sa));
                }
            }
        }
        return new StateTable("IPsec security associations", List.of("inboundSpi", "outboundSpi", "local", "peer",
                "tunnels", "mode", "transform", "outbound", "encapsulated", "decapsulated", "remainingSeconds",
                "sendErrors", "receiveErrors", "inboundConnectionId", "outboundConnectionId"), rows);
    }

    private List<String> row(ProtectionDomain domain, ProtectedSocket socket, EspSa sa) {
        String names = String.join(" ", domain.tunnels().stream().map(tunnel -> tunnel.port().name()).toList());
        return List.of(String.format(Locale.ROOT, "%08x", sa.child().inboundSpi()),
                String.format(Locale.ROOT, "%08x", sa.child().outboundSpi()), socket.peer().local().toString(),
                socket.peer().remote().toString(), names, sa.transform().mode().name().toLowerCase(Locale.ROOT),
                IosTransformName.of(sa.transform()), Boolean.toString(socket.outbound() == sa),
                Long.toString(sa.encapsulated()), Long.toString(sa.decapsulated()),
                Long.toString(sa.remainingSeconds(nowNanos)), Long.toString(sa.sendErrors()), Long.toString(sa.receiveErrors()),
                Integer.toString(FlowNumbers.connectionId(sa.flows().of(true, true))),
                Integer.toString(FlowNumbers.connectionId(sa.flows().of(false, true))));
    }

    private StateTable sockets() {
        List<List<String>> rows = new ArrayList<>();
        for (ProtectedTunnel tunnel : tunnels) {
            for (ProtectedSocket socket : tunnel.domain().sockets()) {
                rows.add(List.of(tunnel.port().name(), socket.peer().local().toString(), socket.peer().remote().toString(),
                        tunnel.domain().profile().name(), socket.isUp() ? "open" : "closed",
                        Integer.toString(socket.activeSecurityAssociations()), Long.toString(socket.encapsulated()),
                        Long.toString(socket.decapsulated()), Long.toString(socket.sendErrors()),
                        Long.toString(socket.receiveErrors())));
            }
        }
        return new StateTable("IPsec sockets", List.of("tunnel", "local", "peer", "profile", "state",
                "securityAssociations", "encapsulated", "decapsulated", "sendErrors", "receiveErrors"), rows);
    }
}
