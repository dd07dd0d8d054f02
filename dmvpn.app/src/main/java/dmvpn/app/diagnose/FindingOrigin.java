package dmvpn.app.diagnose;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.Optional;

/** Which element of the model configured the layer of a finding. */
public final class FindingOrigin {

    private FindingOrigin() {
    }

    /**
     * The element that one looks at first: that of the layer on the router, or the router's own when nothing closer is known.
     *
     * @param device configuration of the router of the finding
     */
    public static Origin of(Layer layer, Device device) {
        Optional<TunnelInterface> tunnel = device.tunnels().stream().findFirst();
        Optional<Origin> origin = switch (layer) {
            case PHYSICAL -> tunnel.flatMap(each -> device.interfaceNamed(each.sourceInterface())).map(NetworkInterface::origin);
            case IPSEC -> tunnel.flatMap(TunnelInterface::protection)
                    .flatMap(protection -> device.crypto().profileNamed(protection.ipsecProfile())).map(IpsecProfile::origin);
            case NHRP -> tunnel.map(each -> each.nhrp().origin());
            case ROUTING -> device.routing().eigrp().stream().findFirst().map(process -> process.origin());
            case PACKET_SIZE -> tunnel.map(TunnelInterface::origin);
        };
        return origin.filter(Origin::isKnown).orElse(device.origin());
    }
}
