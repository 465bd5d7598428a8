using System.Globalization;
using System.Resources;

namespace Baton.Server.Kernel.Text;

/// <summary>
/// A feature's texts in every language: <c>…Texts.resx</c> (English) and <c>…Texts.de.resx</c> beside its code.
/// </summary>
public sealed class Catalogue(string name)
{
    private readonly ResourceManager _texts = new($"Baton.Server.{name}", typeof(Catalogue).Assembly);

    /// <summary>The text of a key with its gaps filled.</summary>
    /// <param name="language">As a person chose it: <c>en</c> or <c>de</c>.</param>
    public string Say(string language, string key, params object[] gaps)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = _texts.GetString(key, culture)
            ?? throw new InvalidOperationException($"No text {key} in {language}.");
        return string.Format(culture, text, gaps);
    }
}
