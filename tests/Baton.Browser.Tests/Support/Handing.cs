using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>Files handed over by drop and by paste, which no picker can play.</summary>
internal static class Handing
{
    private const string Hand =
        """
        ([selector, name, type, base64, how]) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], name, { type }));
          const target = document.querySelector(selector);
          const give = (kind) => target.dispatchEvent(
            how === "paste"
              ? new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
          for (const kind of how === "paste" ? ["paste"] : ["dragenter", "dragover", "drop"]) give(kind);
        }
        """;

    public static Task Drop(this IPage page, string selector, string name, string type, string base64) =>
        page.EvaluateAsync(Hand, new[] { selector, name, type, base64, "drop" });

    public static Task Paste(this IPage page, string selector, string name, string type, string base64) =>
        page.EvaluateAsync(Hand, new[] { selector, name, type, base64, "paste" });
}
