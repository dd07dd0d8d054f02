package dmvpn.cli;

import dmvpn.app.capture.CaptureService;
import dmvpn.app.check.CheckService;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.diagnose.DiagnoseService;
import dmvpn.app.draw.DrawService;
import dmvpn.app.export.ExportService;
import dmvpn.app.language.LanguageServerService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.PlatformChoice;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.report.ReportService;
import dmvpn.app.rules.RulesService;
import dmvpn.app.scenario.ScenarioTestService;
import dmvpn.app.serve.ServeService;
import dmvpn.app.show.ShowService;
import dmvpn.app.simulate.SequenceService;
import dmvpn.app.simulate.SimulateService;
import dmvpn.app.simulate.TimelineService;
import dmvpn.app.storm.StormService;

/** What the commands of one call share: where they print, whether they go on, and the services. */
final class Session implements ProgressMonitor {

    private final Terminal terminal;
    private volatile boolean cancelled;
    private ModelReader reader;
    private PlatformChoice platform = PlatformChoice.OF_THE_MODEL;
    private RulesService rules;

    Session(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Asks the running service to stop; may be called from another thread. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Models are read on a platform from now on. */
    void onPlatform(PlatformChoice chosen) {
        platform = chosen;
        reader = null;
    }

    CheckService check() {
        return new CheckService(reader());
    }

    SimulateService simulate() {
        return new SimulateService(reader());
    }

    SequenceService sequence() {
        return new SequenceService(reader());
    }

    TimelineService timeline() {
        return new TimelineService();
    }

    ShowService show() {
        return new ShowService(reader());
    }

    DebugSessions debug() {
        return new DebugSessions(reader());
    }

    DiagnoseService diagnose() {
        return new DiagnoseService(reader());
    }

    StormService storm() {
        return new StormService(reader());
    }

    ScenarioTestService test() {
        return new ScenarioTestService(reader());
    }

    ExportService export() {
        return ExportService.standard(reader());
    }

    CaptureService capture() {
        return new CaptureService(reader());
    }

    DrawService draw() {
        return new DrawService(reader());
    }

    ReportService report() {
        return new ReportService(reader());
    }

    ServeService serve() {
        return ServeService.standard(reader());
    }

    LanguageServerService language() {
        return new LanguageServerService();
    }

    RulesService rules() {
        if (rules == null) {
            rules = new RulesService();
        }
        return rules;
    }

    /** Made when a command needs it: help and usage errors must not wait for the language. */
    private ModelReader reader() {
        if (reader == null) {
            reader = ModelReader.standalone().onPlatform(platform);
        }
        return reader;
    }
}
