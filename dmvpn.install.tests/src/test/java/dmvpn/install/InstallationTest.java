package dmvpn.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person gets who installs the feature from the site. */
class InstallationTest {

    private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    @Test
    void aPlainPlatformDoesNotKnowModels() throws Exception {
        assertThat(StartedPlatform.withTheProbeAsApplication("plain").report())
                .contains("probe.bundle=absent", "probe.contentType=none", "probe.finished=true")
                .doesNotContain("probe.openedEditor=" + GENERIC_EDITOR);
    }

    @Test
    void theFeatureInstalledFromTheSiteAloneBringsOurEditor() throws Exception {
        assertThat(StartedPlatform.withTheProbeAsApplication("extended").report()).containsSubsequence(
                "probe.bundle=installed",
                "probe.contentType=dmvpn.dsl.ui.model",
                "probe.defaultEditor=" + GENERIC_EDITOR,
                "probe.openedEditor=" + GENERIC_EDITOR,
                "probe.finished=true")
                .noneMatch(line -> line.startsWith("probe.error") || line.startsWith("probe.failure"));
    }
}
