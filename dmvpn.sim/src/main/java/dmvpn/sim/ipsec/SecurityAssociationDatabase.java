package dmvpn.sim.ipsec;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Inbound security associations by SPI (RFC 4301 section 4.4.2): looked up, never iterated. */
final class SecurityAssociationDatabase {

    private final Map<Long, EspSa> byInboundSpi = new HashMap<>();
    private final RandomGenerator random;
    private int nextFlow = 1;

    SecurityAssociationDatabase(RandomGenerator random) {
        this.random = random;
    }

    /** An SPI that is free and not reserved (RFC 4303 section 2.1). */
    long allocateSpi() {
        while (true) {
            long spi = Integer.toUnsignedLong(random.nextInt());
            if (spi >= EspPacket.MINIMUM_SPI && !byInboundSpi.containsKey(spi)) {
                return spi;
            }
        }
    }

    void add(EspSa sa) {
        byInboundSpi.put(sa.child().inboundSpi(), sa);
        sa.setFlows(new FlowNumbers(nextFlow));
        nextFlow += FlowNumbers.needed(sa);
    }

    /** Removes a security association, whose SPI is unknown from now on, and returns it. */
    EspSa remove(long inboundSpi) {
        return byInboundSpi.remove(inboundSpi);
    }

    /** The security association of that SPI, or null. */
    EspSa find(long inboundSpi) {
        return byInboundSpi.get(inboundSpi);
    }
}
