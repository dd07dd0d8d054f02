package dmvpn.app.debug;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tunnel.GrePacket;
import java.util.List;
import java.util.Optional;

/** Which element of the model configured a layer of a packet on a router. */
final class LayerOrigins {

    private final Device device;
    private final String interfaceName;
    private final Optional<TunnelInterface> tunnel;

    /**
     * @param device configuration of the router
     * @param interfaceName physical interface that the packet crossed
     * @param layers the packet's layers from the outside in
     */
    LayerOrigins(Device device, String interfaceName, List<Packet> layers) {
        this.device = device;
        this.interfaceName = interfaceName;
        this.tunnel = device.tunnels().stream()
                .filter(candidate -> candidate.sourceInterface().equals(interfaceName))
                .filter(candidate -> layers.stream().noneMatch(layer -> layer instanceof GrePacket gre
                        && !gre.key().equals(candidate.key())))
                .findFirst();
    }

    /** The origin of a layer, the router's own when nothing closer is known. */
    Origin of(Packet layer) {
        return switch (layer.protocol()) {
            case "NHRP" -> tunnel.map(found -> found.nhrp().origin()).orElse(device.origin());
            case "GRE" -> tunnel.map(TunnelInterface::origin).orElse(device.origin());
            case "ESP", "IKEv1", "IKEv2" -> protection().map(IpsecProfile::origin).orElse(device.origin());
            case "EIGRP" -> device.routing().eigrp().stream().findFirst()
                    .map(process -> process.origin()).orElse(device.origin());
            default -> device.interfaceNamed(interfaceName).map(found -> found.origin()).orElse(device.origin());
        };
    }

    private Optional<IpsecProfile> protection() {
        return tunnel.flatMap(TunnelInterface::protection)
                .flatMap(protection -> device.crypto().profileNamed(protection.ipsecProfile()));
    }
}
