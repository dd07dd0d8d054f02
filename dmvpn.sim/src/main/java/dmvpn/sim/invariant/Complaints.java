package dmvpn.sim.invariant;

/** Takes the complaint of an invariant that does not hold. */
@FunctionalInterface
public interface Complaints {

    /** @param explanation what was found, for people */
    void complain(String explanation);
}
