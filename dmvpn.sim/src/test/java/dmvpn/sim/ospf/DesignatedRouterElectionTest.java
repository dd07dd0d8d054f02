package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.DesignatedRouterElection.Candidate;
import dmvpn.sim.ospf.DesignatedRouterElection.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is elected (RFC 2328 section 9.4). */
class DesignatedRouterElectionTest {

    private static final Ipv4Address NONE = Ipv4Address.ANY;
    private static final Outcome NOBODY = new Outcome(NONE, NONE);

    private static Ipv4Address router(int number) {
        return Ipv4Address.parse("10.0.0." + number);
    }

    private static Candidate candidate(int number, int priority, int designated, int backup) {
        return new Candidate(router(number), router(number), priority, designated == 0 ? NONE : router(designated),
                backup == 0 ? NONE : router(backup));
    }

    private static Outcome elected(int designated, int backup) {
        return new Outcome(designated == 0 ? NONE : router(designated), backup == 0 ? NONE : router(backup));
    }

    @Test
    void theHighestPriorityIsDesignatedAndTheNextOneIsBackup() {
        assertThat(DesignatedRouterElection.elect(Optional.of(candidate(1, 255, 0, 0)),
                List.of(candidate(2, 254, 0, 0), candidate(3, 1, 0, 0)), NOBODY, router(1))).isEqualTo(elected(1, 2));
    }

    @Test
    void ofEqualPrioritiesTheHighestRouterIdCounts() {
        assertThat(DesignatedRouterElection.elect(Optional.of(candidate(3, 1, 0, 0)),
                List.of(candidate(1, 1, 0, 0), candidate(2, 1, 0, 0)), NOBODY, router(3))).isEqualTo(elected(3, 2));
    }

    @Test
    void aRouterAloneIsDesignatedWithoutBackup() {
        assertThat(DesignatedRouterElection.elect(Optional.of(candidate(1, 1, 0, 0)), List.of(), NOBODY, router(1)))
                .isEqualTo(elected(1, 0));
    }

    @Test
    void withPriorityZeroAllRoundNobodyIsElected() {
        assertThat(DesignatedRouterElection.elect(Optional.empty(), List.of(), NOBODY, router(1))).isEqualTo(NOBODY);
    }

    @Test
    void whoIsDesignatedStaysSoWhenAHigherPriorityComes() {
        assertThat(DesignatedRouterElection.elect(Optional.of(candidate(3, 255, 0, 0)),
                List.of(candidate(1, 1, 1, 2), candidate(2, 1, 1, 2)), NOBODY, router(3))).isEqualTo(elected(1, 2));
    }

    @Test
    void theBackupMovesUpAndAnotherOneTakesItsPlace() {
        assertThat(DesignatedRouterElection.elect(Optional.of(candidate(2, 1, 1, 2)), List.of(candidate(3, 1, 1, 2)),
                elected(1, 2), router(2))).isEqualTo(elected(2, 3));
    }

    /** Candidates in any order, and each of them as the one that elects: all agree. */
    @Test
    @Shows("RFC2328/9.4-order")
    void allRoutersElectTheSameWhateverTheirOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Candidate> all = new ArrayList<>();
            for (int number = 1; number <= 2 + random.nextInt(5); number++) {
                all.add(candidate(number, 1 + random.nextInt(3), 0, 0));
            }
            Outcome expected = null;
            for (Candidate self : List.copyOf(all)) {
                List<Candidate> others = new ArrayList<>(all);
                others.remove(self);
                Collections.shuffle(others, random);
                Outcome outcome = DesignatedRouterElection.elect(Optional.of(self), others, NOBODY, self.address());
                if (self.address().equals(outcome.designatedRouter()) || expected == null) {
                    expected = self.address().equals(outcome.designatedRouter()) ? outcome : expected;
                }
            }
            assertThat(expected).as("round %d: somebody takes the part", round).isNotNull();
            for (Candidate self : all) {
                List<Candidate> others = new ArrayList<>();
                for (Candidate other : all) {
                    if (other != self) {
                        others.add(other.seeing(expected));
                    }
                }
                Collections.shuffle(others, random);
                assertThat(DesignatedRouterElection.elect(Optional.of(self.seeing(expected)), others, expected, self.address()))
                        .as("round %d", round).isEqualTo(expected);
            }
        }
    }
}
