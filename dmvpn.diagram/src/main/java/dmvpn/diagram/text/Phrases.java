package dmvpn.diagram.text;

import com.google.inject.Inject;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.impl.LinkingHelper;
import org.eclipse.xtext.serializer.ISerializer;

/** Writes values and settings as the grammar has them. */
public final class Phrases {

    private final IValueConverterService converters;
    private final LinkingHelper links;
    private final ISerializer serializer;
    private final DmvpnGrammarAccess grammar;
    private final Map<List<Object>, Optional<Assignment>> assignments = new HashMap<>();

    /** Created by the language's injector. */
    @Inject
    public Phrases(IValueConverterService converters, LinkingHelper links, ISerializer serializer,
            DmvpnGrammarAccess grammar) {
        this.converters = converters;
        this.links = links;
        this.serializer = serializer;
        this.grammar = grammar;
    }

    /** The language's phrases. */
    static Phrases of(DmvpnResource resource) {
        return resource.getResourceServiceProvider().get(Phrases.class);
    }

    /** What stands in the text for a value of a feature; empty when nothing does. */
    Optional<String> value(EObject object, EStructuralFeature feature) {
        Object value = object.eGet(feature);
        return value == null || Boolean.FALSE.equals(value) || value instanceof List ? Optional.empty() : Optional.of(text(value));
    }

    /** Something that two values share when they are written alike. */
    private static String text(Object value) {
        return value instanceof EObject target ? String.valueOf(name(target)) : value.toString();
    }

    private static String name(EObject target) {
        EStructuralFeature name = target.eClass().getEStructuralFeature("name");
        return name == null ? null : (String) target.eGet(name);
    }

    /** A value as its place in the grammar wants it. */
    String written(EObject object, Assignment assignment) {
        Object value = object.eGet(object.eClass().getEStructuralFeature(assignment.getFeature()));
        return written(value, assignment.getTerminal());
    }

    private String written(Object value, AbstractElement terminal) {
        return switch (terminal) {
            case Keyword keyword -> keyword.getValue();
            case CrossReference reference -> converters.toString(name((EObject) value), links.getRuleNameFrom(reference));
            case RuleCall call when value instanceof EObject child -> serializer.serialize(child).strip();
            case RuleCall call -> converters.toString(value, call.getRule().getName());
            case Alternatives choice -> value.toString();
            default -> throw new IllegalStateException("No text for " + terminal.eClass().getName());
        };
    }

    /** A whole object as one line. Xtext's serializer repeats the word in front of a list for each of its members. */
    String fresh(EObject object) {
        if (object instanceof JoinClause join && join.getServers().size() > 1) {
            JoinClause bare = EcoreUtil.copy(join);
            bare.getServers().clear();
            String servers = setting(join, assignment(join.eClass(), ModelPackage.Literals.JOIN_CLAUSE__SERVERS).orElseThrow());
            return serializer.serialize(bare).strip() + " " + servers;
        }
        return serializer.serialize(object).strip();
    }

    /** A new element with its clauses, each as a line. */
    List<String> freshClauses(RouterBody router) {
        return router.eContents().stream().map(this::fresh).toList();
    }

    /** The word and the name, with what stands between them and the block. */
    String freshHead(RouterBody router) {
        RouterBody bare = EcoreUtil.copy(router);
        bare.eContents().stream().toList().forEach(EcoreUtil::remove);
        String text = serializer.serialize(bare).strip();
        return text.substring(0, text.lastIndexOf('{')).strip();
    }

    /** Where the grammar has a feature of objects of a class. */
    Optional<Assignment> assignment(EClass type, EStructuralFeature feature) {
        return assignments.computeIfAbsent(List.of(type, feature), each -> search(type, feature));
    }

    private Optional<Assignment> search(EClass type, EStructuralFeature feature) {
        return GrammarUtil.allParserRules(grammar.getGrammar()).stream()
                .filter(rule -> !rule.isFragment() && rule.getType().getClassifier() == type)
                .flatMap(rule -> find(rule, feature.getName(), new HashSet<>()).stream()).findFirst();
    }

    private static Optional<Assignment> find(AbstractRule rule, String feature, Set<AbstractRule> seen) {
        if (!seen.add(rule)) {
            return Optional.empty();
        }
        for (Assignment assignment : GrammarUtil.containedAssignments(rule)) {
            if (assignment.getFeature().equals(feature)) {
                return Optional.of(assignment);
            }
        }
        for (RuleCall call : GrammarUtil.containedRuleCalls(rule)) {
            if (call.getRule() instanceof ParserRule called && called.isFragment()) {
                Optional<Assignment> found = find(called, feature, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The setting that a feature is part of, with all that is set in it: {@code phase 2}, {@code via HQ1, HQ2}. */
    String setting(EObject object, Assignment assignment) {
        List<String> words = new ArrayList<>();
        add(object, setting(assignment), words, new HashSet<>());
        return String.join(" ", words).replace(" ,", ",");
    }

    private static AbstractElement setting(AbstractElement part) {
        AbstractElement at = part;
        while (at.eContainer() instanceof AbstractElement parent && at.getCardinality() == null
                && !(parent instanceof Alternatives choice && choice.getCardinality() != null)) {
            at = parent;
        }
        return at;
    }

    private void add(EObject object, AbstractElement element, List<String> words, Set<String> done) {
        switch (element) {
            case Keyword keyword -> words.add(keyword.getValue());
            case Assignment assignment -> addValue(object, assignment, words, done);
            case Group group -> group.getElements().stream().filter(part -> isWritten(object, part, done))
                    .forEach(part -> add(object, part, words, done));
            case Alternatives choice -> choice.getElements().stream().filter(part -> says(object, part, done)).findFirst()
                    .ifPresent(part -> add(object, part, words, done));
            default -> throw new IllegalStateException("No words for " + element.eClass().getName());
        }
    }

    private boolean isWritten(EObject object, AbstractElement part, Set<String> done) {
        return !GrammarUtil.isOptionalCardinality(part) || says(object, part, done);
    }

    private boolean says(EObject object, AbstractElement part, Set<String> done) {
        List<Assignment> assignments = part instanceof Assignment one ? List.of(one) : GrammarUtil.containedAssignments(part);
        return assignments.stream().anyMatch(each -> !done.contains(each.getFeature())
                && object.eIsSet(object.eClass().getEStructuralFeature(each.getFeature())));
    }

    private void addValue(EObject object, Assignment assignment, List<String> words, Set<String> done) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(assignment.getFeature());
        done.add(feature.getName());
        if (feature instanceof EReference reference && reference.isMany()) {
            List<?> children = (List<?>) object.eGet(reference);
            words.add(String.join(", ", children.stream().map(child -> written(child, assignment.getTerminal())).toList()));
        } else {
            words.add(written(object, assignment));
        }
    }
}
