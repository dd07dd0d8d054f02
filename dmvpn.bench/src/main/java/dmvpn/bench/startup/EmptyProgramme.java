package dmvpn.bench.startup;

/** A programme that does nothing: what starting Java costs by itself. */
public final class EmptyProgramme {

    private EmptyProgramme() {
    }

    /** Ends at once. */
    public static void main(String[] arguments) {
        System.out.println("0 errors");
    }
}
