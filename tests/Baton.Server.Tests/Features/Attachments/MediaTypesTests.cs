using System.Text;
using Baton.Server.Features.Attachments;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".gif", "image/gif")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    [InlineData(".tif", "image/tiff")]
    public void Pictures_are_told_by_their_first_bytes(string format, string type) =>
        Assert.Equal(type, MediaTypes.Of(SamplePicture.Of(9, 9, format).AsSpan()));

    [Theory]
    [InlineData("Plan for Tuesday: naïve, 計画, 🏃", "text/plain")]
    [InlineData("{\"a\": 1}", "text/plain")]
    [InlineData("a\0b", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    [InlineData("  <svg width='9'></svg>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><!-- x --><svg></svg>", "image/svg+xml")]
    [InlineData("<!DOCTYPE HTML><p>", "text/html")]
    [InlineData("\uFEFF<script>alert(1)</script>", "text/html")]
    [InlineData("<?xml version='1.0'?><feed/>", "text/xml")]
    [InlineData("\n\n%PDF-1.7", "application/pdf")]
    [InlineData("fLaC....", "audio/flac")]
    [InlineData("ID3.....", "audio/mpeg")]
    [InlineData("RIFF....WAVEfmt ", "audio/wav")]
    [InlineData("....ftypisom....", "video/mp4")]
    [InlineData("....ftypM4A ....", "audio/mp4")]
    [InlineData("....ftypqt  ....", "video/quicktime")]
    [InlineData("PK\u0003\u0004..........................[Content_Types].xml...word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.textPK\u0003\u0004",
        "application/vnd.oasis.opendocument.text")]
    [InlineData("PK\u0003\u0004..........................a.txt", "application/zip")]
    [InlineData("GIF89a<script>alert(1)</script>", "image/gif")]
    public void Everything_else_by_signature_or_by_being_text(string content, string type) =>
        Assert.Equal(type, MediaTypes.Of(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("application/epub+zip", true)]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", true)]
    [InlineData("image/png", false)]
    [InlineData("text/plain", false)]
    [InlineData("video/mp4", false)]
    [InlineData("text/html\r\nX-A: b", false)]
    [InlineData("application/vnd.oasis.opendocument.text; charset=x", false)]
    public void An_archive_that_says_what_it_is_is_believed_only_in_what_an_archive_can_be(string said, bool isBelieved)
    {
        var head = Encoding.ASCII.GetBytes(
            $"PK\u0003\u0004{new string('\0', 26)}mimetype{said}PK<script>alert(1)</script>");

        Assert.Equal(isBelieved ? said : "application/zip", MediaTypes.Of(head));
    }

    [Fact]
    public void A_look_that_ends_within_a_character_still_sees_text()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("計", 2000)));

        Assert.Equal("text/plain", MediaTypes.Of(text.AsSpan(0, MediaTypes.Looked)));
    }

    [Fact]
    public void An_mp3_without_tags_is_told_by_its_frame() =>
        Assert.Equal("audio/mpeg", MediaTypes.Of([0xFF, 0xFB, 0x90, 0x64, 0, 0]));
}
