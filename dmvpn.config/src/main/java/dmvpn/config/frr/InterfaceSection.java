package dmvpn.config.frr;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;

/** Interfaces with their addresses and with what routing protocols say about them; of tunnels the latter alone. */
final class InterfaceSection implements Section {

    @Override
    public void write(FrrContext context) {
        for (NetworkInterface port : context.device().interfaces()) {
            List<String> lines = new ArrayList<>();
            port.transport().ifPresent(transport -> lines.add("description " + transport));
            if (port.assignment() instanceof AddressAssignment.Static fixed) {
                lines.add(FrrText.family(fixed.address().address()) + " address " + fixed.address());
            }
            if (!port.enabled()) {
                lines.add("shutdown");
            }
            context.block(port.origin(), List.of("interface " + port.name()));
            context.lines(port.origin(), FrrText.indented(" ", lines));
            InterfaceRouting.write(context, port.name(), port.kind());
            context.line(port.origin(), "exit");
        }
        for (TunnelInterface tunnel : context.device().tunnels()) {
            context.block(tunnel.origin(), List.of("interface " + tunnel.name(),
                    " " + FrrText.family(tunnel.address().address()) + " address " + tunnel.address().address()
                            + "/" + tunnel.address().address().bitLength()));
            InterfaceRouting.write(context, tunnel.name(), InterfaceKind.WAN);
            context.line(tunnel.origin(), "exit");
        }
    }
}
