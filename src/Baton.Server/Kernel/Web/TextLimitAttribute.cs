namespace Baton.Server.Kernel.Web;

/// <summary>
/// Says in the API's document how many characters a text may have. It refuses nothing: the entity does, once the text
/// is trimmed and composed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextLimitAttribute(int max) : Attribute
{
    public int Max { get; } = max;
}
