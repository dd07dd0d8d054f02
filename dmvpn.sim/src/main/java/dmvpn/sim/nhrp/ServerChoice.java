package dmvpn.sim.nhrp;

/** Chooses which of a group of next-hop servers a client uses. */
interface ServerChoice {

    /** Adds a server of the group. */
    void add(RegistrationClient client);

    /** The tunnel came up. */
    void start();

    /** The tunnel went down. */
    void stop(String reason);

    /** Stops without a word. */
    void powerOff();

    /** A server of the group is in another state. */
    void stateChanged();
}
