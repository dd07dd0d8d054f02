package dmvpn.dap;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugRequest;
import dmvpn.app.model.PlatformChoice;
import dmvpn.app.time.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a launch configuration says.
 *
 * @param model the model, or a folder with one ({@code program})
 * @param request which run ({@code scenario}, {@code until} such as {@code 90s}, {@code seed})
 * @param platform platform of all routers instead of what the model says ({@code platform}, {@code release})
 * @param stopOnEntry whether it stands before the first event instead of running to the first breakpoint
 * @param keepAlives whether steps stop at keep-alives
 */
record Launch(Path model, DebugRequest request, PlatformChoice platform, boolean stopOnEntry, boolean keepAlives) {

    /**
     * Reads the arguments of a launch request.
     *
     * @throws RequestException when one of them means nothing
     */
    static Launch of(Map<String, Object> arguments) throws RequestException {
        String program = text(arguments, "program")
                .orElseThrow(() -> new RequestException("The launch configuration names no model: set \"program\""));
        Optional<String> until = text(arguments, "until");
        Optional<Duration> length = until.isEmpty() ? Optional.empty() : Optional.of(Durations.parse(until.get()));
        DebugRequest request = new DebugRequest(text(arguments, "scenario"), length, seed(arguments));
        PlatformChoice platform = PlatformChoice.of(text(arguments, "platform").orElse(""), text(arguments, "release").orElse(""));
        try {
            return new Launch(Path.of(program), request, platform, isTrue(arguments, "stopOnEntry"), isTrue(arguments, "keepAlives"));
        } catch (InvalidPathException none) {
            throw new RequestException("\"program\" is no file name: " + program);
        }
    }

    private static Optional<String> text(Map<String, Object> arguments, String name) {
        return Optional.ofNullable(arguments.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    private static boolean isTrue(Map<String, Object> arguments, String name) {
        return text(arguments, name).map(Boolean::parseBoolean).orElse(false);
    }

    private static OptionalLong seed(Map<String, Object> arguments) throws RequestException {
        Optional<String> text = text(arguments, "seed");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            // JSON numbers arrive as floating-point ones.
            return OptionalLong.of(new java.math.BigDecimal(text.get()).longValueExact());
        } catch (ArithmeticException | NumberFormatException none) {
            throw new RequestException("\"seed\" is no whole number: " + text.get());
        }
    }
}
