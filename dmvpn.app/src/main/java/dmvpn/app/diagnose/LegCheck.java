package dmvpn.app.diagnose;

import java.util.Optional;

/** Looks at one layer of a leg, knowing that the layers below are well. */
@FunctionalInterface
interface LegCheck {

    /** What is wrong there; empty when all is well. */
    Optional<Finding> check(Leg leg);
}
