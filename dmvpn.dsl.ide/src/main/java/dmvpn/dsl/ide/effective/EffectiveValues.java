package dmvpn.dsl.ide.effective;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.device.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;

/**
 * What the settings of a model come to, who says so, and what is in effect where nobody says anything. The values are those
 * of the compiled network, which simulator and export use.
 */
public final class EffectiveValues {

    /** So many different values of one setting are shown; the members of a family may have hundreds. */
    private static final int MOST_VALUES = 6;

    private static final List<Topic<?, ?>> TOPICS = topics();

    private final CompiledModel model;

    EffectiveValues(CompiledModel model) {
        this.model = model;
    }

    /** Those of a resource's current revision. */
    public static EffectiveValues of(DmvpnResource resource) {
        return resource.perRevision(EffectiveValues.class, unused -> new EffectiveValues(
                new CompiledModel(Analysis.of(resource).network(), resource.withImports())));
    }

    private static List<Topic<?, ?>> topics() {
        List<Topic<?, ?>> topics = new ArrayList<>(TransportTopics.all());
        topics.addAll(SuiteTopics.all());
        topics.addAll(TunnelTopics.all());
        topics.addAll(RoutingTopics.all());
        topics.addAll(RouterTopics.all());
        topics.addAll(ScenarioTopics.all());
        return List.copyOf(topics);
    }

    /** All topics, for the test that compares them with the grammar. */
    static List<Topic<?, ?>> allTopics() {
        return TOPICS;
    }

    /** True when a word of a clause is a setting with a value in the compiled network. */
    public static boolean isSetting(EObject clause, String keyword) {
        return TOPICS.stream().anyMatch(topic -> topic.clause().isInstance(clause) && !topic.settings(keyword).isEmpty());
    }

    /** The values of a setting of a clause, each with its reason; several when routers differ. */
    public List<EffectiveValue> of(EObject clause, String keyword) {
        List<EffectiveValue> values = new ArrayList<>();
        for (Topic<?, ?> topic : TOPICS) {
            if (values.isEmpty() && topic.clause().isInstance(clause)) {
                values.addAll(of(topic, clause, keyword));
            }
        }
        return values;
    }

    private <C extends EObject, R> List<EffectiveValue> of(Topic<C, R> topic, EObject clause, String keyword) {
        List<Setting<R>> settings = topic.settings(keyword);
        List<Reading<R>> readings = settings.isEmpty() ? List.of() : topic.readingsOf(model, clause);
        return settings.stream().map(setting -> values(setting, readings, clause)).filter(values -> !values.isEmpty())
                .findFirst().orElse(List.of());
    }

    /** Every setting of an element and of its clauses with what is in effect. */
    public List<EffectiveTable> tables(EObject element) {
        List<EffectiveTable> tables = new ArrayList<>();
        addTables(tables, element, element, Optional.empty());
        if (element instanceof RouterDeclaration router) {
            List<Device> made = RoutersOfDeclaration.of(model, router);
            Set<String> names = made.stream().map(Device::name).collect(Collectors.toSet());
            partsOf(router, made).forEach(part -> addTables(tables, part, element, Optional.of(names)));
        } else {
            element.eContents().forEach(part -> addTables(tables, part, element, Optional.empty()));
        }
        return tables;
    }

    /** The clauses that its routers were made from: those of families and fragments too. */
    private List<EObject> partsOf(RouterDeclaration router, List<Device> made) {
        List<EObject> parts = new ArrayList<>();
        made.stream().limit(1).forEach(device -> {
            device.interfaces().forEach(each -> model.clause(each.origin(), EObject.class).ifPresent(parts::add));
            List<JoinClause> joins = device.tunnels().stream()
                    .flatMap(each -> model.clause(each.origin(), JoinClause.class).stream()).toList();
            parts.addAll(joins);
            joins.stream().map(JoinClause::getCloud).filter(Objects::nonNull).distinct()
                    .forEach(cloud -> parts.addAll(cloud.getRouting()));
        });
        parts.addAll(router.getRouting());
        parts.addAll(router.getRoutes());
        return parts;
    }

    private void addTables(List<EffectiveTable> tables, EObject part, EObject hovered, Optional<Set<String>> routers) {
        List<EffectiveTable.Row> rows = new ArrayList<>();
        TOPICS.stream().filter(topic -> topic.clause().isInstance(part))
                .forEach(topic -> addRows(rows, topic, part, hovered, routers));
        if (!rows.isEmpty()) {
            tables.add(new EffectiveTable(ClauseTitles.of(part), rows));
        }
    }

    /** Adds what a part says of some routers, or of all. */
    private <C extends EObject, R> void addRows(List<EffectiveTable.Row> rows, Topic<C, R> topic, EObject part, EObject hovered,
            Optional<Set<String>> routers) {
        List<Reading<R>> readings = topic.readingsOf(model, part).stream().filter(reading -> routers.isEmpty()
                || reading.device().filter(device -> routers.get().contains(device.name())).isPresent()).toList();
        for (Setting<R> setting : topic.settings()) {
            boolean known = rows.stream().anyMatch(row -> row.setting().equals(setting.name()));
            if (!known) {
                values(setting, readings, hovered).forEach(value -> rows.add(new EffectiveTable.Row(setting.name(), value)));
            }
        }
    }

    private <R> List<EffectiveValue> values(Setting<R> setting, List<Reading<R>> readings, EObject hovered) {
        Map<EffectiveValue, Holders> holders = new LinkedHashMap<>();
        for (Reading<R> reading : readings) {
            Optional<String> value = setting.value().apply(reading);
            value.ifPresent(text -> holders.computeIfAbsent(new EffectiveValue(text, reason(setting, reading, hovered)),
                    unseen -> new Holders(model)).add(reading.device()));
        }
        boolean withNames = EcoreUtil2.getContainerOfType(hovered, RouterDeclaration.class) == null;
        List<EffectiveValue> values = new ArrayList<>();
        holders.forEach((value, who) -> {
            if (values.size() < MOST_VALUES) {
                values.add(withNames ? new EffectiveValue(value.value(), value.reason() + who.text()) : value);
            }
        });
        long further = Math.max(0, holders.size() - MOST_VALUES) + Holders.furtherValues(holders.values());
        if (further > 0) {
            values.add(new EffectiveValue("…", further + " further values"));
        }
        return values;
    }

    private <R> String reason(Setting<R> setting, Reading<R> reading, EObject hovered) {
        return setting.saidBy(reading).map(speaker -> source(speaker, hovered))
                .orElseGet(() -> setting.otherwise().reason(reading, model.network()));
    }

    private static String source(EObject speaker, EObject hovered) {
        if (EcoreUtil.isAncestor(hovered, speaker) || EcoreUtil.isAncestor(speaker, hovered)
                && !(speaker instanceof RouterDeclaration)) {
            return "written here";
        }
        if (speaker instanceof JoinClause) {
            return "written at the join";
        }
        if (speaker instanceof PlatformDeclaration) {
            return "from the platform of all routers";
        }
        NamedElement element = EcoreUtil2.getContainerOfType(speaker, NamedElement.class);
        boolean sameSuiteOrCloud = (element instanceof CryptoDeclaration || element instanceof CloudDeclaration)
                && EcoreUtil.isAncestor(element, hovered);
        return element == null ? "written elsewhere"
                : (sameSuiteOrCloud ? "written elsewhere in " : "from ") + Names.label(element);
    }
}
