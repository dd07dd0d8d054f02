package dmvpn.app;

/** Something was asked for that cannot be done as asked: wrong usage. The message says what and what to do instead. */
public final class RequestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    public RequestException(String message) {
        super(message);
    }
}
