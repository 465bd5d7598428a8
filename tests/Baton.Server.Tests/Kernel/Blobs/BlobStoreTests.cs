using System.Security.Cryptography;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Tests.Kernel.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("baton-blobs-").FullName;
    private readonly BlobStore _blobs;

    public BlobStoreTests() =>
        _blobs = new BlobStore(Options.Create(new BatonSettings { Data = _folder }), TimeProvider.System);

    [Fact]
    public async Task Content_lies_under_the_name_of_its_hash()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);

        var blob = await _blobs.Save(new MemoryStream(content), content.Length, CancellationToken.None);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), blob.Hash);
        Assert.Equal(300_000, blob.Size);
        Assert.True(File.Exists(Path.Combine(_folder, "blobs", blob.Hash[..2], blob.Hash[2..4], blob.Hash)));
        Assert.Equal(content, await Read(blob.Hash));
    }

    [Fact]
    public async Task The_same_content_is_stored_once()
    {
        var first = await _blobs.Save("baton"u8.ToArray(), CancellationToken.None);
        var second = await _blobs.Save("baton"u8.ToArray(), CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Too_much_is_refused_and_leaves_nothing_behind()
    {
        var error = await Assert.ThrowsAsync<AppException>(
            () => _blobs.Save(new MemoryStream(new byte[101]), 100, CancellationToken.None));

        Assert.Equal(413, error.Status);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => _blobs.Save(new Broken(), 100, CancellationToken.None));

        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_part_that_a_crash_left_is_cleared_away_after_a_day()
    {
        var incoming = Path.Combine(_folder, "blobs", "incoming");
        var old = Path.Combine(incoming, "old.part");
        var young = Path.Combine(incoming, "young.part");
        File.WriteAllText(old, "");
        File.WriteAllText(young, "");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        _ = new BlobStore(Options.Create(new BatonSettings { Data = _folder }), TimeProvider.System);

        Assert.Equal(young, Assert.Single(Directory.EnumerateFiles(incoming)));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void What_is_not_there_is_not_opened(string hash) => Assert.Null(_blobs.Open(hash));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<byte[]> Read(string hash)
    {
        await using var stream = _blobs.Open(hash)!;
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new EndOfStreamException();
    }
}
