package dmvpn.sim.invariant;

import dmvpn.sim.ipsec.EspPacket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sequence numbers of an ESP security association rise (RFC 4303 section 3.3.3). */
final class EspSequenceNumbersRise implements Invariant {

    private record Sender(int node, long spi) {
    }

    private final Map<Sender, Long> last = new HashMap<>();

    @Override
    public String name() {
        return "ESP sequence numbers rise";
    }

    @Override
    public void packet(Crossing crossing, Complaints complaints) {
        Optional<EspPacket> esp = crossing.isSent() ? crossing.layer(EspPacket.class) : Optional.empty();
        if (esp.isEmpty()) {
            return;
        }
        Sender sender = new Sender(crossing.node(), esp.get().securityParametersIndex());
        Long before = last.put(sender, esp.get().sequenceNumber());
        if (before != null && before >= esp.get().sequenceNumber()) {
            complaints.complain("SPI " + Long.toHexString(sender.spi()) + " sent the number " + esp.get().sequenceNumber()
                    + " after " + before);
        }
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.is("IPsec", "security associations installed")) {
            last.remove(new Sender(happening.node(), Long.parseLong(happening.fields().get("outboundSpi"), 16)));
        }
    }
}
