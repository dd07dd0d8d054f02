package dmvpn.app.diagram;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.edit.TextEdit;
import dmvpn.diagram.glsp.DocumentState;
import dmvpn.diagram.glsp.ShownProblem;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DiagramView;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.diagram.notation.ProblemDecorations;
import dmvpn.diagram.notation.ShownValue;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The diagram of a text that changes. While the text is broken the last good diagram stays, says why, and refuses edits. Safe
 * for use by several threads: whoever asks what is shown never waits for what is being read.
 */
public final class DrawnText {

    private final Path file;
    private final ModelLoader loader;
    private final String title;
    /** Where everything is now: spokes stay there, whatever comes and goes. */
    private Positions places = Positions.NONE;
    private final RenamedInText renamed = new RenamedInText();
    private Set<String> expanded = Set.of();
    private final TriedEdit tried = new TriedEdit();
    private final OtherFiles others;
    private volatile ImportedTexts imported = new ImportedTexts(Map.of());
    private volatile Shown shown;

    /**
     * Shows nothing yet.
     *
     * @param file where the text belongs; what it imports is beside it
     */
    public DrawnText(Path file, ModelLoader loader) {
        this.file = file;
        this.loader = loader;
        this.others = new OtherFiles(file);
        String name = file.getFileName().toString();
        this.title = name.substring(0, name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.'));
        this.shown = new Shown("", Positions.NONE, "", Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());
    }

    /**
     * What is shown.
     *
     * @param text the text
     * @param moved where people have moved elements to
     * @param unreadable why the text is not what the file says now, for people; empty when it is
     * @param loaded what was read; empty before the first text
     * @param drawn the model and its elements by identifiers; empty when the text could not be read at all
     * @param placed the diagram, the last good one while the text is broken; empty before the first text
     * @param staleBecause why the diagram does not show the text as it is, for people; empty when it does
     * @param problems what is wrong with the model
     */
    public record Shown(String text, Positions moved, String unreadable, Optional<LoadedModel> loaded, Optional<DrawnModel> drawn,
            Optional<PlacedDiagram> placed, String staleBecause, List<ShownProblem> problems) {

        /** As diagrams are told: what undo would take back and redo would make again is named for people, or empty. */
        public DocumentState state(String undo, String redo) {
            return new DocumentState(placed.orElseThrow(), staleBecause, undo, redo, problems, values());
        }

        /** Where people have moved those elements to that there are. */
        public Positions kept() {
            return moved.of(this::isThere);
        }

        /** True for the identifier of what the model has, shown or not: of a member of a family, too. */
        public boolean isThere(String id) {
            return drawn.filter(model -> DrawnText.isThere(model, id)).isPresent();
        }

        private List<ShownValue> values() {
            return staleBecause.isEmpty() ? drawn.map(ShownValue::of).orElse(List.of()) : List.of();
        }

        /** The network of the text; empty when it has errors. */
        public Optional<CompiledNetwork> soundNetwork() {
            return loaded.filter(read -> !read.hasErrors()).flatMap(LoadedModel::network);
        }

        /**
         * The model as edits need it.
         *
         * @throws EditRefusedException while the diagram does not show the text as it is
         */
        public DmvpnResource editable() {
            if (!staleBecause.isEmpty()) {
                throw new EditRefusedException("The diagram cannot be edited now. " + staleBecause);
            }
            return loaded.flatMap(LoadedModel::resource)
                    .orElseThrow(() -> new EditRefusedException("The file has no text to edit"));
        }
    }

    /** What is shown now. */
    public Shown shown() {
        return shown;
    }

    /**
     * Why an edit would be refused; empty when it would not, or when that cannot be said in a moment.
     *
     * @throws EditRefusedException while the diagram does not show the text as it is
     */
    public Optional<String> refusal(ModelEdit edit) {
        return tried.refusal(shown.editable(), edit);
    }

    /**
     * Shows a text.
     *
     * @param moved where people have moved elements to
     * @param unreadable why this is not what the file says now, for people; empty when it is
     */
    public synchronized void show(String text, Positions moved, String unreadable) {
        LoadedModel known = shown.loaded().orElse(null);
        draw(text, moved, unreadable, known != null && text.equals(shown.text()) && !importsChanged() ? known : load(text));
    }

    private LoadedModel load(String text) {
        LoadedModel loaded = loader.load(file, text);
        imported = loaded.resource().map(ImportedTexts::of).orElse(imported);
        return loaded;
    }

    /** Whether a file that the text imports says something else than when it was read. */
    public boolean importsChanged() {
        return imported.haveChanged();
    }

    /** What is to be said about an edit that was made and is shown, for people: which other files do not follow. */
    public Optional<String> remark(ModelEdit edit) {
        return edit instanceof ModelEdit.Rename rename && shown.staleBecause().isEmpty()
                ? others.stillUsing(shown.text(), NotationServices.nameIn(rename.id())) : Optional.empty();
    }

    private void draw(String text, Positions moved, String unreadable, LoadedModel loaded) {
        Optional<Finding> breaking = loaded.findings().stream()
                .filter(finding -> finding.rule() == TextRules.SYNTAX || finding.rule() == TextRules.FILE).findFirst();
        Optional<DrawnModel> drawn = loaded.resource().map(this::drawn);
        boolean keepsLast = shown.placed().isPresent() && (breaking.isPresent() || drawn.isEmpty() || !unreadable.isEmpty());
        Diagram diagram = drawn.map(DrawnModel::diagram).orElseGet(
                () -> new Diagram(title, List.of(), List.of(), List.of(), List.of(), List.of()));
        Positions followed = keepsLast ? moved : followed(moved, diagram);
        PlacedDiagram placed = keepsLast ? shown.placed().get() : place(followed, diagram);
        List<ShownProblem> problems = keepsLast || drawn.isEmpty()
                ? List.of() : problems(drawn.get(), loaded.resource().orElseThrow());
        String staleBecause = unreadable.isEmpty() ? breaking.map(finding -> brokenText(finding, loaded)).orElse("")
                : unreadable + ". The diagram shows what it was before.";
        shown = new Shown(text, followed, unreadable, Optional.of(loaded), drawn, Optional.of(placed), staleBecause, problems);
    }

    private DrawnModel drawn(DmvpnResource resource) {
        return DiagramNotation.drawn(resource.model(), title, DiagramView.ALL.withExpanded(expanded));
    }

    private static Set<String> nodes(Diagram diagram) {
        Set<String> ids = new HashSet<>();
        diagram.routers().forEach(router -> ids.add(router.id()));
        diagram.clouds().forEach(cloud -> ids.add(cloud.id()));
        diagram.transports().forEach(transport -> ids.add(transport.id()));
        return ids;
    }

    /** What was renamed in the text since the last drawing keeps its place. */
    private Positions followed(Positions moved, Diagram diagram) {
        Set<String> ids = nodes(diagram);
        Map<String, String> now = places.renamedIn(ids);
        renamed.follow(now);
        places = places.renamed(now);
        return renamed.in(moved, ids);
    }

    private PlacedDiagram place(Positions moved, Diagram diagram) {
        Set<String> ids = nodes(diagram);
        Map<String, Point> known = new HashMap<>();
        diagram.spokes().forEach(spoke -> places.of(spoke.id()).ifPresent(place -> known.put(spoke.id(), place)));
        Positions chosen = moved.of(ids::contains);
        chosen.ids().forEach(id -> known.put(id, chosen.of(id).orElseThrow()));
        PlacedDiagram now = DmvpnLayout.place(diagram, Positions.NONE.with(known));
        places = Positions.of(now);
        return now;
    }

    private static boolean isThere(DrawnModel model, String id) {
        return model.ids().contains(id) || NotationServices.memberOf(id, model.elements().keySet()).isPresent();
    }

    private static List<ShownProblem> problems(DrawnModel drawn, DmvpnResource resource) {
        List<ShownProblem> problems = new ArrayList<>();
        ProblemDecorations.of(drawn, resource).forEach((id, marks) -> marks.forEach(mark -> problems.add(
                new ShownProblem(id, mark.isError() ? "error" : "warning", mark.message() + " [" + mark.rule() + "]"))));
        return problems;
    }

    private static String brokenText(Finding breaking, LoadedModel loaded) {
        boolean isHere = loaded.resource().map(DmvpnResource::displayName).filter(name -> !name.equals(breaking.origin().file())).isEmpty();
        return (isHere ? "The text" : "The imported file " + breaking.origin().file()) + " is broken in line " + Math.max(1, breaking.origin().line()) + ": " + breaking.message()
                + ". The diagram shows the last text that could be read.";
    }

    /** Lets all elements be arranged anew when a text is shown next. */
    public synchronized void forgetArrangement() {
        places = Positions.NONE;
    }

    /** Shows the members of a family that matter one by one, or the family as one stack again. */
    public synchronized void toggle(String family) {
        Set<String> changed = new HashSet<>(expanded);
        if (!changed.remove(family)) {
            changed.add(family);
        }
        expanded = Set.copyOf(changed);
        Shown now = shown;
        now.loaded().ifPresent(loaded -> draw(now.text(), now.moved(), now.unreadable(), loaded));
    }

    /**
     * What an edit does.
     *
     * @param text to the text
     * @param moved where people have moved elements to, with the names that these have then
     * @param drawn the model after the edit; empty when nobody has moved anything
     */
    public record Edited(TextEdit text, Positions moved, Optional<DrawnModel> drawn) {

        /** True for the identifier of what the model has then. */
        public boolean isThere(String id) {
            return drawn.filter(model -> DrawnText.isThere(model, id)).isPresent();
        }
    }

    /**
     * What an edit does to the text that is shown and to the places. To be shown afterwards.
     *
     * @param place where what the edit made goes; empty for wherever there is room
     * @throws EditRefusedException when it cannot be made
     */
    public synchronized Edited edit(ModelEdit edit, Optional<Point> place) {
        TextEdit change = tried.of(shown.editable(), edit);
        Optional<DrawnModel> then = shown.moved().isEmpty()
                ? Optional.empty() : loader.load(file, change.text().after()).resource().map(this::drawn);
        Positions before = shown.kept().renamed(change.renamed());
        Positions after = then.map(model -> before.of(id -> isThere(model, id))).orElse(before);
        places = places.renamed(change.renamed());
        return new Edited(change, place.isPresent() && change.selected().isPresent()
                ? after.with(change.selected().get(), place.get()) : after, then);
    }
}
