package dmvpn.sim.invariant;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.sim.ipsec.EspPacket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * ESP leaves on security associations that are installed, within their lifetime (RFC 4301 section 4.4.2.1), and with rising
 * sequence numbers (RFC 4303 section 3.3.3).
 */
final class EspUsesLivingAssociations implements Invariant.OfSent, Invariant.OfEvents {

    /** What a sender may do: one entry for all that is asked about a packet, as each look-up costs a walk through memory. */
    private static final class Association {

        private final long endsAtNanos;
        private long lastSequenceNumber;

        Association(long endsAtNanos) {
            this.endsAtNanos = endsAtNanos;
        }
    }

    private final Map<EspSender, Association> living = new HashMap<>();

    @Override
    public String name() {
        return "ESP leaves only on security associations that live, with rising sequence numbers";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        EspPacket esp = crossing.esp();
        if (esp == null) {
            return;
        }
        Association association = living.get(EspSender.of(crossing));
        if (association == null) {
            complaints.complain("ESP left with SPI " + Long.toHexString(esp.securityParametersIndex())
                    + ", of which no security association lives");
            return;
        }
        if (crossing.timeNanos() > association.endsAtNanos) {
            complaints.complain("ESP left with SPI " + Long.toHexString(esp.securityParametersIndex())
                    + ", whose lifetime is over");
        }
        if (association.lastSequenceNumber >= esp.sequenceNumber()) {
            complaints.complain("SPI " + Long.toHexString(esp.securityParametersIndex()) + " sent the number "
                    + esp.sequenceNumber() + " after " + association.lastSequenceNumber);
        }
        association.lastSequenceNumber = esp.sequenceNumber();
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.is("IPsec", "security associations installed")) {
            Duration longest = happening.network().device(happening.node())
                    .map(EspUsesLivingAssociations::longestLifetime).orElse(Duration.ZERO);
            living.put(EspSender.of(happening), new Association(happening.timeNanos() + longest.toNanos()));
        } else if (happening.is("IPsec", "security associations deleted")) {
            living.remove(EspSender.of(happening));
        }
    }

    private static Duration longestLifetime(Device device) {
        return device.crypto().profiles().stream().map(IpsecProfile::lifetime).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
