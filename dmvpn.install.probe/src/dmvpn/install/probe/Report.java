package dmvpn.install.probe;

/** What the probe found, as {@code probe.key=value} lines on standard output. */
final class Report {

    private Report() {
    }

    static void say(String key, Object value) {
        // In one piece: other threads print too, and a report is read by lines.
        System.out.print("probe." + key + "=" + String.valueOf(value).replace('\n', ' ') + "\n");
    }
}
