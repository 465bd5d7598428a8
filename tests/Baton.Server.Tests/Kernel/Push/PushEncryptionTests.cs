using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Server.Kernel.Push;

namespace Baton.Server.Tests.Kernel.Push;

public sealed class PushEncryptionTests
{
    private const string BrowserKey =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    /// <summary>RFC 8291, appendix A.</summary>
    [Fact]
    public void The_example_of_the_RFC_is_encrypted_as_it_says()
    {
        var own = PushCurve.Point(Base64Url.DecodeFromChars(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
        own.D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using var key = ECDiffieHellman.Create(own);
        var target = new PushTarget(
            new Uri("https://push.example.net/push"),
            PushTarget.ReadKey(BrowserKey)!,
            PushTarget.ReadSecret("BTBZMqHH6r4Tts7J_aSIgg")!);

        var body = PushEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8, target, key,
            Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64url!")]
    [InlineData("AAAA")]
    // A point that is not on the curve: the last bit is another.
    [InlineData("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8")]
    public void What_is_no_point_of_the_curve_is_no_key(string text) => Assert.Null(PushTarget.ReadKey(text));

    /// <summary>RFC 8292, section 2.</summary>
    [Fact]
    public void A_push_service_can_check_who_sends()
    {
        using var key = new VapidKey(VapidKey.Make());
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        var header = key.Authorize(new Uri("https://push.example.net/push/abc"), "https://baton.team.example", now);

        var (token, publicKey) = (header.Split(", k=")[0]["t=".Length..], header.Split(", k=")[1]);
        Assert.Equal(key.PublicKey, publicKey);
        var parts = token.Split('.');
        using var check = ECDsa.Create(PushCurve.Point(Base64Url.DecodeFromChars(publicKey)));
        Assert.True(check.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        Assert.Equal("""{"typ":"JWT","alg":"ES256"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var claims = JsonElement.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])));
        Assert.Equal("https://push.example.net", claims.GetProperty("aud").GetString());
        Assert.Equal("https://baton.team.example", claims.GetProperty("sub").GetString());
        Assert.Equal(now.AddHours(12).ToUnixTimeSeconds(), claims.GetProperty("exp").GetInt64());
    }
}
