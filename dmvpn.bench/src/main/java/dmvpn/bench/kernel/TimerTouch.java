package dmvpn.bench.kernel;

/** What an event of the hold model with timers does to one of them, as protocols do with their hold timers. */
enum TimerTouch {

    /** Five events in eight touch no timer. */
    NONE,

    /** One event in four moves a pending timer. */
    MOVE,

    /** One event in eight cancels a pending timer and sets it anew. */
    RENEW;

    private static final int CHOICES = 8;

    /** Number of bits that decide. */
    static final int BITS = Integer.numberOfTrailingZeros(CHOICES);

    /** What random bits decide by the low ones. */
    static TimerTouch of(long bits) {
        return switch ((int) bits & CHOICES - 1) {
            case 0 -> RENEW;
            case 1, 2 -> MOVE;
            default -> NONE;
        };
    }
}
