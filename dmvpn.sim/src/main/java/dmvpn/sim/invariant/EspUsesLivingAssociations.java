package dmvpn.sim.invariant;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.sim.ipsec.EspPacket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** ESP leaves on security associations that are installed, and within their lifetime (RFC 4301 section 4.4.2.1). */
final class EspUsesLivingAssociations implements Invariant {

    private final Map<EspSender, Long> installedAtNanos = new HashMap<>();

    /** By node: configurations do not change in a run. */
    private final Map<Integer, Long> longestLifetimeNanos = new HashMap<>();

    @Override
    public String name() {
        return "ESP leaves only on security associations that live";
    }

    @Override
    public void packet(Crossing crossing, Complaints complaints) {
        EspPacket esp = crossing.esp();
        if (esp == null || !crossing.isSent()) {
            return;
        }
        Long installed = installedAtNanos.get(EspSender.of(crossing));
        if (installed == null) {
            complaints.complain("ESP left with SPI " + Long.toHexString(esp.securityParametersIndex())
                    + ", of which no security association lives");
            return;
        }
        long longest = longestLifetimeNanos.computeIfAbsent(crossing.node(), node ->
                crossing.router().map(EspUsesLivingAssociations::longestLifetime).orElse(Duration.ZERO).toNanos());
        if (crossing.timeNanos() - installed > longest) {
            complaints.complain("ESP left with SPI " + Long.toHexString(esp.securityParametersIndex())
                    + ", whose lifetime is over");
        }
    }

    private static Duration longestLifetime(Device device) {
        return device.crypto().profiles().stream().map(IpsecProfile::lifetime).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.is("IPsec", "security associations installed")) {
            installedAtNanos.put(EspSender.of(happening), happening.timeNanos());
        } else if (happening.is("IPsec", "security associations deleted")) {
            installedAtNanos.remove(EspSender.of(happening));
        }
    }
}
