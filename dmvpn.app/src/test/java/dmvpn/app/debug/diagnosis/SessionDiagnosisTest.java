package dmvpn.app.debug.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.diagnose.DiagnosedLayer;
import dmvpn.app.diagnose.DiagnosedLayer.Status;
import dmvpn.app.diagnose.Finding;
import dmvpn.app.diagnose.Layer;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps two ends apart where a run stands. */
class SessionDiagnosisTest {

    @TempDir
    private Path folder;
    private DebugSession session;

    @BeforeEach
    void begin() throws Exception {
        CompiledNetwork network = ModelReader.standalone().read(List.of(Models.write(folder, "net.dmvpn", Models.SOUND)), ProgressMonitor.NONE)
                .getFirst().soundNetwork().orElseThrow();
        session = new DebugSession(network, SimulationOptions.DEFAULT);
    }

    private SessionDiagnosis diagnose(String from, String to) throws RequestException {
        return SessionDiagnosis.of(session, from, to, ProgressMonitor.NONE).orElseThrow();
    }

    private void runToEnd() {
        while (session.run(1_000)) {
            assertThat(session.isFinished()).isFalse();
        }
    }

    @Test
    void anEndIsARouterWithATunnelOrAHostBehindOne() {
        List<String> names = DiagnosisEnds.of(session).names();

        assertThat(names).contains("HQ", "Branch").hasSize(4);
        assertThat(names).allSatisfy(name -> assertThat(DiagnosisEnds.of(session).routerOf(name)).isPresent());
    }

    @Test
    void whereAllIsWellAllLayersAre() throws Exception {
        runToEnd();

        SessionDiagnosis diagnosis = diagnose("Branch", "HQ");

        assertThat(diagnosis.diagnosis().layers()).extracting(DiagnosedLayer::status).containsOnly(Status.WELL);
        assertThat(diagnosis.diagnosis().layers()).extracting(DiagnosedLayer::layer).containsExactly(Layer.values());
    }

    @Test
    void beforeTheRunBeganTheLowestLayerIsFaultyAndThoseAboveAreNotLookedAt() throws Exception {
        SessionDiagnosis diagnosis = diagnose("Branch", "HQ");

        assertThat(diagnosis.diagnosis().layers().getFirst().status()).isEqualTo(Status.FAULTY);
        assertThat(diagnosis.diagnosis().layers().subList(1, 5)).extracting(DiagnosedLayer::status).containsOnly(Status.NOT_LOOKED_AT);
        Finding finding = diagnosis.diagnosis().layers().getFirst().findings().getFirst();
        assertThat(diagnosis.originOf(finding).line()).isPositive();
    }

    @Test
    void hostsStandForTheirRouters() throws Exception {
        runToEnd();
        List<String> hosts = DiagnosisEnds.of(session).names().stream().filter(name -> !name.equals("HQ") && !name.equals("Branch")).toList();

        assertThat(diagnose(hosts.get(0), hosts.get(1)).diagnosis().findings()).isEmpty();
    }

    @Test
    void whatCannotBeDiagnosedIsSaid() {
        assertThatThrownBy(() -> diagnose("HQ", "HQ")).isInstanceOf(RequestException.class).hasMessage("A diagnosis is between two ends, and HQ is one");
        assertThatThrownBy(() -> diagnose("HQ", "Nobody")).hasMessageContaining("'Nobody' is no router with a tunnel");
    }

    @Test
    void itCanBeLeft() throws Exception {
        ProgressMonitor cancelled = () -> true;

        assertThat(SessionDiagnosis.of(session, "Branch", "HQ", cancelled)).isEmpty();
    }
}
