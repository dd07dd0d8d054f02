package dmvpn.sim.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which tests show what, by the identifiers that they are annotated with. */
record Evidence(Map<String, List<ShowingTest>> byId) {

    /**
     * A test, or all tests of a class.
     *
     * @param type the class
     * @param method name of the method; empty for the whole class
     */
    record ShowingTest(Class<?> type, String method) {

        /** The method's name in words: {@code aSecondReplyIsNoError} is "a second reply is no error". */
        String words() {
            return method.isEmpty() ? "all its tests"
                    : method.replaceAll("(?<=[a-uw-z])(?=[0-9])|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
    }

    /** Finds the annotated tests among the classes that were compiled with this one. */
    static Evidence collect() {
        Map<String, List<ShowingTest>> byId = new TreeMap<>();
        for (Class<?> type : compiledClasses()) {
            add(byId, type, new ShowingTest(type, ""));
            Stream.of(type.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> add(byId, method, new ShowingTest(type, method.getName())));
        }
        return new Evidence(byId);
    }

    private static void add(Map<String, List<ShowingTest>> byId, AnnotatedElement element, ShowingTest test) {
        Shows shows = element.getAnnotation(Shows.class);
        if (shows != null) {
            Set.of(shows.value()).forEach(id -> byId.computeIfAbsent(id, absent -> new ArrayList<>()).add(test));
        }
    }

    private static List<Class<?>> compiledClasses() {
        URI root;
        try {
            root = Evidence.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Path folder = Path.of(root);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Class<?>> classes = new ArrayList<>();
            files.map(file -> folder.relativize(file).toString()).filter(name -> name.endsWith(".class")).sorted()
                    .forEach(name -> classes.add(load(name)));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, Evidence.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tests that show something, in the order of their classes and names. */
    List<ShowingTest> of(String id) {
        return byId.getOrDefault(id, List.of());
    }
}
