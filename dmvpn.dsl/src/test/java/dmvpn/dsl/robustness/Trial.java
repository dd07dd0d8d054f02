package dmvpn.dsl.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries a property on texts under a {@link Watchdog}. What fails is made smaller before it is reported, together with the
 * seed that led to it.
 */
public final class Trial {

    private static final int ATTEMPTS = 300;
    private static final int ATTEMPTS_OF_HANGS = 10;
    private static final int LONGEST_SHOWN = 600;
    private static final int FRAMES_SHOWN = 5;

    private final Watchdog watchdog;

    /** @param watchdog runs the trials */
    public Trial(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** Fails with a smaller text when the property fails on this one. */
    public void of(long seed, String text, Consumer<String> property) {
        Throwable failure = failure(() -> property.accept(text));
        if (failure != null) {
            String kind = kind(failure);
            String smallest = shrinker(failure).shrink(text, part -> isOf(kind, failure(() -> property.accept(part))));
            throw new AssertionError("seed " + seed + ": " + shortened(failure) + "\n--- smallest text that fails so, of " + text.length() + " characters:\n" + smallest
                    + "\n---", failure);
        }
    }

    /** Fails with fewer edits, and with a smaller text to start from, when the property fails on these. */
    public void of(long seed, String text, List<Edit> edits, EditProperty property) {
        Throwable failure = failure(() -> property.check(text, edits));
        if (failure != null) {
            String kind = kind(failure);
            List<Edit> fewest = shrinker(failure).shrink(edits, some -> fit(text, some) && isOf(kind, failure(() -> property.check(text, some))));
            throw new AssertionError("seed " + seed + ": " + shortened(failure) + "\n--- fewest edits that fail so: " + fewest + "\n--- of the text:\n" + text + "\n---", failure);
        }
    }

    /** A property of a text and edits of it. */
    @FunctionalInterface
    public interface EditProperty {

        /** Throws when it does not hold. */
        void check(String text, List<Edit> edits);
    }

    private static boolean fit(String text, List<Edit> edits) {
        int length = text.length();
        for (Edit edit : edits) {
            if (edit.offset() + edit.length() > length) {
                return false;
            }
            length += edit.replacement().length() - edit.length();
        }
        return true;
    }

    private static Shrinker shrinker(Throwable failure) {
        return new Shrinker(failure instanceof Watchdog.Hang ? ATTEMPTS_OF_HANGS : ATTEMPTS);
    }

    private Throwable failure(Runnable property) {
        try {
            watchdog.trial(property);
            return null;
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }

    private static boolean isOf(String kind, Throwable failure) {
        return failure != null && kind(failure).equals(kind);
    }

    private static String shortened(Throwable failure) {
        String text = failure.toString();
        String places = frames(failure).limit(FRAMES_SHOWN).map(frame -> "\n  at " + frame).collect(Collectors.joining());
        return (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + places;
    }

    /** What makes two failures the same: the name of a broken property, or the exception and where it was thrown. */
    private static String kind(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AssertionError && message.startsWith("[")) {
            return message.substring(0, message.indexOf(']') + 1);
        }
        String place = frames(failure).findFirst().map(frame -> frame.getClassName() + "." + frame.getMethodName()).orElse("");
        return failure.getClass().getName() + (failure instanceof StackOverflowError ? "" : " in " + place);
    }

    /** Where the product's own code was, innermost first. */
    private static Stream<StackTraceElement> frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(frame -> frame.getClassName().startsWith("dmvpn.") && !frame.getClassName().contains(".robustness."));
    }
}
