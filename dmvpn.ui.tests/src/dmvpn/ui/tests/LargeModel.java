package dmvpn.ui.tests;

/** A model of more than ten thousand lines, each spoke written out. */
public final class LargeModel {

    /** Number of its spokes. */
    public static final int SPOKES = 2_000;

    private LargeModel() {
    }

    /** Its text. */
    public static String text() {
        return text(SPOKES);
    }

    /** The same with fewer spokes. */
    public static String text(int spokes) {
        StringBuilder model = new StringBuilder("""
                network Large

                transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

                cloud Corp {
                  overlay 10.255.0.0/16  phase 3
                  network-id 100
                  routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
                }

                hub HQ1 {
                  wan Internet 203.0.113.1/24 gateway 203.0.113.254
                  lan 10.1.0.0/24
                  join Corp as 10.255.0.1
                }
                """);
        for (int spoke = 0; spoke < spokes; spoke++) {
            model.append("""
                    spoke Branch%d {
                      wan Internet dhcp
                      lan 10.%d.%d.0/24
                      join Corp as 10.255.%d.%d via HQ1
                    }
                    """.formatted(spoke, 100 + spoke / 250, spoke % 250, 1 + spoke / 250, 1 + spoke % 250));
        }
        return model.toString();
    }
}
