package dmvpn.dsl.ide.rename;

/** A renaming that cannot be; the message says why, for people. */
public final class RenameException extends Exception {

    private static final long serialVersionUID = 1L;

    RenameException(String message) {
        super(message);
    }
}
