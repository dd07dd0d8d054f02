package dmvpn.app.debug.console;

import java.util.List;
import java.util.stream.Stream;

/** What can be typed. */
enum DebugCommand {
    STEP("step", "[N]", "the next event of any router, N times"),
    OVER("over", "[ROUTER]", "the next event of the router, of that of the event in hand by default"),
    RETURN("return", "", "runs until the conversation of the event in hand is over"),
    BACK("back", "[N]", "the event before, N times"),
    BACK_OVER("back-over", "[ROUTER]", "the event before of the router"),
    CONTINUE("continue", "", "runs until a breakpoint stops it"),
    REVERSE("reverse", "", "runs backwards until a breakpoint stops it"),
    UNTIL("until", "T", "runs to an instant such as 12.5s, forwards or backwards"),
    LINE("line", "[FILE:]N", "runs to an event that the line of the model configured"),
    GOTO("goto", "EVENT", "goes to the event of that number"),
    RESTART("restart", "", "stands before the first event again"),
    BREAK("break", "BREAKPOINT", "sets a breakpoint; 'help break' tells the forms"),
    BREAKPOINTS("breakpoints", "", "lists the breakpoints"),
    DELETE("delete", "N", "takes a breakpoint away"),
    ENABLE("enable", "N", "switches a breakpoint on"),
    DISABLE("disable", "N", "switches a breakpoint off"),
    SAVE("save", "FILE", "writes the breakpoints to a file"),
    LOAD("load", "FILE", "sets the breakpoints of a file"),
    PRINT("print", "EXPRESSION", "what an expression comes to, such as Branch1.nhrp[10.255.0.2].nbma"),
    WATCH("watch", "EXPRESSION", "prints an expression at each stop"),
    UNWATCH("unwatch", "", "prints no expressions at stops any more"),
    WHERE("where", "", "the event in hand, layer by layer, with the lines of the model that configured it"),
    TABLES("tables", "[ROUTER]", "the router's tables"),
    SHOW("show", "[ROUTER] COMMAND", "what a router answers to a show command"),
    EVENTS("events", "[N]", "the events around the one in hand, N before and behind"),
    SET("set", "ACTION", "changes the run from here on, in a branch of its own: 'fail HQ', 'loss 5% on Internet'"),
    BRANCHES("branches", "", "lists the branches"),
    BRANCH("branch", "N", "goes to a branch, where it stands"),
    COMPARE("compare", "[N [T]]", "in what the branch differs from the one that it left, or from another one, up to here or T"),
    KEEPALIVES("keepalives", "on|off", "whether steps stop at keep-alives"),
    HELP("help", "[COMMAND]", "this list"),
    QUIT("quit", "", "ends the session");

    private final String word;
    private final String operands;
    private final String help;

    DebugCommand(String word, String operands, String help) {
        this.word = word;
        this.operands = operands;
        this.help = help;
    }

    String word() {
        return word;
    }

    /** One letter that means this one although others begin with it; empty for most. */
    private String letter() {
        return this == CONTINUE ? "c" : "";
    }

    String help() {
        return help;
    }

    /** The word and what stands behind it. */
    String usage() {
        return (word + " " + operands).strip();
    }

    /** The commands that a word means: the one that it is, else those that begin so. */
    static List<DebugCommand> meantBy(String written) {
        List<DebugCommand> exact = Stream.of(values()).filter(each -> each.word.equals(written) || each.letter().equals(written)).toList();
        return exact.isEmpty() ? Stream.of(values()).filter(each -> each.word.startsWith(written)).toList() : exact;
    }
}
