package dmvpn.dsl.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a file, or why it is none. What cannot be a model is refused before the parser sees it.
 *
 * @param text the text; empty when there is a problem
 * @param problem why there is no text, as a sentence
 */
record ModelText(String text, Optional<String> problem) {

    /** A hundred thousand routers written out; more would not fit into memory as a model. */
    static final long LARGEST_BYTES = 64L * 1024 * 1024;

    /** Below this size the parser explains what is wrong better than a guess. */
    private static final int SMALL_CHARS = 64 * 1024;

    /** A line of a model starts with a word, a value, a quote, punctuation or a comment. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:[A-Za-z][A-Za-z0-9_-]*(?:[\\s\\[{.:,].*)?|[0-9].*|[{}\\[\\],;].*|//.*|/?\\*.*|[!\"<>^].*)?");

    static ModelText read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refused("This is a folder, not a file");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                return refused("The file is larger than " + LARGEST_BYTES / 1024 / 1024 + " MB: a model is split into several files");
            }
            return decode(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return refused("There is no such file");
        } catch (AccessDeniedException denied) {
            return refused("The file may not be read: check its permissions");
        } catch (IOException failure) {
            return refused("The file cannot be read" + (failure.getMessage() == null ? "" : ": " + failure.getMessage()));
        } catch (SecurityException denied) {
            return refused("The file may not be read");
        }
    }

    static ModelText decode(byte[] bytes) {
        for (byte value : bytes) {
            if (value == 0) {
                return refused("This is no text: it holds zero bytes. A model is a text file in UTF-8");
            }
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
            return looksLikeModel(text) ? new ModelText(text, Optional.empty())
                    : refused("This is no model: most of its lines start like nothing that a model has");
        } catch (CharacterCodingException notUtf8) {
            return refused("The file is not in UTF-8: save it in that encoding (Latin-1 and UTF-16 are not read)");
        }
    }

    private static ModelText refused(String problem) {
        return new ModelText("", Optional.of(problem));
    }

    /** Large files are sampled: noise and other languages must not keep the parser busy for minutes. */
    private static boolean looksLikeModel(String text) {
        if (text.length() < SMALL_CHARS) {
            return true;
        }
        int lines = 0;
        int plausible = 0;
        int start = 0;
        while (start < text.length() && lines < 2000) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, Math.min(end, start + 200)).replace("\r", "");
            lines++;
            if (end - start < 10_000 && LINE.matcher(line).matches() && isMostlyPlain(line)) {
                plausible++;
            }
            start = end + 1;
        }
        return plausible * 2 >= lines;
    }

    /** Letters, digits and blanks outweigh signs in what people write. */
    private static boolean isMostlyPlain(String line) {
        long signs = line.chars().filter(c -> c > 32 && c < 127 && !Character.isLetterOrDigit(c) && ".:/-{}[],\"_".indexOf(c) < 0).count();
        return signs * 4 <= line.length();
    }
}
