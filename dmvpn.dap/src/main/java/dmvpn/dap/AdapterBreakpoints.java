package dmvpn.dap;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.app.debug.breakpoint.Breakpoints.Listed;
import dmvpn.app.debug.breakpoint.Trigger;
import dmvpn.app.debug.watch.WatchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.DataBreakpoint;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/** The breakpoints of an editor, which sends all of a file or of a kind whenever one of them changes. */
final class AdapterBreakpoints {

    /** Name of the filter that stands for expectations that are not met. */
    static final String EXPECTATIONS = "expectation";

    private static final Pattern HITS = Pattern.compile("(>=|>)?\\s*([1-9]\\d{0,8})");

    private static final String WRITTEN_SINCE = "What stands in this line was written since the run was started: restart it";

    private final Debugger debugger;
    private final Path model;
    private final EditedSources sources;
    /** Numbers by what they were sent for: a file, or a kind. */
    private final Map<String, List<Integer>> numbers = new HashMap<>();

    AdapterBreakpoints(Debugger debugger, Path model, EditedSources sources) {
        this.debugger = debugger;
        this.model = model;
        this.sources = sources;
    }

    /** One that is read when it is set, as it may mean nothing. */
    private interface Wish {
        Breakpoint read() throws RequestException;
    }

    /** Lines are those of the file as it is now. One that the run does not know waits, switched off, for a restart. */
    List<org.eclipse.lsp4j.debug.Breakpoint> setLines(Path file, SourceBreakpoint[] wanted) {
        List<Wish> wishes = new ArrayList<>();
        for (SourceBreakpoint each : wanted) {
            OptionalInt started = sources.started(file, each.getLine());
            wishes.add(() -> with(new Trigger.Line(file, started.orElse(each.getLine())), each.getCondition(), each.getHitCondition(),
                    each.getLogMessage()).enabled(started.isPresent()));
        }
        List<org.eclipse.lsp4j.debug.Breakpoint> set = replace(file.toString(), wishes);
        for (int index = 0; index < set.size(); index++) {
            set.get(index).setLine(wanted[index].getLine());
        }
        return set;
    }

    /** What editors call functions are events here: {@code NHRP "Registration Request" received of HQ}. */
    List<org.eclipse.lsp4j.debug.Breakpoint> setEvents(FunctionBreakpoint[] wanted) {
        List<Wish> wishes = new ArrayList<>();
        for (FunctionBreakpoint each : wanted) {
            wishes.add(() -> {
                Breakpoint read = BreakpointText.parse("event " + each.getName(), model);
                Breakpoint hit = isBlank(each.getHitCondition()) ? read : read.fromHit(hits(each.getHitCondition()));
                return isBlank(each.getCondition()) ? hit : hit.when(each.getCondition());
            });
        }
        return replace("events", wishes);
    }

    List<org.eclipse.lsp4j.debug.Breakpoint> setChanges(DataBreakpoint[] wanted) {
        List<Wish> wishes = new ArrayList<>();
        for (DataBreakpoint each : wanted) {
            wishes.add(() -> with(new Trigger.Change(each.getDataId()), each.getCondition(), each.getHitCondition(), null));
        }
        return replace("changes", wishes);
    }

    List<org.eclipse.lsp4j.debug.Breakpoint> setExpectations(boolean wanted) {
        return replace(EXPECTATIONS, wanted ? List.of(() -> Breakpoint.at(new Trigger.FailedExpectation())) : List.of());
    }

    /**
     * Goes on with the breakpoints of a former reading of the model, under their numbers.
     *
     * @return how they are now
     */
    List<org.eclipse.lsp4j.debug.Breakpoint> takeOver(AdapterBreakpoints former) {
        numbers.putAll(former.numbers);
        Map<Integer, String> refused = debugger.breakpoints().takeOver(former.debugger.breakpoints(), debugger.scope());
        debugger.breakpoints().all().forEach(listed -> refused.putAll(follow(listed, former.sources)));
        numbers.replaceAll((key, set) -> set.stream().filter(number -> !refused.containsKey(number)).toList());
        List<org.eclipse.lsp4j.debug.Breakpoint> now = new ArrayList<>();
        debugger.breakpoints().all().forEach(listed -> now.add(answer(listed)));
        refused.forEach((number, reason) -> {
            org.eclipse.lsp4j.debug.Breakpoint answer = new org.eclipse.lsp4j.debug.Breakpoint();
            answer.setId(number);
            answer.setMessage(reason);
            now.add(answer);
        });
        return now;
    }

