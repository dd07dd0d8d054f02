package dmvpn.sim.invariant;

import dmvpn.sim.ipsec.EspPacket;
import java.util.HashMap;
import java.util.Map;

/** The sequence numbers of an ESP security association rise (RFC 4303 section 3.3.3). */
final class EspSequenceNumbersRise implements Invariant {

    /** The number that a sender used last: changed with each packet, so no boxed number. */
    private static final class Last {
        private long sequenceNumber;
    }

    private final Map<EspSender, Last> last = new HashMap<>();

    @Override
    public String name() {
        return "ESP sequence numbers rise";
    }

    @Override
    public void packet(Crossing crossing, Complaints complaints) {
        EspPacket esp = crossing.esp();
        if (esp == null || !crossing.isSent()) {
            return;
        }
        Last before = last.computeIfAbsent(EspSender.of(crossing), sender -> new Last());
        if (before.sequenceNumber >= esp.sequenceNumber()) {
            complaints.complain("SPI " + Long.toHexString(esp.securityParametersIndex()) + " sent the number "
                    + esp.sequenceNumber() + " after " + before.sequenceNumber);
        }
        before.sequenceNumber = esp.sequenceNumber();
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.is("IPsec", "security associations installed") || happening.is("IPsec", "security associations deleted")) {
            last.remove(EspSender.of(happening));
        }
    }
}
