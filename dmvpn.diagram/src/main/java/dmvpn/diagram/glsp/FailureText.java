package dmvpn.diagram.glsp;

import java.util.concurrent.CompletionException;

/** What people are told when something failed that nobody foresaw. */
final class FailureText {

    private FailureText() {
    }

    /** Why it failed; what ran elsewhere comes wrapped, and the wrapping names a class. */
    static String of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
