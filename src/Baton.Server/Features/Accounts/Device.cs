namespace Baton.Server.Features.Accounts;

/// <summary>Tells a person's sessions apart in words; coarse on purpose, it is no fingerprint.</summary>
internal static class Device
{
    private static readonly (string Mark, string Name)[] Browsers =
        [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
            ("curl/", "curl"),
        ];

    private static readonly (string Mark, string Name)[] Systems =
        [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ];

    public static string Describe(string? userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "A browser";
        return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Mark, StringComparison.Ordinal) == true).Name;
}
