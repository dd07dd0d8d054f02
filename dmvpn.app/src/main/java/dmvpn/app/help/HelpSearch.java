package dmvpn.app.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A search for words over the whole documentation. It reads every page once, so it takes a while; whoever asks for it can
 * cancel it.
 */
public final class HelpSearch {

    private final HelpLibrary library;
    private final List<String> words;
    private final BooleanSupplier isCancelled;
    private final Map<String, Boolean> searched = new HashMap<>();

    /**
     * @param library the pages
     * @param words words with blanks between them; a page must have all of them, in any case
     * @param isCancelled asked before each page
     */
    public HelpSearch(HelpLibrary library, String words, BooleanSupplier isCancelled) {
        this.library = library;
        this.words = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        this.isCancelled = isCancelled;
    }

    /**
     * What is left of a table of contents: entries whose title or page has the words, with those above them.
     *
     * @throws CancellationException when it was cancelled
     */
    public List<HelpTopic> in(List<HelpTopic> contents) {
        List<HelpTopic> found = new ArrayList<>();
        for (HelpTopic topic : contents) {
            search(topic).ifPresent(found::add);
        }
        return found;
    }

    private Optional<HelpTopic> search(HelpTopic topic) {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        List<HelpTopic> below = in(topic.children());
        // A chapter is a part of a page: that the page has the words somewhere says nothing of it.
        boolean isChapter = topic.path().contains("#");
        boolean has = !below.isEmpty() || has(topic.title())
                || !isChapter && searched.computeIfAbsent(topic.path(), path -> library.page(path).filter(this::has).isPresent());
        return has ? Optional.of(new HelpTopic(topic.title(), topic.path(), below)) : Optional.empty();
    }

    private boolean has(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
