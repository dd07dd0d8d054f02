package dmvpn.config.writer;

/** Somebody asked for configurations that no writer makes. The message is a sentence for people. */
public final class UnknownTargetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was asked for and what there is */
    public UnknownTargetException(String message) {
        super(message);
    }
}
