package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.files.IoProblem;
import dmvpn.app.scenario.StoppedRunException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the command {@code dmvpn}. */
public final class Main {

    /** How long a stopped command may take to come to a good place. */
    private static final long SECONDS_TO_STOP = 5;

    private final Session session;
    private final ResultsWriter results;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;

    private Main(Reader input, Writer results, Writer problems, Ansi ansi) {
        this.results = new ResultsWriter(results);
        this.out = new PrintWriter(new BufferedWriter(this.results));
        this.err = new PrintWriter(new BufferedWriter(problems));
        this.ansi = ansi;
        this.session = new Session(new Terminal(out, err, ansi, ansi.enabled(), input));
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Pictures are painted without a display, also where one is named that is not there.
        System.setProperty("java.awt.headless", "true");
        Main main = new Main(new InputStreamReader(System.in, StandardCharsets.UTF_8), writer(FileDescriptor.out), writer(FileDescriptor.err), Ansi.AUTO);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.stop(ended), "stop"));
        int exitCode = main.execute(arguments);
        ended.countDown();
        System.exit(exitCode);
    }

    /**
     * Runs a command in this process.
     *
     * @return its exit code
     */
    public static int run(Writer out, Writer err, String... arguments) {
        return run(Reader.nullReader(), out, err, arguments);
    }

    /**
     * Runs a command in this process with something to read.
     *
     * @return its exit code
     */
    public static int run(Reader in, Writer out, Writer err, String... arguments) {
        return new Main(in, out, err, Ansi.OFF).execute(arguments);
    }

    /** Lets a command that was interrupted from the keyboard come to a good place. */
    private void stop(CountDownLatch ended) {
        session.cancel();
        try {
            ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Writer writer(FileDescriptor descriptor) {
        return new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
    }

    private int execute(String... arguments) {
        DmvpnCommand root = new DmvpnCommand();
        CommandLine line = new CommandLine(root, new Commands(session));
        line.setOut(out).setErr(err).setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        line.setCaseInsensitiveEnumValuesAllowed(true).setAbbreviatedOptionsAllowed(false);
        line.registerConverter(Duration.class, Arguments::duration);
        line.registerConverter(Long.class, Arguments::wholeNumber);
        line.registerConverter(Path.class, Arguments::path);
        line.setParameterExceptionHandler((failure, unused) -> usage(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, root.isDebug()));
        int exitCode;
        try {
            exitCode = line.execute(arguments);
        } catch (Error defect) {
            exitCode = defect(defect, root.isDebug());
        }
        session.terminal().flush();
        return results.loss().isPresent() ? lost(results.loss().get(), exitCode) : exitCode;
    }

    /** Nobody may take the half of the results for the whole. */
    private int lost(IOException failure, int exitCode) {
        session.terminal().tell("The results could not be written to standard output: " + failure.getMessage());
        return exitCode == ExitCode.OK ? ExitCode.FINDINGS : exitCode;
    }

    private int usage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched && command.getParent() == null
                && !unmatched.isUnknownOption()) {
            session.terminal().tell("no command is called '" + unmatched.getUnmatched().getFirst()
                    + "'; see dmvpn --help");
            return ExitCode.USAGE;
        }
        session.terminal().tell(failure.getMessage().lines().findFirst().orElse("wrong usage"));
        err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure, boolean debug) {
        if (failure instanceof RequestException) {
            session.terminal().tell(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof IOException io) {
            session.terminal().tell(IoProblem.explain(io));
            return ExitCode.FINDINGS;
        }
        if (failure instanceof StoppedRunException) {
            session.terminal().tell(failure.getMessage());
            return ExitCode.FINDINGS;
        }
        return defect(failure, debug);
    }

    private int defect(Throwable failure, boolean debug) {
        if (debug) {
            failure.printStackTrace(err);
        } else if (failure instanceof OutOfMemoryError) {
            session.terminal().tell("The model is too large for the memory that Java may use: give it more, for example "
                    + "with JDK_JAVA_OPTIONS=-Xmx4g.");
        } else {
            session.terminal().tell("This is a defect of dmvpn: " + failure.toString().lines().findFirst().orElse("")
                    + ". Please report it with what --debug prints.");
        }
        return ExitCode.DEFECT;
    }

    /** Makes the commands, each with the session. */
    private record Commands(Session session) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return SessionCommand.class.isAssignableFrom(type)
                    ? type.getDeclaredConstructor(Session.class).newInstance(session)
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
