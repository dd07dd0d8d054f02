package dmvpn.diagram.sirius;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.model.ModelPackage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What must be true of the file, since Sirius says nothing, or refuses all of it, when it is not. */
class ViewpointFileTest {

    private static final Set<String> CLASS_NAMES = Set.of("domainClass", "targetClass", "typeName");
    private static final Set<String> TEXTS = Set.of("label", "documentation", "endUserDocumentation", "mask", "name",
            "qualifiedClassName", "href", "modelFileExtension");
    private static final String ICONS = "/dmvpn.diagram/";

    private final ViewpointFile file = ViewpointFile.read();

    private record Expression(Element element, String attribute, String text) {

        @Override
        public String toString() {
            return ViewpointFile.where(element) + " " + attribute + "=" + text;
        }
    }

    private List<Attr> attributes() {
        List<Attr> attributes = new ArrayList<>();
        for (Element element : file.all()) {
            for (int index = 0; index < element.getAttributes().getLength(); index++) {
                attributes.add((Attr) element.getAttributes().item(index));
            }
        }
        return attributes;
    }

    private List<Expression> expressions() {
        return attributes().stream().filter(attribute -> !TEXTS.contains(attribute.getName()))
                .filter(attribute -> attribute.getValue().matches("(service|feature|var|aql|ocl):.*|\\[.*"))
                .map(attribute -> new Expression(attribute.getOwnerElement(), attribute.getName(), attribute.getValue()))
                .toList();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> broken = new TreeSet<>();
        for (Attr attribute : attributes()) {
            for (String reference : attribute.getValue().split(" ")) {
                if (reference.startsWith("//") && file.resolve(reference).isEmpty()) {
                    broken.add(ViewpointFile.where(attribute.getOwnerElement()) + " " + attribute.getName() + ": " + reference);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void namesAreUniqueInTheirLists() {
        for (Element parent : file.all()) {
            assertThat(ViewpointFile.children(parent).filter(child -> !ViewpointFile.name(child).isEmpty())
                    .map(child -> child.getTagName() + " " + ViewpointFile.name(child)).toList())
                    .as(ViewpointFile.where(parent)).doesNotHaveDuplicates();
        }
    }

    @Test
    void classesAreThoseOfTheLanguage() {
        for (Attr attribute : attributes()) {
            if (CLASS_NAMES.contains(attribute.getName())) {
                assertThat(Metamodel.find(attribute.getValue())).as(ViewpointFile.where(attribute.getOwnerElement())).isPresent();
            }
        }
    }

    @Test
    void metamodelsAreFoundByTheirNamespaces() {
        for (Element diagram : file.all("ownedRepresentations")) {
            List<String> packages = ViewpointFile.children(diagram, "metamodel").map(element -> {
                EPackage proxy = EcoreFactory.eINSTANCE.createEPackage();
                ((InternalEObject) proxy).eSetProxyURI(URI.createURI(element.getAttribute("href")));
                EPackage found = (EPackage) EcoreUtil.resolve(proxy, new ResourceSetImpl());
                return found.getNsURI();
            }).toList();
            assertThat(packages).contains(ModelPackage.eNS_URI).doesNotContainNull().hasSize(3);
        }
    }

    @Test
    void expressionsNeedNothingButWhatEverySiriusHas() {
        assertThat(expressions()).isNotEmpty().allSatisfy(expression ->
                assertThat(expression.text()).matches("(service|feature|var):[\\w.]+(\\([\\w, ]*\\))?"));
    }

    @Test
    void everyServiceExistsWithASignatureThatFits() {
        Map<String, Method> services = services();
        List<String> wrong = new ArrayList<>();
        for (Expression expression : expressions()) {
            if (expression.text().startsWith("service:")) {
                Expressions.Call call = Expressions.Call.of(expression.text().substring("service:".length()));
                Method method = services.get(call.name());
                if (method == null || method.getParameterCount() != call.arguments().size() + 1) {
                    wrong.add(expression.toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void receiversOfServicesAreOfTheirFirstType() {
        Map<String, Method> services = services();
        List<String> wrong = new ArrayList<>();
        for (Expression expression : expressions()) {
            if (expression.text().startsWith("service:")) {
                Expressions.Call call = Expressions.Call.of(expression.text().substring("service:".length()));
                for (EClass receiver : Receivers.of(file, expression.element(), expression.attribute())) {
                    Class<?> wanted = services.get(call.name()).getParameterTypes()[0];
                    if (!wanted.isAssignableFrom(receiver.getInstanceClass())) {
                        wrong.add(expression + " is called on a " + receiver.getName());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void featuresExistInTheClassesThatTheyAreAskedOf() {
        List<String> wrong = new ArrayList<>();
        for (Expression expression : expressions()) {
            if (expression.text().startsWith("feature:")) {
                String feature = expression.text().substring("feature:".length());
                Set<EClass> receivers = Receivers.of(file, expression.element(), expression.attribute());
                assertThat(receivers).as(expression.toString()).isNotEmpty();
                receivers.stream().filter(receiver -> !feature.equals("eContainer"))
                        .filter(receiver -> receiver.getEStructuralFeature(feature) == null)
                        .forEach(receiver -> wrong.add(expression + " of a " + receiver.getName()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void servicesAreSuchThatSiriusCanCallThem() {
        for (Class<?> type : file.services()) {
            assertThat(Modifier.isPublic(type.getModifiers())).as(type.getName()).isTrue();
            assertThat(type.getConstructors()).as(type.getName()).singleElement()
                    .satisfies(constructor -> assertThat(constructor.getParameterCount()).isZero());
            Expressions.serviceMethods(type).forEach(method -> {
                assertThat(Modifier.isStatic(method.getModifiers())).as(method.toString()).isFalse();
                assertThat(method.getParameterTypes()).as(method.toString()).noneMatch(Class::isPrimitive);
                assertThat(method.getReturnType().isPrimitive()).as(method.toString()).isFalse();
                assertThat(Set.class.isAssignableFrom(method.getReturnType())).as("%s has an order", method).isFalse();
            });
        }
    }

    @Test
    void noTwoServicesHaveOneName() {
        assertThat(file.services().stream().flatMap(Expressions::serviceMethods).map(Method::getName).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyServiceIsUsed() {
        Set<String> used = expressions().stream().filter(expression -> expression.text().startsWith("service:"))
                .map(expression -> Expressions.Call.of(expression.text().substring("service:".length())).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(services().keySet()).isSubsetOf(used);
    }

    @Test
    void iconsAreInTheBundle() {
        Stream<String> images = attributes().stream().map(Attr::getValue).filter(value -> value.startsWith(ICONS + "icons/"));
        assertThat(images.distinct().toList()).isNotEmpty().allSatisfy(image ->
                assertThat(getClass().getResource(image.substring(ICONS.length() - 1))).as(image).isNotNull());
    }

    @Test
    void palettesAndMarksAreNoVectors() {
        assertThat(attributes().stream()
                .filter(attribute -> Set.of("icon", "iconPath", "imageExpression").contains(attribute.getName()))
                .map(Attr::getValue).distinct().toList()).isNotEmpty().allMatch(image -> image.endsWith(".png"));
    }

    @Test
    void aPlainSiriusAcceptsTheVersion() {
        assertThat(file.root().getAttribute("version")).isEqualTo("12.0.0.2017041100");
    }

    @Test
    void labelsAreWrittenOut() {
        for (Element style : file.all()) {
            if (style.getTagName().endsWith("LabelStyleDescription") || style.getTagName().equals("style")
                    && !style.getAttribute("xsi:type").isEmpty()) {
                assertThat(style.getAttribute("labelExpression")).as(ViewpointFile.where(style)).isNotEmpty();
                assertThat(style.getAttribute("labelColor")).as(ViewpointFile.where(style)).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsDrawnCannotBeTakenAwayBySiriusAlone() {
        for (Element element : file.all()) {
            if (element.getTagName().endsWith("Mappings")) {
                assertThat(element.getAttribute("deletionDescription")).as(ViewpointFile.where(element)).isNotEmpty();
            }
        }
    }

    @Test
    void toolsThatNameTheirMappingsAreNamedByThem() {
        for (Element mapping : file.all()) {
            file.references(mapping, "doubleClickDescription").forEach(tool ->
                    assertThat(file.references(tool, "mappings")).as(ViewpointFile.where(mapping)).contains(mapping));
            file.references(mapping, "dropDescriptions").forEach(tool ->
                    assertThat(file.references(tool, "mappings")).as(ViewpointFile.where(mapping)).isNotEmpty());
        }
    }

    @Test
    void everyToolIsInAPaletteOrNamedByAMapping() {
        List<String> named = List.of("deletionDescription", "labelDirectEdit", "doubleClickDescription", "dropDescriptions",
                "reconnections");
        Set<Element> used = new LinkedHashSet<>();
        file.all().forEach(element -> named.forEach(attribute -> used.addAll(file.references(element, attribute))));

        assertThat(file.all("ownedTools").stream()
                .filter(tool -> !ViewpointFile.type(tool).matches(".*CreationDescription|ToolDescription")).toList())
                .allSatisfy(tool -> assertThat(used).as(ViewpointFile.where(tool)).contains(tool));
    }

    @Test
    void variablesAreThoseOfTheirTools() {
        for (Expression expression : expressions()) {
            Set<String> known = Receivers.variables(expression.element(), expression.attribute());
            Set<String> asked = new LinkedHashSet<>();
            if (expression.text().startsWith("service:")) {
                asked.addAll(Expressions.Call.of(expression.text().substring("service:".length())).arguments());
            } else if (expression.text().startsWith("var:")) {
                asked.add(expression.text().substring("var:".length()));
            }
            assertThat(known).as(expression.toString()).containsAll(asked);
        }
    }

    private Map<String, Method> services() {
        Map<String, Method> services = new HashMap<>();
        file.services().stream().flatMap(Expressions::serviceMethods).forEach(method -> services.put(method.getName(), method));
        return services;
    }
}
