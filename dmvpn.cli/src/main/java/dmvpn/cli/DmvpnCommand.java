package dmvpn.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code dmvpn}: what it can do. */
@Command(name = "dmvpn", versionProvider = Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Design, check and simulate DMVPN networks.",
        subcommands = {CheckCommand.class, SimulateCommand.class, TimelineCommand.class, SequenceCommand.class, ShowCommand.class, DebugCommand.class, DiagnoseCommand.class, TestCommand.class, StormCommand.class,
            ExportCommand.class,
            PcapCommand.class, DrawCommand.class, ReportCommand.class, ServeCommand.class, RulesCommand.class, LspCommand.class},
        footerHeading = "%nFurther, by the script dmvpn alone:%n",
        footer = {"  ide [WORKSPACE]  starts the IDE", "  dap              debugs for editors that speak the Debug Adapter Protocol",
                "  verify           runs all tests", "  bench            measures speed"})
final class DmvpnCommand implements Runnable {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows the stack trace of a defect.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    boolean isDebug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
    }
}
