using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Blobs;

/// <param name="Hash">SHA-256 of the content in lower-case hexadecimal: its name in the store.</param>
/// <param name="Size">Bytes.</param>
public sealed record Blob(string Hash, long Size);

/// <summary>
/// Bytes on the local disk under the name of their content (<c>ab/cd/abcd…</c>): the same content is stored once, and
/// never changes. Saved means durable: written beside, fsynced, renamed, and the folders fsynced.
/// </summary>
public sealed partial class BlobStore
{
    private const int BufferSize = 128 * 1024;
    private static readonly TimeSpan PartLifetime = TimeSpan.FromDays(1);

    private readonly string _root;
    private readonly string _incoming;
    private readonly TimeProvider _clock;

    public BlobStore(IOptions<BatonSettings> settings, TimeProvider clock)
    {
        _clock = clock;
        _root = Path.GetFullPath(settings.Value.BlobFolder);
        _incoming = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(_incoming);
        // What a crash left behind; a younger part may be another node's upload.
        foreach (var part in Directory.EnumerateFiles(_incoming, "*.part")
            .Where(part => File.GetLastWriteTimeUtc(part) < clock.UtcNow() - PartLifetime))
        {
            File.Delete(part);
        }

        // A crash amid Forget: whether it is still needed is for the next sweep to say.
        foreach (var aside in Directory.EnumerateFiles(_incoming, "*.aside"))
        {
            File.Move(aside, PathOf(Path.GetFileName(aside)[..64]), overwrite: true);
        }
    }

    /// <summary>The names of what was last saved before an instant, in no order.</summary>
    public IEnumerable<string> UnchangedSince(DateTime limit) =>
        from folder in Directory.EnumerateDirectories(_root, "??")
        from file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        where HashForm().IsMatch(file.Name) && file.LastWriteTimeUtc < limit
        select file.Name;

    /// <summary>Takes the whole stream in, at the pace of the disk, never more than one buffer in memory.</summary>
    /// <param name="limit">Bytes.</param>
    /// <exception cref="AppException">413 when there is more than <paramref name="limit"/>.</exception>
    public async Task<Blob> Save(Stream content, long limit, CancellationToken cancel)
    {
        var part = Path.Combine(_incoming, $"{Guid.CreateVersion7():N}.part");
        try
        {
            var blob = await Receive(content, part, limit, cancel);
            Keep(part, blob.Hash);
            return blob;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public async Task<Blob> Save(byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await Save(stream, content.Length, cancel);
    }

    /// <summary>The content, seekable; null when there is none of that name.</summary>
    public FileStream? Open(string hash)
    {
        if (!HashForm().IsMatch(hash))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize,
                FileOptions.Asynchronous);
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Removes what no row names any more, unless it was saved again after <paramref name="unusedSince"/>: whoever did
    /// that is about to name it. Looks after taking it away, so that a save in between is not lost.
    /// </summary>
    public void Forget(string hash, DateTime unusedSince)
    {
        var path = PathOf(hash);
        var aside = Path.Combine(_incoming, $"{hash}-{Guid.CreateVersion7():N}.aside");
        if (!File.Exists(path))
        {
            return;
        }

        File.Move(path, aside);
        if (File.GetLastWriteTimeUtc(aside) < unusedSince)
        {
            File.Delete(aside);
        }
        else
        {
            File.Move(aside, path, overwrite: true);
        }
    }

    private static async Task<Blob> Receive(Stream content, string part, long limit, CancellationToken cancel)
    {
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0,
            FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
            {
                size += read;
                if (size > limit)
                {
                    throw AppException.TooLarge($"This may have up to {Say(limit)}.");
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            file.Flush(flushToDisk: true);
            return new Blob(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Keep(string part, string hash)
    {
        var path = PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // Replaces the same bytes when they are there already. The folders are fsynced even then: whoever put them
        // there may not have come to that yet, and our caller is about to promise that they last.
        File.SetLastWriteTimeUtc(part, _clock.UtcNow());
        File.Move(part, path, overwrite: true);
        DurableFolder.Sync(folder);
        DurableFolder.Sync(Path.GetDirectoryName(folder)!);
        DurableFolder.Sync(_root);
    }

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash[2..4], hash);

    private static string Say(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024 * 1024)} MB" : $"{bytes} bytes";

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex HashForm();
}
