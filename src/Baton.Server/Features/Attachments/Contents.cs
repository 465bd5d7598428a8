namespace Baton.Server.Features.Attachments;

/// <summary>What an upload turned out to be, once all of it had arrived.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="PreviewHash">The preview's; null for what is no picture, or one that cannot be shown safely.</param>
public sealed record Contents(string Hash, long Size, string Type, int? Width, int? Height, string? PreviewHash);