    /**
     * Puts a breakpoint on a line where that line is in the text of this run.
     *
     * @return why it cannot be, by its number
     */
    private Map<Integer, String> follow(Listed listed, EditedSources earlier) {
        if (!(listed.breakpoint().trigger() instanceof Trigger.Line line)) {
            return Map.of();
        }
        // One that is switched off stands where the earlier run had nothing: its line is that of the file.
        OptionalInt now = listed.breakpoint().enabled() ? sources.fromEarlier(earlier, line.file(), line.line()) : OptionalInt.of(line.line());
        if (now.isEmpty()) {
            debugger.breakpoints().remove(listed.number());
            return Map.of(listed.number(), "What stood in this line is gone");
        }
        try {
            debugger.breakpoints().replace(listed.number(), listed.breakpoint().on(new Trigger.Line(line.file(), now.getAsInt())).enabled(true), debugger.scope());
            return Map.of();
        } catch (WatchException wrong) {
            debugger.breakpoints().remove(listed.number());
            return Map.of(listed.number(), wrong.getMessage());
        }
    }

    /** The debugger has those of another one already, under the same numbers. */
    void continueFrom(AdapterBreakpoints former) {
        numbers.putAll(former.numbers);
    }

    private static org.eclipse.lsp4j.debug.Breakpoint answer(Listed listed) {
        org.eclipse.lsp4j.debug.Breakpoint answer = new org.eclipse.lsp4j.debug.Breakpoint();
        answer.setId(listed.number());
        boolean waits = !listed.breakpoint().enabled();
        answer.setVerified(listed.bound() && !waits);
        if (waits) {
            answer.setMessage(WRITTEN_SINCE);
        } else if (!listed.bound()) {
            answer.setMessage("Nothing begins in this line that events name: it stops only at other events of the line");
        }
        if (listed.breakpoint().trigger() instanceof Trigger.Line line) {
            answer.setLine(line.line());
        }
        return answer;
    }

    private static Breakpoint with(Trigger trigger, String condition, String hits, String log) throws RequestException {
        Breakpoint breakpoint = Breakpoint.at(trigger);
        breakpoint = isBlank(condition) ? breakpoint : breakpoint.when(condition);
        breakpoint = isBlank(hits) ? breakpoint : breakpoint.fromHit(hits(hits));
        return isBlank(log) ? breakpoint : breakpoint.telling(log);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Editors let people write {@code >= 3} or {@code 3}. */
    private static int hits(String text) throws RequestException {
        Matcher matcher = HITS.matcher(text.strip());
        if (!matcher.matches()) {
            throw new RequestException("'" + text + "' is no number of hits: 'N' or '>= N' stops from the hit N on, '> N' behind it");
        }
        return Integer.parseInt(matcher.group(2)) + (">".equals(matcher.group(1)) ? 1 : 0);
    }

    private List<org.eclipse.lsp4j.debug.Breakpoint> replace(String key, List<Wish> wishes) {
        List<Listed> former = new ArrayList<>(debugger.breakpoints().all().stream()
                .filter(each -> numbers.getOrDefault(key, List.of()).contains(each.number())).toList());
        List<Integer> set = new ArrayList<>();
        List<org.eclipse.lsp4j.debug.Breakpoint> answers = new ArrayList<>();
        for (Wish wish : wishes) {
            try {
                Listed listed = set(wish.read(), former);
                set.add(listed.number());
                answers.add(answer(listed));
            } catch (RequestException | WatchException wrong) {
                org.eclipse.lsp4j.debug.Breakpoint refused = new org.eclipse.lsp4j.debug.Breakpoint();
                refused.setMessage(wrong.getMessage());
                answers.add(refused);
            }
        }
        former.forEach(gone -> debugger.breakpoints().remove(gone.number()));
        numbers.put(key, set);
        return answers;
    }

    /** One that was there before stays as it is, with its number and its hits. */
    private Listed set(Breakpoint wanted, List<Listed> former) throws WatchException {
        Optional<Listed> known = former.stream().filter(each -> each.breakpoint().equals(wanted)).findFirst();
        known.ifPresent(former::remove);
        return known.isPresent() ? known.get() : debugger.breakpoints().add(wanted, debugger.scope());
    }
}
