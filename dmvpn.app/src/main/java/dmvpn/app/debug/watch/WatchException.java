package dmvpn.app.debug.watch;

/** An expression that means nothing, with a sentence for people that says what there is instead. */
public final class WatchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    WatchException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Where the expression goes wrong: number of characters in front. */
    public int column() {
        return column;
    }
}
