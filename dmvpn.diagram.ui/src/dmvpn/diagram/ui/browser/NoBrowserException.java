package dmvpn.diagram.ui.browser;

/** No diagram can be shown here; the message says why, for people. */
public final class NoBrowserException extends Exception {

    private static final long serialVersionUID = 1L;

    NoBrowserException(String message) {
        super(message);
    }
}
