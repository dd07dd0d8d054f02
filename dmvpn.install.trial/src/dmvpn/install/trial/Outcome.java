package dmvpn.install.trial;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints what came of each test: {@code trial.passed} or {@code trial.failed}, with its class and name. */
final class Outcome implements TestExecutionListener {

    static void say(String key, String value) {
        // In one piece: other threads print too, and what is printed is read by lines.
        System.out.print("trial." + key + "=" + value.replace('\n', ' ') + "\n");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.SUCCESSFUL) {
            if (test.isTest()) {
                say("passed", nameOf(test));
            }
        } else {
            say("failed", nameOf(test) + ": " + result.getThrowable().map(Throwable::toString).orElse("no reason"));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        say("skipped", nameOf(test) + ": " + reason);
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(method -> method.getClassName().replaceFirst(".*\\.", "") + "." + method.getMethodName())
                .orElse(test.getDisplayName());
    }
}
