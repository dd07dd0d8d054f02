package dmvpn.dsl.syntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The text of a file, or why it is none. What cannot be a model is refused before the parser sees it.
 *
 * @param text the text; empty when there is a problem
 * @param problem why there is no text, as a sentence
 */
public record ModelText(String text, Optional<String> problem) {

    /** A hundred thousand routers written out; more would not fit into memory as a model. */
    static final long LARGEST_BYTES = 64L * 1024 * 1024;

    /** The text of a file. */
    public static ModelText read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refused("This is a folder, not a file");
            }
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                // Reading from a pipe would wait for somebody to write to it.
                return refused("This is no file but a pipe or a device: a model is read from a file");
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

    /** The text that bytes hold. */
    public static ModelText decode(byte[] bytes) {
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
            return ModelLikeness.of(text) ? new ModelText(text, Optional.empty())
                    : refused(ModelLikeness.PROBLEM);
        } catch (CharacterCodingException notUtf8) {
            return refused("The file is not in UTF-8: save it in that encoding (Latin-1 and UTF-16 are not read)");
        }
    }

    private static ModelText refused(String problem) {
        return new ModelText("", Optional.of(problem));
    }
}
