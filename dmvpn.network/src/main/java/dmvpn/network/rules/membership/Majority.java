package dmvpn.network.rules.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What most members of a cloud agree on, for settings that all must share: blaming the few keeps one wrong router from
 * marking all the others.
 *
 * @param value the value that most members have; the first one written when it is a tie
 * @param example the first member with that value
 * @param dissenters members with another value, in the order of the network
 */
public record Majority<T>(T value, Member example, List<Member> dissenters) {

    /** @param members at least one member */
    public static <T> Majority<T> of(List<Member> members, Function<Member, T> setting) {
        T first = setting.apply(members.getFirst());
        if (haveAll(members, setting, first)) {
            return new Majority<>(first, members.getFirst(), List.of());
        }
        Map<T, Integer> votes = new LinkedHashMap<>();
        for (Member member : members) {
            votes.merge(setting.apply(member), member.count(), Integer::sum);
        }
        T winner = null;
        int most = 0;
        for (Map.Entry<T, Integer> candidate : votes.entrySet()) {
            if (candidate.getValue() > most) {
                winner = candidate.getKey();
                most = candidate.getValue();
            }
        }
        T value = winner;
        Member example = members.stream().filter(member -> setting.apply(member).equals(value)).findFirst().orElseThrow();
        return new Majority<>(value, example,
                members.stream().filter(member -> !setting.apply(member).equals(value)).toList());
    }

    /** A loop, since it is what nearly every cloud of any size comes to. */
    private static <T> boolean haveAll(List<Member> members, Function<Member, T> setting, T value) {
        for (Member member : members) {
            T own = setting.apply(member);
            if (own != value && !own.equals(value)) {
                return false;
            }
        }
        return true;
    }
}
