package dmvpn.dsl.ide.quickfix;

/** An action was chosen that would not do what it promises. */
public final class FixRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    FixRefusedException(String message) {
        super(message);
    }
}
