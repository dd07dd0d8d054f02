package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

    @TempDir
    private Path folder;

    @Test
    void itGoesOnAfterADefectOfWhoListens() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        try (FileWatch watch = new FileWatch(folder, () -> {
            looks.countDown();
            throw new IllegalStateException("a defect");
        })) {
            Files.writeString(folder.resolve("net.dmvpn"), "network N");

            assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
