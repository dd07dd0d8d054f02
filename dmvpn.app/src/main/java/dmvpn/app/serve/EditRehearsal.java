package dmvpn.app.serve;

import dmvpn.app.diagram.DrawnText;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Edits that nobody sees, of a copy of the text that is shown. The Java machine compiles what it has run some tens of times, and until
 * then the first edit of two hundred routers takes the better part of a second: this way it does not have to be a person's.
 */
final class EditRehearsal {

    private static final int TIMES = 40;
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final Path file;
    private final ModelLoader loader;
    private final Supplier<DrawnText.Shown> shown;

    /**
     * Nothing is rehearsed yet.
     *
     * @param file where the text belongs
     * @param shown the text that is shown now
     */
    EditRehearsal(Path file, ModelLoader loader, Supplier<DrawnText.Shown> shown) {
        this.file = file;
        this.loader = loader;
        this.shown = shown;
    }

    /**
     * Rehearses until it has been done often or long enough. A text that cannot be edited is not rehearsed.
     *
     * @param enough asked before each time
     * @return how many edits were made
     */
    int run(BooleanSupplier enough) {
        long begun = System.nanoTime();
        int made = 0;
        while (made < TIMES && System.nanoTime() - begun < LONGEST.toNanos() && !enough.getAsBoolean()) {
            DrawnText.Shown now = shown.get();
            Optional<RouterNode> router = now.drawn().map(DrawnModel::diagram).flatMap(diagram -> diagram.routers().stream().findFirst());
            if (!now.staleBecause().isEmpty() || router.isEmpty() || !rename(router.get(), now, "Rehearsal" + made)) {
                return made;
            }
            made++;
        }
        return made;
    }

    private boolean rename(RouterNode router, DrawnText.Shown now, String name) {
        try {
            DrawnText copy = new DrawnText(file, loader);
            copy.show(now.text(), now.moved(), "");
            DrawnText.Edited edited = copy.edit(new ModelEdit.Rename(router.id(), name), Optional.empty());
            copy.show(edited.text().text().after(), edited.moved(), "");
            return true;
        } catch (EditRefusedException notHere) {
            return false;
        }
    }
}
