package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import org.junit.jupiter.api.Test;

/** Sequence numbers of what goes out (RFC 4303 sections 2.2 and 3.3.3). */
class OutboundSequenceTest {

    @Test
    @Shows("RFC4303/3.3.3-cycle")
    void afterTheLastNumberThereIsNone() {
        OutboundSequence sequence = new OutboundSequence(4_294_967_294L);

        assertThat(sequence.next()).isEqualTo(4_294_967_295L);
        assertThat(sequence.next()).isZero();
        assertThat(sequence.next()).isZero();
    }
}
