package dmvpn.sim.rip.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;

/**
 * A message of RIP version 2 (RFC 2453 section 4).
 *
 * @param command what it is
 * @param entries content, 1 to {@value #MAXIMUM_ENTRIES}
 */
public record RipPacket(RipCommand command, List<RipEntry> entries) implements Packet {

    /** The version. */
    public static final int VERSION = 2;
    /** Port of senders and receivers (RFC 2453 section 3.6). */
    public static final int UDP_PORT = 520;
    /** The group of all routers that speak it (RFC 2453 section 4.5). */
    public static final Ipv4Address ALL_ROUTERS = Ipv4Address.parse("224.0.0.9");
    /** Most entries of a message (RFC 2453 section 3.6). */
    public static final int MAXIMUM_ENTRIES = 25;
    /** Length of the header in bytes. */
    public static final int HEADER_BYTES = 4;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when there are too many entries, or none
     */
    public RipPacket {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MAXIMUM_ENTRIES) {
            throw new IllegalArgumentException("a message has 1 to " + MAXIMUM_ENTRIES + " entries, not " + entries.size());
        }
    }

    /** Asks for everything. */
    public static RipPacket wholeTableRequest() {
        return new RipPacket(RipCommand.REQUEST, List.of(new RipEntry.WholeTable()));
    }

    /** True when everything is asked for: one entry, of no family and of infinite metric (RFC 2453 section 3.9.1). */
    public boolean asksForWholeTable() {
        return command == RipCommand.REQUEST && entries.size() == 1 && entries.getFirst() instanceof RipEntry.WholeTable;
    }

    /** The routes among the entries. */
    public List<RipEntry.Route> routes() {
        return entries.stream().filter(RipEntry.Route.class::isInstance).map(RipEntry.Route.class::cast).toList();
    }

    @Override
    public String protocol() {
        return "RIP";
    }

    @Override
    public String summary() {
        return command.title();
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + entries.size() * RipEntry.BYTES;
    }

    @Override
    public void describe(FieldWriter fields) {
        for (RipEntry.Route route : routes()) {
            fields.prefix("destination", route.destination());
        }
    }
}
