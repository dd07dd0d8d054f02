package dmvpn.dsl.ui.markdown;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;

/**
 * A small window over the editor that shows Markdown. Its input is a text, or the promise of one: the window fills when the
 * text comes, so that nobody waits for it.
 */
public final class MarkdownControl extends AbstractInformationControl implements IInformationControlExtension2 {

    /** Less than what people notice. */
    private static final int UNNOTICED_MILLIS = 40;
    private static final int WIDEST = 640;
    private static final int HIGHEST = 400;

    private final boolean focusable;
    private final Consumer<String> links;
    private FormattedText text;
    private Object input;

    private MarkdownControl(Shell parent, boolean focusable, Consumer<String> links) {
        super(parent, focusable ? null : EditorsUI.getTooltipAffordanceString(), focusable);
        this.focusable = focusable;
        this.links = links;
        create();
    }

    /**
     * Creates these windows.
     *
     * @param links told where a followed link leads to
     */
    public static IInformationControlCreator creator(Consumer<String> links) {
        return creator(false, links);
    }

    private static IInformationControlCreator creator(boolean focusable, Consumer<String> links) {
        return new AbstractReusableInformationControlCreator() {
            @Override
            protected IInformationControl doCreateInformationControl(Shell parent) {
                return new MarkdownControl(parent, focusable, links);
            }
        };
    }

    @Override
    protected void createContent(Composite parent) {
        parent.setLayout(new FillLayout());
        text = new FormattedText(parent, SWT.V_SCROLL | SWT.H_SCROLL, target -> {
            setVisible(false);
            links.accept(target);
        });
        text.widget().setForeground(JFaceColors.getInformationViewerForegroundColor(parent.getDisplay()));
        text.widget().setBackground(JFaceColors.getInformationViewerBackgroundColor(parent.getDisplay()));
    }

    @Override
    public void setInformation(String information) {
        setInput(information);
    }

    @Override
    public void setInput(Object content) {
        input = content;
        if (content instanceof CompletableFuture<?> promise) {
            show(promise);
        } else {
            text.show(content == null ? "" : content.toString());
        }
    }

    private void show(CompletableFuture<?> promise) {
        try {
            show(promise.get(UNNOTICED_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            text.show("…");
            promise.whenComplete((markdown, failure) -> text.widget().getDisplay().asyncExec(() -> {
                if (input == promise && !text.widget().isDisposed()) {
                    show(failure == null ? markdown : null);
                }
            }));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException nothing) {
            show((Object) null);
        }
    }

    private void show(Object markdown) {
        if (markdown == null) {
            input = null;
            setVisible(false);
            return;
        }
        text.show(markdown.toString());
        if (isVisible()) {
            Point size = computeSizeHint();
            setSize(size.x, size.y);
        }
    }

    @Override
    public boolean hasContents() {
        return input != null && (text.widget().getCharCount() > 0 || input instanceof CompletableFuture<?>);
    }

    @Override
    public Point computeSizeHint() {
        Point limits = getSizeConstraints();
        int widest = limits == null || limits.x <= 0 ? WIDEST : Math.max(limits.x, WIDEST);
        int highest = limits == null || limits.y <= 0 ? HIGHEST : Math.max(limits.y, HIGHEST);
        Point natural = text.widget().computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
        int width = Math.min(widest, natural.x);
        int height = Math.min(highest, text.widget().computeSize(width, SWT.DEFAULT, true).y);
        Rectangle trim = computeTrim();
        return new Point(width + trim.width, height + trim.height);
    }

    @Override
    public void setFocus() {
        super.setFocus();
        text.widget().setFocus();
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return focusable ? null : creator(true, links);
    }
}
