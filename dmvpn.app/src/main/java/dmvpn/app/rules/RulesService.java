package dmvpn.app.rules;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.inject.Injector;
import dmvpn.app.RequestException;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.quickfix.QuickFixService;
import dmvpn.dsl.ide.rules.RulePage;
import dmvpn.dsl.rules.ToolRules;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Area;
import dmvpn.network.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells about the rules that models are checked against. */
public final class RulesService {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Injector language;

    /** All rules in the order of the catalogue, then those on what is beside the models. */
    public List<RuleText> all() {
        return catalogue().map(RuleText::of).toList();
    }

    static Stream<Rule> catalogue() {
        return Stream.concat(Analysis.catalogue().rules().stream(), ToolRules.ALL.stream());
    }

    /**
     * The rules of an area, in the order of the catalogue.
     *
     * @param area name of the area, in any case, such as {@code nhrp}
     * @throws RequestException when there is no such area; it names all of them
     */
    public List<RuleText> ofArea(String area) throws RequestException {
        if (Stream.of(Area.values()).noneMatch(known -> known.label().equalsIgnoreCase(area))) {
            throw new RequestException("No area is called '" + area + "'; there are "
                    + Stream.of(Area.values()).map(Area::label).collect(Collectors.joining(", ")));
        }
        return all().stream().filter(rule -> rule.area().equalsIgnoreCase(area)).toList();
    }

    /** The rule of an identifier, in any case. */
    public Optional<RuleText> rule(String id) {
        return all().stream().filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The examples of a rule. */
    public RuleText.Examples examples(RuleText rule) {
        return RuleText.Examples.of(entry(rule));
    }

    /** True when the editor mends findings of the rule by a text edit. Asking the first time takes most of a second. */
    public boolean isMended(RuleText rule) {
        return language().getInstance(QuickFixService.class).mendedRules().contains(rule.id());
    }

    /** How findings of the rule are mended, in a sentence: by which quick fix, or why by none. */
    public String mend(RuleText rule) {
        return language().getInstance(RulePage.class).mend(entry(rule));
    }

    /**
     * The page of a rule in Markdown.
     *
     * @param links links to other pages; empty without
     */
    String page(RuleText rule, String links) {
        return language().getInstance(RulePage.class).of(entry(rule), links);
    }

    private static Rule entry(RuleText rule) {
        return catalogue().filter(candidate -> candidate.id().equals(rule.id())).findFirst().orElseThrow();
    }

    private Injector language() {
        if (language == null) {
            language = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
        }
        return language;
    }

    /** A rule as one line of JSON, with its examples. */
    public String json(RuleText rule) {
        JsonObject object = new JsonObject();
        object.addProperty("id", rule.id());
        object.addProperty("area", rule.area());
        object.addProperty("severity", rule.severity());
        object.addProperty("title", rule.title());
        object.addProperty("explanation", rule.explanation());
        object.addProperty("source", rule.source());
        object.addProperty("quickFix", isMended(rule));
        RuleText.Examples examples = examples(rule);
        examples.breaks().ifPresent(text -> object.addProperty("breaks", text));
        examples.sound().ifPresent(text -> object.addProperty("sound", text));
        examples.withoutModel().ifPresent(text -> object.addProperty("withoutModel", text));
        return GSON.toJson(object);
    }
}
