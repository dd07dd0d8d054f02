package dmvpn.dsl.values;

/** A computed value that cannot be computed; the message is a sentence for people. */
public final class ComputedTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with the expression, as a sentence */
    public ComputedTextException(String message) {
        super(message, null, false, false);
    }
}
