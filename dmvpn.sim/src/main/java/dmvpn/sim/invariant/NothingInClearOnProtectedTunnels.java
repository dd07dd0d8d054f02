package dmvpn.sim.invariant;

import dmvpn.network.device.Device;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.tunnel.GrePacket;
import java.util.Optional;

/** Nothing leaves unprotected on a protected tunnel (RFC 4301 section 5.1: what the policy protects is not bypassed). */
final class NothingInClearOnProtectedTunnels implements Invariant.OfSent {

    @Override
    public String name() {
        return "nothing leaves a protected tunnel in clear";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.packet().protocolNumber() != IpPacket.GRE
                || !(crossing.packet().readableContent() instanceof GrePacket gre)) {
            return;
        }
        Optional<Device> device = crossing.router();
        if (device.isPresent() && device.get().tunnels().stream()
                .filter(tunnel -> tunnel.sourceInterface().equals(crossing.interfaceName()) && tunnel.key().equals(gre.key()))
                .anyMatch(tunnel -> tunnel.protection().isPresent()) && isOnlyProtected(device.get(), crossing, gre)) {
            complaints.complain("GRE with " + gre.summary() + " to " + crossing.packet().destination() + " left "
                    + crossing.interfaceName() + " in clear");
        }
    }

    /** Tunnels of one source and key may differ; then the packet may be of the unprotected one. */
    private static boolean isOnlyProtected(Device device, Crossing crossing, GrePacket gre) {
        return device.tunnels().stream()
                .filter(tunnel -> tunnel.sourceInterface().equals(crossing.interfaceName()) && tunnel.key().equals(gre.key()))
                .allMatch(tunnel -> tunnel.protection().isPresent());
    }
}
