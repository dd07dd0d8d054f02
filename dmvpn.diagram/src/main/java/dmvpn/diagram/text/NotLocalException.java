package dmvpn.diagram.text;

/** A change of the model that cannot be written as changes of single settings and clauses. */
final class NotLocalException extends Exception {

    private static final long serialVersionUID = 1L;

    NotLocalException(String message) {
        super(message);
    }
}
