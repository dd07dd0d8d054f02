package dmvpn.diagram.text;

/** A change of the model that the text cannot be made to say. The message is a sentence for people. */
public final class UnwritableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnwritableException(String message) {
        super(message);
    }
}
