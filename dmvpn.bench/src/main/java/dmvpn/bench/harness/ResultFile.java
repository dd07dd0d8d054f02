package dmvpn.bench.harness;

import dmvpn.sim.trace.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Keeps results as JSON: ratios and gauges, never seconds, so that files of different machines can be compared. */
public final class ResultFile {

    private ResultFile() {
    }

    /** Writes the results, replacing an older file as a whole. */
    public static void write(Path file, List<Result> results) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path temporary = Files.createTempFile(absolute.getParent(), absolute.getFileName().toString(), ".tmp");
        Files.writeString(temporary, format(results), StandardCharsets.UTF_8);
        Files.move(temporary, absolute, StandardCopyOption.REPLACE_EXISTING);
    }

    static String format(List<Result> results) {
        StringBuilder text = new StringBuilder();
        text.append("[\n");
        for (int index = 0; index < results.size(); index++) {
            Result result = results.get(index);
            JsonWriter json = new JsonWriter(text).beginObject();
            json.name("measure").value(result.measure().id());
            json.name("median").value(rounded(result.median()));
            json.name("smallest").value(rounded(result.smallest()));
            json.name("largest").value(rounded(result.largest()));
            json.name("rounds").value(result.rounds());
            json.name("demanded").value(result.measure().demand().text());
            json.name("met").value(result.isMet());
            json.endObject();
            text.append(index + 1 < results.size() ? ",\n" : "\n");
        }
        return text.append("]\n").toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
