package dmvpn.sim.nhrp;

import dmvpn.sim.show.ElapsedTime;
import java.util.List;

/** {@code show ip nhrp} in the layout of IOS 15.4 and later. */
final class ShowIpNhrp {

    private final long nowNanos;

    ShowIpNhrp(long nowNanos) {
        this.nowNanos = nowNanos;
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
        text.append(entry.target());
        if (incomplete) {
            text.append(", ").append(nhrp.tunnel().name()).append(' ');
        } else {
            text.append(" via ").append(entry.nextHop()).append("\n   ").append(nhrp.tunnel().name()).append(' ');
        }
        text.append("created ").append(ElapsedTime.format(nowNanos - entry.createdAtNanos())).append(", ");
        text.append(entry.expiresAtNanos() == CacheEntry.NEVER
                ? "never expire"
                : "expire " + ElapsedTime.format(entry.expiresAtNanos() - nowNanos)).append('\n');
        String indent = incomplete ? "  " : "   ";
        text.append(indent).append("Type: ").append(entry.type().keyword()).append(", Flags: ")
                .append(entry.flagsText(nowNanos)).append('\n');
        if (incomplete) {
            return;
        }
        text.append("   NBMA address: ").append(entry.nbmaAddress()).append('\n');
        entry.claimedNbmaAddress().ifPresent(
                claimed -> text.append("    (Claimed NBMA address: ").append(claimed).append(")\n"));
        if (hasNoSocket(nhrp, entry)) {
            text.append("    (no-socket)\n");
        }
    }

    /** Local entries never have a socket; others lack it while IPsec is not ready. */
    static boolean hasNoSocket(NhrpInterface nhrp, CacheEntry entry) {
        return entry.isLocal()
                || entry.type() == EntryType.DYNAMIC && !nhrp.tunnel().isUsable(entry.nbmaAddress());
    }
}
