package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An IPv6 network at a site leaves OSPF over an IPv4 overlay alone (RFC 5340 section 2.1: version 3 is a protocol of its own). */
class MixedFamiliesTest {

    private static final String MODEL = Models.SOUND
            .replace("routing eigrp 100 { summary 192.168.0.0/16 from hubs }", "routing ospf 1")
            .replace("lan 192.168.1.0/24", "lan 192.168.1.0/24  lan 2001:db8:1::/64");

    @TempDir
    private Path folder;

    @Test
    void ospfRunsOverTheTunnels() {
        Simulation run = Simulation.create(ModelLoader.create().parse("model.dmvpn", MODEL).network().orElseThrow(),
                SimulationOptions.DEFAULT);
        run.runUntil(Duration.ofSeconds(60));

        assertThat(run.routerNamed("HQ").orElseThrow().stateTable("OSPF neighbors").orElseThrow().rows()).hasSize(1);
        assertThat(run.routerNamed("Branch").orElseThrow().stateTable("Routes").orElseThrow().rows())
                .anySatisfy(row -> assertThat(row).contains("192.168.1.0/24", "OSPF"));
    }

    @Test
    void ospfIsExportedForTheTunnels() throws Exception {
        Path out = folder.resolve("out");
        ExportService.standard(ModelReader.standalone()).export(Models.write(folder, "model.dmvpn", MODEL),
                new ExportRequest(List.of("HQ"), "cisco", out), ProgressMonitor.NONE);

        assertThat(out.resolve("HQ.cfg")).content().contains("router ospf 1\n", " ip ospf 1 area 0\n").doesNotContain("ospfv3");
    }
}
