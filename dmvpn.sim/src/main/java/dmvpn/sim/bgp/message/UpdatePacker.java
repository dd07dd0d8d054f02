package dmvpn.sim.bgp.message;

import java.util.ArrayList;
import java.util.List;

/** Puts as many routes into a message as there is room for: routes with the same attributes share it (RFC 4271 section 4.3). */
public final class UpdatePacker {

    /** What a message of a further family needs beside attributes and prefixes, with room to spare. */
    private static final int MULTIPROTOCOL_BYTES = 64;

    private UpdatePacker() {
    }

    /** Messages that announce routes which are alike. */
    public static List<BgpMessage.Update> announce(PathAttributes attributes, List<Nlri> routes) {
        List<BgpMessage.Update> messages = new ArrayList<>();
        int room = BgpMessage.LONGEST_BYTES - BgpMessage.HEADER_BYTES - MULTIPROTOCOL_BYTES
                - PathAttributeCodec.lengthBytes(attributes, true);
        for (List<Nlri> some : split(routes, room)) {
            messages.add(BgpMessage.Update.announce(attributes, some));
        }
        return messages;
    }

    /** Messages that withdraw routes. */
    public static List<BgpMessage.Update> withdraw(List<Nlri> routes) {
        List<BgpMessage.Update> messages = new ArrayList<>();
        for (List<Nlri> some : split(routes, BgpMessage.LONGEST_BYTES - BgpMessage.HEADER_BYTES - MULTIPROTOCOL_BYTES)) {
            messages.add(BgpMessage.Update.withdraw(some));
        }
        return messages;
    }

    private static List<List<Nlri>> split(List<Nlri> routes, int room) {
        List<List<Nlri>> parts = new ArrayList<>();
        List<Nlri> part = new ArrayList<>();
        int used = 0;
        for (Nlri route : routes) {
            int bytes = UpdateCodec.prefixBytes(route);
            if (used + bytes > room && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                used = 0;
            }
            part.add(route);
            used += bytes;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
