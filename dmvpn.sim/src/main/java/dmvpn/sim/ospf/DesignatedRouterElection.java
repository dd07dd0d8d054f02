package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who becomes designated router and backup of a network (RFC 2328 section 9.4). The outcome depends on nothing else. */
final class DesignatedRouterElection {

    /**
     * A router that may be elected.
     *
     * @param address its address on the network
     * @param routerId its router ID
     * @param priority its claim, above 0
     * @param designatedRouter the designated router that it sees
     * @param backupDesignatedRouter the backup that it sees
     */
    record Candidate(Ipv4Address address, Ipv4Address routerId, int priority, Ipv4Address designatedRouter,
            Ipv4Address backupDesignatedRouter) {

        boolean declaresItselfDesignated() {
            return designatedRouter.equals(address);
        }

        boolean declaresItselfBackup() {
            return backupDesignatedRouter.equals(address);
        }

        Candidate seeing(Outcome outcome) {
            return new Candidate(address, routerId, priority, outcome.designatedRouter(), outcome.backupDesignatedRouter());
        }
    }

    /**
     * Who was elected.
     *
     * @param designatedRouter address of the designated router, 0.0.0.0 for none
     * @param backupDesignatedRouter address of the backup, 0.0.0.0 for none
     */
    record Outcome(Ipv4Address designatedRouter, Ipv4Address backupDesignatedRouter) {

        boolean isRoleOf(Ipv4Address address) {
            return designatedRouter.equals(address) || backupDesignatedRouter.equals(address);
        }
    }

    private static final Comparator<Candidate> STRONGER =
            Comparator.comparingInt(Candidate::priority).thenComparing(Candidate::routerId);

    private DesignatedRouterElection() {
    }

    /**
     * Elects.
     *
     * @param self this router; empty when its priority is 0
     * @param others neighbours that know this router, whose priority is above 0
     * @param before who was elected before
     * @param own address of this router
     */
    static Outcome elect(Optional<Candidate> self, List<Candidate> others, Outcome before, Ipv4Address own) {
        Outcome outcome = elect(Stream.concat(self.stream(), others.stream()).toList());
        boolean ownRoleChanged = !role(outcome, own).equals(role(before, own));
        if (ownRoleChanged && self.isPresent()) {
            // Step 4: a second time with what this router declares now, so that it is not designated router and backup at once.
            outcome = elect(Stream.concat(Stream.of(self.get().seeing(outcome)), others.stream()).toList());
        }
        return outcome;
    }

    private static String role(Outcome outcome, Ipv4Address own) {
        return outcome.designatedRouter().equals(own) ? "designated"
                : outcome.backupDesignatedRouter().equals(own) ? "backup" : "";
    }

    private static Outcome elect(List<Candidate> candidates) {
        List<Candidate> notDesignated =
                candidates.stream().filter(candidate -> !candidate.declaresItselfDesignated()).toList();
        Ipv4Address backup = strongest(notDesignated.stream().filter(Candidate::declaresItselfBackup))
                .or(() -> strongest(notDesignated.stream())).orElse(Ipv4Address.ANY);
        Ipv4Address designated =
                strongest(candidates.stream().filter(Candidate::declaresItselfDesignated)).orElse(backup);
        return new Outcome(designated, backup);
    }

    private static Optional<Ipv4Address> strongest(Stream<Candidate> candidates) {
        return candidates.max(STRONGER).map(Candidate::address);
    }
}
