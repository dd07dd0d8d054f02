package dmvpn.sim.fidelity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the catalogue as blocks: a line at the margin, and indented lines that belong to it. Blank lines and lines that
 * begin with {@code #} mean nothing.
 */
record Blocks(String file, List<Block> blocks) {

    /** @param line number of the first line, from 1 */
    record Block(String file, int line, String head, List<String> body) {

        /** The body's text up to a line that begins with a keyword and a colon. */
        String text() {
            return String.join(" ", body.stream().takeWhile(text -> !text.matches("[a-z]+: .*")).toList());
        }

        /** The body's text from a keyword on; empty without it. */
        String text(String keyword) {
            List<String> from = body.stream().dropWhile(text -> !text.startsWith(keyword + ": ")).toList();
            if (from.isEmpty()) {
                return "";
            }
            List<String> own = new ArrayList<>(List.of(from.get(0).substring(keyword.length() + 2)));
            from.stream().skip(1).takeWhile(text -> !text.matches("[a-z]+: .*")).forEach(own::add);
            return String.join(" ", own);
        }

        IllegalStateException problem(String what) {
            return new IllegalStateException(file + ":" + line + ": " + what);
        }
    }

    /** Reads a resource beside this class. */
    static Blocks of(String file) {
        try (InputStream stream = Blocks.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing beside " + Blocks.class.getName());
            }
            return new Blocks(file, read(file, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> read(String file, BufferedReader reader) throws IOException {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                blocks.add(new Block(file, number, line.strip(), new ArrayList<>()));
            } else if (blocks.isEmpty()) {
                throw new IllegalStateException(file + ":" + number + ": an indented line that belongs to nothing");
            } else {
                blocks.get(blocks.size() - 1).body().add(line.strip());
            }
        }
        return blocks;
    }
}
