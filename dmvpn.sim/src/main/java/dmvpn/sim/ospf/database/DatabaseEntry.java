package dmvpn.sim.ospf.database;

import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;

/** One instance of an advertisement in the database: it grows older, and neighbours may still have to acknowledge it. */
public final class DatabaseEntry {

    private static final long SECOND = 1_000_000_000L;

    private final LinkStateAdvertisement advertisement;
    private final long installedAtNanos;
    private boolean flooded;
    private int awaitedAcknowledgments;

    DatabaseEntry(LinkStateAdvertisement advertisement, long installedAtNanos) {
        this.advertisement = advertisement;
        this.installedAtNanos = installedAtNanos;
    }

    /** Which advertisement it is of. */
    public LinkStateKey key() {
        return advertisement.key();
    }

    /** The instance as it was installed. */
    public LinkStateAdvertisement advertisement() {
        return advertisement;
    }

    /** When it was installed. */
    public long installedAtNanos() {
        return installedAtNanos;
    }

    /** Its age at an instant, at most MaxAge. */
    public int ageSeconds(long nowNanos) {
        long age = advertisement.header().ageSeconds() + (nowNanos - installedAtNanos) / SECOND;
        return (int) Math.min(age, LinkStateHeader.MAX_AGE_SECONDS);
    }

    /** When it reaches MaxAge. */
    public long expiresAtNanos() {
        return installedAtNanos + (LinkStateHeader.MAX_AGE_SECONDS - advertisement.header().ageSeconds()) * SECOND;
    }

    /** True when it is to be flushed. */
    public boolean isMaxAge(long nowNanos) {
        return ageSeconds(nowNanos) >= LinkStateHeader.MAX_AGE_SECONDS;
    }

    /** The header with the age of an instant. */
    public LinkStateHeader header(long nowNanos) {
        return advertisement.header().withAge(ageSeconds(nowNanos));
    }

    /**
     * The instance with the age of an instant and some more.
     *
     * @param delaySeconds how long it takes to the next router (RFC 2328, InfTransDelay)
     */
    public LinkStateAdvertisement aged(long nowNanos, int delaySeconds) {
        return advertisement.withAge(ageSeconds(nowNanos) + delaySeconds);
    }

    /** It came by flooding: it is no own one, and nobody was asked for it. */
    public void setFlooded() {
        flooded = true;
    }

    /** True when the next instance may not come too soon (RFC 2328 section 13, step 5a: MinLSArrival). */
    public boolean isFlooded() {
        return flooded;
    }

    /** One more neighbour has to acknowledge it. */
    public void awaitAcknowledgment() {
        awaitedAcknowledgments++;
    }

    /** One neighbour less has to. */
    public void acknowledged() {
        awaitedAcknowledgments--;
    }

    /** True while it is on a list for retransmission. */
    public boolean isAwaited() {
        return awaitedAcknowledgments > 0;
    }
}
