package dmvpn.sim.invariant;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.sim.ipsec.EspPacket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** ESP leaves on security associations that are installed, and within their lifetime (RFC 4301 section 4.4.2.1). */
final class EspUsesLivingAssociations implements Invariant {

    private record Association(int node, long spi) {
    }

    private final Map<Association, Long> installedAtNanos = new HashMap<>();

    @Override
    public String name() {
        return "ESP leaves only on security associations that live";
    }

    @Override
    public void packet(Crossing crossing, Complaints complaints) {
        Optional<EspPacket> esp = crossing.isSent() ? crossing.layer(EspPacket.class) : Optional.empty();
        if (esp.isEmpty()) {
            return;
        }
        long spi = esp.get().securityParametersIndex();
        Long installed = installedAtNanos.get(new Association(crossing.node(), spi));
        if (installed == null) {
            complaints.complain("ESP left with SPI " + Long.toHexString(spi) + ", of which no security association lives");
            return;
        }
        long longest = crossing.network().device(crossing.node()).map(EspUsesLivingAssociations::longestLifetime)
                .orElse(Duration.ZERO).toNanos();
        if (crossing.timeNanos() - installed > longest) {
            complaints.complain("ESP left with SPI " + Long.toHexString(spi) + ", whose lifetime is over");
        }
    }

    private static Duration longestLifetime(Device device) {
        return device.crypto().profiles().stream().map(IpsecProfile::lifetime).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        boolean installed = happening.is("IPsec", "security associations installed");
        if (installed || happening.is("IPsec", "security associations deleted")) {
            Association association = new Association(happening.node(),
                    Long.parseLong(happening.fields().get("outboundSpi"), 16));
            if (installed) {
                installedAtNanos.put(association, happening.timeNanos());
            } else {
                installedAtNanos.remove(association);
            }
        }
    }
}
