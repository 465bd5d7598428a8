namespace Baton.Browser.Tests.Support;

/// <summary>How somebody looks at Baton.</summary>
public sealed record View(int Width, int Height, bool Dark)
{
    public static readonly View Desktop = new(1440, 900, Dark: false);
    public static readonly View DesktopDark = new(1440, 900, Dark: true);
    public static readonly View Phone = new(390, 844, Dark: false);
    public static readonly View PhoneDark = new(390, 844, Dark: true);

    public bool IsPhone => Width < 600;

    public override string ToString() => $"{(IsPhone ? "phone" : "desktop")}{(Dark ? " dark" : "")}";
}
