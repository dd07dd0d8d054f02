package dmvpn.sim.nhrp;

/** Type of a cache entry as {@code show ip nhrp} prints it. */
enum EntryType {
    /** Configured: {@code ip nhrp nhs} with its NBMA address. Never expires. */
    STATIC("static"),
    /** A next-hop server that answered (FRRouting). Lives for its holding time. */
    SERVER("nhs"),
    /** From a registration, an answer or a packet; lives for its holding time. */
    DYNAMIC("dynamic"),
    /** A resolution is under way and nothing is known yet. */
    INCOMPLETE("incomplete");

    private final String keyword;

    EntryType(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }
}
