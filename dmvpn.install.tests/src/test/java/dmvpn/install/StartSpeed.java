package dmvpn.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How long the stand-alone IDE takes from the start of its process until the editor of a model is there: the first time after
 * it was installed, on a workspace that is new, and then again and again on the same. It measures, and judges nothing.
 */
class StartSpeed {

    private static final int ROUNDS = 5;
    private static final Path MODEL = Path.of(System.getProperty("examples.folder"), "phase3-eigrp", "phase3.dmvpn");
    private static final String USABLE = "probe.editorUsableAfterMillis=";

    @Test
    void measure() throws Exception {
        List<String> lines = new ArrayList<>();
        Path workspace = Files.createTempDirectory(Path.of(System.getProperty("install.folder")), "start.workspace");
        lines.add(String.format(Locale.ROOT, "ide-speed %-28s %d ms", "first start", start(workspace)));
        long[] millis = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[round] = start(workspace);
        }
        Arrays.sort(millis);
        lines.add(String.format(Locale.ROOT, "ide-speed %-28s median %d ms, %d to %d ms", "start again", millis[ROUNDS / 2], millis[0],
                millis[ROUNDS - 1]));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "start-speed.txt"), lines);
    }

    /** Until the first editor is there. */
    private static long start(Path workspace) throws Exception {
        return StartedPlatform.withItsOwnApplication("ide", MODEL, workspace).report().stream()
                .filter(line -> line.startsWith(USABLE)).map(line -> Long.parseLong(line.substring(USABLE.length())))
                .findFirst().orElseThrow();
    }
}
