package dmvpn.dsl.ide.workspace;

import com.google.inject.ImplementedBy;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.Set;
import org.eclipse.emf.common.util.URI;

/** Which files a file needs: when one of them changes, it is linked and checked anew. */
@ImplementedBy(NamedImports.class)
public interface ImportedFiles {

    /** The files that a file names as its imports, whether they exist or not. */
    Set<URI> of(DmvpnResource resource);
}
