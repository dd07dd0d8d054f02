package dmvpn.sim.invariant;

/** Something comes once before it goes, and goes once: never twice in a row on a router. */
final class ComesBeforeItGoes implements Invariant.OfEvents {

    private final String name;
    private final String protocol;
    private final String comes;
    private final String goes;
    private final String[] keys;
    private final boolean mayGoUnseen;
    private final Inventory present = new Inventory();

    /**
     * @param protocol protocol of the events
     * @param comes message of the event with which it comes
     * @param goes message of the event with which it goes
     * @param mayGoUnseen true when it may go without having come, as what never came up may be given up
     * @param keys fields that tell one from another
     */
    ComesBeforeItGoes(String name, String protocol, String comes, String goes, boolean mayGoUnseen, String... keys) {
        this.name = name;
        this.protocol = protocol;
        this.comes = comes;
        this.goes = goes;
        this.mayGoUnseen = mayGoUnseen;
        this.keys = keys;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void event(Happening happening, Complaints complaints) {
        if (happening.isPowerOn()) {
            present.forget(happening.node());
        } else if (happening.is(protocol, comes)) {
            if (!present.add(happening.node(), happening.key(keys))) {
                complaints.complain("'" + comes + "' came twice in a row for " + happening.key(keys));
            }
        } else if (happening.is(protocol, goes) && !present.remove(happening.node(), happening.key(keys)) && !mayGoUnseen) {
            complaints.complain("'" + goes + "' came for " + happening.key(keys) + ", which was not there");
        }
    }
}
