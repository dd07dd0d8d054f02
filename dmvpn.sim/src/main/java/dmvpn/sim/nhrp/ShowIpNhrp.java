package dmvpn.sim.nhrp;

import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import java.util.List;

/** {@code show ip nhrp} and {@code show ipv6 nhrp} in the layout of IOS 15.4 and later. */
final class ShowIpNhrp {

    /** Preference of every entry: IOS announces and prints the highest one. */
    private static final int PREFERENCE = 255;

    private final long nowNanos;
    private final boolean detail;

    /** @param detail true for {@code show ip nhrp detail} */
    ShowIpNhrp(long nowNanos, boolean detail) {
        this.nowNanos = nowNanos;
        this.detail = detail;
    }

    String print(List<NhrpInterface> interfaces) {
        StringBuilder text = new StringBuilder();
        for (NhrpInterface nhrp : interfaces) {
            for (CacheEntry entry : nhrp.cache().entries()) {
                print(text, nhrp, entry);
            }
        }
        return text.toString();
    }

    private void print(StringBuilder text, NhrpInterface nhrp, CacheEntry entry) {
        boolean incomplete = entry.type() == EntryType.INCOMPLETE;
        text.append(IosAddress.of(entry.target()));
        if (incomplete) {
            text.append(", ").append(nhrp.tunnel().name()).append(' ');
        } else {
            text.append(" via ").append(IosAddress.of(entry.nextHop())).append("\n   ").append(nhrp.tunnel().name()).append(' ');
        }
        text.append("created ").append(ElapsedTime.format(nowNanos - entry.createdAtNanos())).append(", ");
        text.append(entry.expiresAtNanos() == CacheEntry.NEVER
                ? "never expire"
                : "expire " + ElapsedTime.format(entry.expiresAtNanos() - nowNanos)).append('\n');
        String indent = incomplete ? "  " : "   ";
        text.append(indent).append("Type: ").append(entry.type().keyword()).append(", Flags: ")
                .append(entry.flagsText(nowNanos)).append('\n');
        if (incomplete) {
            text.append("  Cache hits: ").append(entry.hits()).append('\n');
            return;
        }
        text.append("   NBMA address: ").append(IosAddress.of(entry.nbmaAddress())).append('\n');
        entry.claimedNbmaAddress().ifPresent(
                claimed -> text.append("     (Claimed NBMA address: ").append(IosAddress.of(claimed)).append(")\n"));
        if (hasNoSocket(nhrp, entry)) {
            text.append("    (no-socket)\n");
        }
        if (detail) {
            text.append("   Preference: ").append(PREFERENCE).append('\n');
            entry.requesters().values().forEach(requester -> text.append("  Requester: ")
                    .append(IosAddress.of(requester.protocolAddress())).append(" Request ID: ").append(requester.requestId()).append('\n'));
        }
    }

    /** Local entries never have a socket; others lack it while IPsec is not ready. */
    static boolean hasNoSocket(NhrpInterface nhrp, CacheEntry entry) {
        return entry.isLocal()
                || entry.type() == EntryType.DYNAMIC && !nhrp.tunnel().isUsable(entry.farEnd());
    }
}
