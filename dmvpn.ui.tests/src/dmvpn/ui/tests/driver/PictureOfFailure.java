package dmvpn.ui.tests.driver;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Takes a picture of what a test that fails has in front of it. */
public final class PictureOfFailure implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Screenshots.take("failed-" + context.getRequiredTestMethod().getName());
        throw failure;
    }
}
