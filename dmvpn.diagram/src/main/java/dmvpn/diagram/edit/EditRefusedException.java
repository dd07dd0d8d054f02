package dmvpn.diagram.edit;

/**
 * An edit that cannot be made. The message is a sentence for people: why, and what to do instead. It is unchecked because
 * Sirius calls the same methods and knows no checked exceptions.
 */
public final class EditRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why, for people */
    public EditRefusedException(String message) {
        super(message);
    }
}
