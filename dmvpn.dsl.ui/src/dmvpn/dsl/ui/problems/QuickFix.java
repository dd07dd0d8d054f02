package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.WorkspaceEdits;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.BadPositionCategoryException;
import org.eclipse.jface.text.Position;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;

/**
 * One mend of a problem, applied to the editor's document, or to the file when no editor shows it; and the like mend of other
 * problems of the rule. What is done to a file at once is undone by one step.
 */
final class QuickFix extends WorkbenchMarkerResolution implements IMarkerResolutionRelevance {

    private final CodeAction action;
    private final int number;
    private final IMarker offeredFor;

    /**
     * @param action what is done
     * @param number its place among all actions on the problem
     * @param offeredFor the problem
     */
    QuickFix(CodeAction action, int number, IMarker offeredFor) {
        this.action = action;
        this.number = number;
        this.offeredFor = offeredFor;
    }

    @Override
    public String getLabel() {
        return action.getTitle();
    }

    @Override
    public String getDescription() {
        return action.getTitle();
    }

    /** The best mend first, as the server offers them, and not by the alphabet. */
    @Override
    public int getRelevanceForResolution() {
        return -number;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IMarker[] findOtherMarkers(IMarker[] markers) {
        String rule = rule(offeredFor);
        return Arrays.stream(markers)
                .filter(other -> !other.equals(offeredFor) && rule.equals(rule(other)) && isProblem(other))
                .toArray(IMarker[]::new);
    }

    private static String rule(IMarker marker) {
        return marker.getAttribute(ProblemMarkers.RULE_ID, "");
    }

    private static boolean isProblem(IMarker marker) {
        try {
            return marker.exists() && marker.isSubtypeOf(ProblemMarkers.MARKER_TYPE);
        } catch (CoreException goneMeanwhile) {
            return false;
        }
    }

    @Override
    public void run(IMarker marker) {
        if (!marker.equals(offeredFor)) {
            run(new IMarker[] {marker}, null);
            return;
        }
        if (Display.getCurrent() == null) {
            // The Generic Editor's hover runs fixes in a job.
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> run(marker));
            return;
        }
        try (EditedFile file = new EditedFile(marker.getResource())) {
            apply(action, marker, file);
        } catch (CoreException | BadLocationException failure) {
            tell(marker.getResource(), failure);
        }
    }

    @Override
    public void run(IMarker[] markers, IProgressMonitor monitor) {
        Map<IResource, List<IMarker>> byFile = Arrays.stream(markers).filter(IMarker::exists)
                .collect(Collectors.groupingBy(IMarker::getResource, LinkedHashMap::new, Collectors.toList()));
        SubMonitor progress = SubMonitor.convert(monitor, getLabel(), byFile.size());
        byFile.forEach((resource, ofFile) -> {
            progress.subTask(resource.getName());
            try (EditedFile file = new EditedFile(resource)) {
                mend(ofFile, file, progress);
            } catch (CoreException | BadLocationException | BadPositionCategoryException failure) {
                tell(resource, failure);
            }
            progress.split(1);
        });
    }

    /** A mend may depend on the one before it (two routers must not get the same free address): so one after the other. */
    private void mend(List<IMarker> markers, EditedFile file, IProgressMonitor monitor)
            throws BadLocationException, BadPositionCategoryException {
        Map<IMarker, Position> places = new LinkedHashMap<>();
        markers.stream().sorted(Comparator.comparingInt(QuickFix::start).reversed()).forEach(marker -> {
            Position place = place(marker);
            if (place.getOffset() + place.getLength() <= file.document().getLength()) {
                places.put(marker, place);
            }
        });
        for (Position place : places.values()) {
            file.document().addPosition(place); // edits of other problems move it
        }
        for (Map.Entry<IMarker, Position> each : places.entrySet()) {
            Position place = each.getValue();
            Optional<CodeAction> like = Answers.awaitOnUiThread(CodeActions.moved(each.getKey(), file.document(),
                    place.getOffset(), place.getOffset() + place.getLength()), monitor).flatMap(this::like);
            if (like.isPresent()) {
                apply(like.get(), each.getKey(), file);
            }
            file.document().removePosition(place);
        }
    }

    private static int start(IMarker marker) {
        return marker.getAttribute(IMarker.CHAR_START, 0);
    }

    private static Position place(IMarker marker) {
        return new Position(start(marker), Math.max(0, marker.getAttribute(IMarker.CHAR_END, 0) - start(marker)));
    }

    /** The same action, or one that says the same of another place. */
    private Optional<CodeAction> like(List<CodeAction> actions) {
        return actions.stream().filter(other -> other.getTitle().equals(action.getTitle())).findFirst()
                .or(() -> number < actions.size() && words(actions.get(number)).equals(words(action))
                        ? Optional.of(actions.get(number)) : Optional.empty());
    }

    /** What it does, without the values that it does it with. */
    private static String words(CodeAction action) {
        return action.getTitle().split(" ")[0];
    }

    private static void apply(CodeAction action, IMarker marker, EditedFile file) throws BadLocationException {
        URI uri = marker.getResource().getLocationURI();
        WorkspaceEdits.edits(action.getEdit(), uri.toString(), file.document()).apply(file.document());
    }

    private void tell(IResource file, Exception failure) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, QuickFix.class,
                "'" + action.getTitle() + "' could not be applied to " + file.getName() + ": " + failure.getMessage()),
                StatusManager.SHOW);
    }
}
