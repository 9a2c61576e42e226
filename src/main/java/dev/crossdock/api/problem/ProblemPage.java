package dev.crossdock.api.problem;

/** The page that a problem's type leads to. */
public final class ProblemPage {
  private ProblemPage() {}

  /** A small HTML page. */
  public static String of(ProblemType type) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>%s</title>
    <h1>%s</h1>
    <p><code>%s</code>, status %d</p>
    <p>%s</p>
    </html>
    """
        .formatted(type.slug(), type.title(), type.slug(), type.status(), type.explanation());
  }
}
