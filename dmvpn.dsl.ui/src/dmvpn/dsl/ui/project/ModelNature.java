package dmvpn.dsl.ui.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project whose models are all checked, whether an editor shows them or not. */
public final class ModelNature implements IProjectNature {

    /** Identifier of the nature. */
    public static final String ID = "dmvpn.dsl.ui.nature";

    private IProject project;

    /** True for an open project with the nature. */
    public static boolean isOn(IProject project) {
        try {
            return project.isAccessible() && project.hasNature(ID);
        } catch (CoreException goneMeanwhile) {
            return false;
        }
    }

    /** Gives a project the nature, or takes it away. */
    public static void set(IProject project, boolean on, IProgressMonitor monitor) throws CoreException {
        if (isOn(project) != on) {
            IProjectDescription description = project.getDescription();
            List<String> natures = new ArrayList<>(Arrays.asList(description.getNatureIds()));
            if (on) {
                natures.add(ID);
            } else {
                natures.remove(ID);
            }
            description.setNatureIds(natures.toArray(String[]::new));
            project.setDescription(description, monitor);
        }
    }

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        List<ICommand> builders = new ArrayList<>(Arrays.asList(description.getBuildSpec()));
        if (builders.stream().noneMatch(ModelNature::isOurs)) {
            ICommand builder = description.newCommand();
            builder.setBuilderName(ModelBuilder.ID);
            builders.add(builder);
            description.setBuildSpec(builders.toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(builder -> !isOurs(builder))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
        BuiltProjects.forget(project);
    }

    private static boolean isOurs(ICommand builder) {
        return builder.getBuilderName().equals(ModelBuilder.ID);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
