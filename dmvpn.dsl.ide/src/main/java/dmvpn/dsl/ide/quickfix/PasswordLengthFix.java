package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.TunnelSettings;
import java.util.List;
import java.util.Optional;

/** Shortens an NHRP password to what routers accept. */
final class PasswordLengthFix implements QuickFix {

    private static final int LONGEST = 8;

    @Override
    public String ruleId() {
        return "R-NH-05";
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public List<Mend> mends(Problem problem) {
        return settings(problem)
                .filter(settings -> settings.getAuthentication().length() > LONGEST)
                .flatMap(settings -> {
                    String shortened = settings.getAuthentication().substring(0, LONGEST);
                    return Problem.replace("Shorten the password to '" + shortened + "'", settings,
                            ModelPackage.Literals.TUNNEL_SETTINGS__AUTHENTICATION, "\"" + shortened + "\"");
                })
                .stream()
                .toList();
    }

    /** The password of the tunnel itself, otherwise that of its cloud. */
    private static Optional<TunnelSettings> settings(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class);
        if (join.isPresent() && join.get().getAuthentication() == null) {
            return Optional.ofNullable(join.get().getCloud())
                    .filter(cloud -> cloud.getAuthentication() != null)
                    .map(cloud -> cloud);
        }
        return join.<TunnelSettings>map(tunnel -> tunnel)
                .or(() -> problem.element(CloudDeclaration.class))
                .filter(settings -> settings.getAuthentication() != null);
    }
}
